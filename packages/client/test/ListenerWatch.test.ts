import type { AplombError } from '@aplomb/base';
import { Intents } from '@aplomb/gateway';
import { describe, expect, it } from '@jest/globals';
import { ListenerWatch } from '../src/ListenerWatch.js';

function world() {
  const warnings: AplombError[] = [];
  return { warnings, watch: new ListenerWatch((error) => warnings.push(error)) };
}

describe('the watch over listeners', () => {
  it('Y-16 warns at the start about a privileged intent that is missing, naming listener and intent', () => {
    const { warnings, watch } = world();
    watch.begin(Intents.NonPrivileged, true, ['guildMemberAdd', 'guildCreate']);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({
      code: 'MISSING_INTENT',
      message: expect.stringMatching(/`guildMemberAdd`.*GuildMembers is privileged/s),
    });
  });

  it('warns at once about a listener that comes later, and once for each event', () => {
    const { warnings, watch } = world();
    watch.listened('typingStart', 1);
    expect(warnings).toHaveLength(0);
    watch.begin(Intents.Guilds, false, []);
    watch.listened('typingStart', 1);
    watch.listened('typingStart', 2);
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('GuildMessageTyping or DirectMessageTyping')]);
    watch.begin(0, false, ['guildBanAdd']);
    expect(warnings[1]?.message).toContain('(none)');
  });

  it('explains empty messages to those who left the intents to us, and to nobody else', () => {
    const { warnings, watch } = world();
    watch.begin(Intents.GuildMessages, true, ['messageCreate']);
    expect(warnings[0]?.message).toContain('MessageContent');
    const other = world();
    other.watch.begin(Intents.GuildMessages, false, ['messageCreate']);
    expect(other.warnings).toHaveLength(0);
  });

  it('E-08 listener leak: warns once when an event has 50 listeners, with the stack of the last', () => {
    const { warnings, watch } = world();
    function addInHandler(count: number): void {
      watch.listened('messageCreate', count);
    }
    [49, 50, 51].forEach(addInHandler);
    expect(warnings).toMatchObject([
      { code: 'MANY_LISTENERS', message: expect.stringContaining('50 listeners'), stack: expect.stringContaining('addInHandler') },
    ]);
  });

  it.each([
    ['message', '`messageCreate`'],
    ['interaction', '`interactionCreate`'],
    ['clientReady', '`shardsReady`'],
    ['roleUpdate', '`guildRoleUpdate`'],
    ['messageCrate', '`messageCreate`'],
    ['MESSAGE_CREATE', '`messageCreate`'],
    ['warnn', '`warn`'],
  ])('warns once about an event that there is none of, with the one that was meant: %s', (event, meant) => {
    const { warnings, watch } = world();
    [1, 2].forEach((count) => {
      watch.listened(event, count);
    });
    expect(warnings).toMatchObject([{ code: 'UNKNOWN_EVENT', message: expect.stringContaining(`Did you mean ${meant}?`) }]);
  });

  it('names no event for what is like none, and says nothing of those that there are', () => {
    const { warnings, watch } = world();
    for (const event of ['anniversary', 'messageCreate', 'raw', 'warn', 'debug', 'ready']) watch.listened(event, 1);
    expect(warnings).toMatchObject([{ code: 'UNKNOWN_EVENT', message: expect.not.stringContaining('Did you mean') }]);
  });
});
