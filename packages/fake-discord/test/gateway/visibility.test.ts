import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Intent, type IntentName } from '../../src/gateway/intents.js';
import { MachineBench, guildOn } from './MachineBench.js';

const { events } = JSON.parse(readFileSync(join(__dirname, '../../test-data/gateway-events.json'), 'utf8')) as {
  readonly events: readonly { readonly name: string; readonly intents: readonly IntentName[] }[];
};
const GUILD = guildOn(0);
const BOT = '900000000000000001';

/** Which of two sessions hear an event in a guild: one that has only these intents, and one that has all but them. */
function hearing(name: string, intents: number): readonly [boolean, boolean] {
  const bench = new MachineBench({ startLimit: { maxConcurrency: 2 } });
  const [only, without] = [bench.live({ intents }), bench.live({ shard: [1, 2], intents: 53_608_447 & ~intents })];
  bench.publish({ t: name, d: {}, guildId: guildOn(1) });
  return [only.events.includes(name), without.events.includes(name)];
}

describe('an event', () => {
  const plain = events.filter(({ name }) => !['READY', 'RESUMED', 'THREAD_MEMBERS_UPDATE'].includes(name));

  it.each(plain.filter(({ intents }) => intents.some((intent) => !intent.startsWith('DIRECT_'))))(
    'in a guild reaches only sessions with its intent: $name',
    ({ name, intents }) => {
      const guildIntents = intents.filter((intent) => !intent.startsWith('DIRECT_')).reduce((sum, intent) => sum | Intent[intent], 0);
      // GUILD_CREATE comes with READY, too; its neighbour stands in for it.
      expect(hearing(name === 'GUILD_CREATE' ? 'GUILD_UPDATE' : name, guildIntents)).toEqual([true, false]);
    },
  );

  it.each(plain.filter(({ intents }) => intents.some((intent) => intent.startsWith('DIRECT_'))))(
    'in a direct message reaches only sessions with its direct intent: $name',
    ({ name, intents }) => {
      const bench = new MachineBench({ startLimit: { maxConcurrency: 2 } });
      const direct = intents.filter((intent) => intent.startsWith('DIRECT_')).reduce((sum, intent) => sum | Intent[intent], 0);
      const wire = bench.live({ intents: direct });
      bench.advance(5_000);
      const deaf = bench.live({ intents: 53_608_447 & ~direct });
      bench.publish({ t: name, d: {}, guildId: null });
      bench.publish({ t: name, d: {}, guildId: GUILD });
      expect([wire.of(name).length, deaf.of(name).length]).toEqual([1, 1]);
    },
  );

  it.each(plain.filter(({ intents }) => intents.length === 0))('without an intent reaches every session: $name', ({ name }) => {
    const bench = new MachineBench();
    const wire = bench.live({ intents: 0 });
    bench.publish({ t: name, d: {}, guildId: GUILD });
    expect(wire.events).toEqual(['READY', name]);
  });

  it('that nobody documents reaches every session', () => {
    const bench = new MachineBench();
    const wire = bench.live({ intents: 0 });
    bench.publish({ t: 'GUILD_JOIN_REQUEST_UPDATE', d: {}, guildId: GUILD });
    expect(wire.events).toContain('GUILD_JOIN_REQUEST_UPDATE');
  });

  it('that is ephemeral counts as a direct message, although it is routed by its guild', () => {
    const bench = new MachineBench();
    const wire = bench.live({ intents: Intent.GUILD_MESSAGES });
    bench.publish({ t: 'MESSAGE_CREATE', d: {}, guildId: GUILD, isDirect: true });
    expect(wire.events).toEqual(['READY']);
  });
});

