import { beforeEach, describe, expect, it } from '@jest/globals';
import { addChannel, addMember, addRole, openDirectChannel, removeMember, setAvailable, updateMember } from '../../src/world/arrange.js';
import { setOverwrites } from '../../src/world/arrange.js';
import { editChannel } from '../../src/world/guild/channels.js';
import { addThreadMember, removeThreadMember, startThread } from '../../src/world/guild/threads.js';
import { ban } from '../../src/world/guild/members.js';
import { startTyping } from '../../src/world/typing.js';
import { Form } from '../../src/world/forms/Form.js';
import { readDraft, readEdit } from '../../src/world/forms/messageForm.js';
import { PersonWatch } from '../../src/watch/PersonWatch.js';
import type { PersonEvent } from '../../src/watch/PersonEvent.js';
import { arrangeHome } from '../arrangeHome.js';
import type { Home } from '../arrangeHome.js';

let home: Home;
let seen: PersonEvent[];

/** What alice sees from now on. */
function watch(userId = home.alice.id): PersonEvent[] {
  const events: PersonEvent[] = [];
  const eyes = new PersonWatch(home.world, userId, (event) => events.push(event));
  home.world.occurrences.listen((occurrence) => eyes.take(occurrence));
  return events;
}

const names = (): readonly string[] => seen.map(({ t }) => t);

beforeEach(() => {
  home = arrangeHome();
  seen = watch();
});

describe('a person who watches a guild', () => {
  it('sees messages, with what they themselves reacted', () => {
    const id = home.say(home.bob, 'hello');
    home.reactions.add(home.alice.id, { channelId: home.general.id, messageId: id, emoji: '👍' });
    home.messages.edit(home.bob.id, home.general.id, id, readEdit(new Form({ content: 'hello!' })));
    expect(seen).toMatchObject([
      { t: 'MESSAGE_CREATE', d: { id, content: 'hello', guild_id: home.guild.id, member: { roles: [] } } },
      { t: 'MESSAGE_REACTION_ADD', d: { user_id: home.alice.id } },
      { t: 'MESSAGE_UPDATE', d: { content: 'hello!', reactions: [{ me: true, count: 1 }] } },
    ]);
  });

  it('sees others type', () => {
    startTyping(home.world, home.bob.id, home.general.id);
    expect(seen).toMatchObject([{ t: 'TYPING_START', d: { user_id: home.bob.id } }]);
  });

  it('sees nothing of a channel that is hidden from them, though the bot does', () => {
    const secret = addChannel(home.world, home.guild, {
      kind: 'text',
      name: 'secret',
      overwrites: [{ id: home.alice.id, deny: ['ViewChannel'] }],
    });
    home.messages.post(home.bob, secret.id, readDraft(new Form({ content: 'psst' })));
    expect([names(), home.told()]).toEqual([[], ['CHANNEL_CREATE', 'MESSAGE_CREATE']]);
  });

  it('sees what happens in a channel that is hidden from the bot', () => {
    const lounge = addChannel(home.world, home.guild, {
      kind: 'text',
      name: 'lounge',
      overwrites: [{ id: home.bot.id, deny: ['ViewChannel'] }],
    });
    home.messages.post(home.bob, lounge.id, readDraft(new Form({ content: 'no bots here' })));
    expect(seen).toMatchObject([
      { t: 'CHANNEL_CREATE', d: { name: 'lounge' } },
      { t: 'MESSAGE_CREATE', d: { content: 'no bots here' } },
    ]);
    expect(home.events).toMatchObject([{ t: 'CHANNEL_CREATE', d: { name: '___hidden___' } }]);
  });

  it('sees a channel come and go with their permissions, and changes of these', () => {
    const deny = (...denied: readonly ('SendMessages' | 'ViewChannel')[]): void => {
      setOverwrites(home.world, home.general, [{ id: home.guild.id, deny: denied }]);
    };
    deny('ViewChannel');
    deny();
    deny('SendMessages');
    expect(names()).toEqual(['CHANNEL_DELETE', 'CHANNEL_CREATE', 'CHANNEL_UPDATE']);
    const [before, after] = seen.slice(1).map(({ d }) => BigInt((d as { permissions: string }).permissions));
    expect([(before ?? 0n) & 2_048n, (after ?? 0n) & 2_048n]).toEqual([2_048n, 0n]);
  });

  it('sees a channel come with a role', () => {
    const role = addRole(home.world, home.guild, { name: 'staff' });
    const overwrites = [
      { id: home.guild.id, deny: ['ViewChannel'] as const },
      { id: role.id, allow: ['ViewChannel'] as const },
    ];
    addChannel(home.world, home.guild, { kind: 'text', name: 'staff', overwrites });
    updateMember(home.world, home.guild, home.alice.id, { roles: [role.id] });
    expect(names()).toEqual(['GUILD_ROLE_CREATE', 'GUILD_MEMBER_UPDATE', 'CHANNEL_CREATE']);
  });

  it('sees a private thread come when they are let in, and go when they leave', () => {
    const doer = { reason: null, userId: home.bob.id };
    const thread = startThread(home.world, home.messages, doer, home.general.id, new Form({ name: 'secrets', type: 12 }));
    addThreadMember(home.world, home.bob.id, thread.id, home.alice.id);
    removeThreadMember(home.world, home.alice.id, thread.id, home.alice.id);
    home.messages.post(home.bob, thread.id, readDraft(new Form({ content: 'gone' })));
    expect(names()).toEqual(['THREAD_MEMBERS_UPDATE', 'THREAD_CREATE', 'THREAD_MEMBERS_UPDATE', 'THREAD_DELETE']);
  });

  it('sees a thread be archived, and come back', () => {
    const doer = { reason: null, userId: home.alice.id };
    const thread = startThread(home.world, home.messages, doer, home.general.id, new Form({ name: 'tea', type: 11 }));
    for (const archived of [true, false]) editChannel(home.world, doer, thread.id, new Form({ archived }));
    expect(seen.filter(({ t }) => t.startsWith('THREAD'))).toMatchObject([
      { t: 'THREAD_CREATE', d: { name: 'tea', member: { user_id: home.alice.id } } },
      { t: 'THREAD_UPDATE', d: { thread_metadata: { archived: true } } },
      { t: 'THREAD_CREATE', d: { thread_metadata: { archived: false } } },
    ]);
  });

  it('sees the guild go and come when they leave and join, and when it is down', () => {
    removeMember(home.world, home.guild, home.alice.id);
    home.say(home.bob, 'where is alice?');
    addMember(home.world, home.guild, home.alice);
    setAvailable(home.world, home.guild, false);
    setAvailable(home.world, home.guild, true);
    expect(seen).toMatchObject([
      { t: 'GUILD_DELETE', d: { id: home.guild.id } },
      { t: 'GUILD_CREATE', d: { name: 'Home', channels: [{ name: 'general' }] } },
      { t: 'GUILD_DELETE', d: { unavailable: true } },
      { t: 'GUILD_CREATE' },
    ]);
  });

  it('is told what moderators are told when they are one, also where the bot is none', () => {
    const role = addRole(home.world, home.guild, { name: 'boss', permissions: ['BanMembers'] });
    updateMember(home.world, home.guild, home.alice.id, { roles: [role.id] });
    ban(home.world, { reason: null, userId: home.guild.ownerId }, home.guild.id, home.bob.id, new Form({}));
    expect([
      names().includes('GUILD_BAN_ADD'),
      names().includes('GUILD_AUDIT_LOG_ENTRY_CREATE'),
      home.told().includes('GUILD_BAN_ADD'),
    ]).toEqual([true, false, false]);
  });

  it('is not told what only the bot, or only a moderator, is told', () => {
    home.world.publish({ t: 'INTERACTION_CREATE', d: {}, guildId: home.guild.id });
    home.world.publishInGuild(home.guild, 'GUILD_BAN_ADD', {});
    expect(seen).toEqual([]);
  });
});

describe('a person who watches their conversation with the bot', () => {
  it('sees it come with its first message, and it is with the bot', () => {
    const channel = openDirectChannel(home.world, home.alice);
    home.messages.post(home.bot, channel.id, readDraft(new Form({ content: 'hi' })));
    expect(seen).toMatchObject([
      { t: 'CHANNEL_CREATE', d: { type: 1, recipients: [{ id: home.bot.id }] } },
      { t: 'MESSAGE_CREATE', d: { content: 'hi' } },
    ]);
  });

  it('sees nothing of the conversations of others', () => {
    const channel = openDirectChannel(home.world, home.bob);
    home.messages.post(home.bot, channel.id, readDraft(new Form({ content: 'hi' })));
    expect(seen).toEqual([]);
  });
});

describe('what one person alone sees', () => {
  it('is seen by nobody else', () => {
    const bobSees = watch(home.bob.id);
    const draft = readDraft(new Form({ content: 'for bob' }));
    home.messages.postAs(home.bot, home.general, draft, {}, home.bob.id);
    expect([names(), bobSees.map(({ t }) => t)]).toEqual([[], ['MESSAGE_CREATE']]);
  });

  it('carries the guild for them, which bots are not told', () => {
    const draft = readDraft(new Form({ content: 'for alice' }));
    home.messages.postAs(home.bot, home.general, draft, {}, home.alice.id);
    expect(seen).toMatchObject([{ t: 'MESSAGE_CREATE', d: { content: 'for alice', guild_id: home.guild.id } }]);
  });
});