describe('a session without GUILD_MEMBERS', () => {
  const without = (): readonly [MachineBench, ReturnType<MachineBench['live']>] => {
    const bench = new MachineBench();
    return [bench, bench.live({ intents: Intent.GUILDS })];
  };

  it('hears GUILD_MEMBER_UPDATE of the bot only', () => {
    const [bench, wire] = without();
    bench.publish({ t: 'GUILD_MEMBER_UPDATE', d: { user: { id: '5' } }, guildId: GUILD });
    bench.publish({ t: 'GUILD_MEMBER_UPDATE', d: { user: { id: BOT } }, guildId: GUILD });
    expect(wire.of('GUILD_MEMBER_UPDATE').map(({ d }) => d)).toEqual([{ user: { id: BOT } }]);
  });

  it.each([
    [{ added_members: [{ user_id: BOT }] }, 1],
    [{ removed_member_ids: [BOT] }, 1],
    [{ added_members: [{ user_id: '5' }], removed_member_ids: ['6'] }, 0],
    [{}, 0],
  ])('hears THREAD_MEMBERS_UPDATE only where the bot comes or goes: %j', (d, times) => {
    const [bench, wire] = without();
    bench.publish({ t: 'THREAD_MEMBERS_UPDATE', d, guildId: GUILD });
    expect(wire.of('THREAD_MEMBERS_UPDATE')).toHaveLength(times);
  });

  it('hears every THREAD_MEMBERS_UPDATE once it has the intent', () => {
    const bench = new MachineBench();
    const wire = bench.live({ intents: Intent.GUILD_MEMBERS });
    bench.publish({ t: 'THREAD_MEMBERS_UPDATE', d: {}, guildId: GUILD });
    expect(wire.of('THREAD_MEMBERS_UPDATE')).toHaveLength(1);
  });
});

describe('a message', () => {
  const full = {
    id: '1',
    author: { id: '5' },
    mentions: [] as { id: string }[],
    content: 'secret',
    embeds: [{}],
    attachments: [{}],
    components: [{}],
    poll: {},
    referenced_message: null as unknown,
  };
  const seen = (
    message: unknown,
    { guildId = GUILD, intents = Intent.GUILD_MESSAGES | Intent.DIRECT_MESSAGES }: { guildId?: string | null; intents?: number } = {},
  ) => {
    const bench = new MachineBench();
    const wire = bench.live({ intents });
    bench.publish({ t: 'MESSAGE_CREATE', d: message, guildId });
    return wire.of('MESSAGE_CREATE')[0]?.d;
  };
  const { poll, ...rest } = full;
  const blank = { ...rest, content: '', embeds: [], attachments: [], components: [] };

  it('of another user comes without its content and poll', () => {
    expect(poll).toBeDefined();
    expect(seen(full)).toEqual(blank);
  });

  it('comes whole with MESSAGE_CONTENT', () => {
    expect(seen(full, { intents: Intent.GUILD_MESSAGES | Intent.MESSAGE_CONTENT })).toEqual(full);
  });

  it.each([
    ['of the bot itself', { ...full, author: { id: BOT } }],
    ['that mentions the bot', { ...full, mentions: [{ id: BOT }] }],
  ])('%s comes whole', (_, message) => {
    expect(seen(message)).toEqual(message);
  });

  it('in a direct message comes whole', () => {
    expect(seen(full, { guildId: null })).toEqual(full);
  });

  it('hides the message that it answers by the same rule', () => {
    const answer = { ...full, mentions: [{ id: BOT }], referenced_message: full };
    expect(seen(answer)).toEqual({ ...answer, referenced_message: blank });
  });

  it('stays whole for others when one session may not read it', () => {
    const bench = new MachineBench();
    bench.live({ intents: Intent.GUILD_MESSAGES });
    bench.advance(5_000);
    const reader = bench.live({ intents: Intent.GUILD_MESSAGES | Intent.MESSAGE_CONTENT });
    bench.publish({ t: 'MESSAGE_UPDATE', d: full, guildId: GUILD });
    expect(reader.of('MESSAGE_UPDATE')[0]?.d).toEqual(full);
  });

  it('that AutoMod caught comes without its words', () => {
    const bench = new MachineBench();
    const wire = bench.live({ intents: Intent.AUTO_MODERATION_EXECUTION });
    bench.publish({ t: 'AUTO_MODERATION_ACTION_EXECUTION', d: { rule_id: '1', content: 'a', matched_content: 'b' }, guildId: GUILD });
    expect(wire.of('AUTO_MODERATION_ACTION_EXECUTION')[0]?.d).toEqual({ rule_id: '1', content: '', matched_content: '' });
  });
});
