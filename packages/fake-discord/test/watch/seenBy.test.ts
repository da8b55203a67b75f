import { beforeEach, describe, expect, it } from '@jest/globals';
import { arrangePeople } from '../actors/arrangePeople.js';
import type { People } from '../actors/arrangePeople.js';

let people: People;

beforeEach(() => {
  people = arrangePeople();
});

const names = (who: People['alice']): readonly (string | null | undefined)[] => who.view().guilds[0]!.channels.map(({ name }) => name);

describe('the view of a person', () => {
  it('has their guilds with everything that a page shows', async () => {
    const { alice, bob, guild, home } = people;
    const lounge = guild.addVoiceChannel('lounge');
    await bob.joinVoice(lounge);
    await bob.setStatus('online');
    const emoji = guild.addEmoji('blob');
    const view = alice.view();
    expect(view).toMatchObject({
      me: { id: alice.id },
      directChannels: [],
      guilds: [
        {
          id: guild.id,
          name: 'Home',
          icon: null,
          owner_id: home.guild.ownerId,
          roles: [{ name: '@everyone' }, { name: 'boss' }],
          channels: [{ name: 'general' }, { name: 'lounge' }],
          emojis: [{ id: emoji.id, name: 'blob' }],
          member_count: 5,
          presences: [{ user: { id: bob.id }, status: 'online' }],
          voice_states: [{ channel_id: lounge.id, user_id: bob.id }],
        },
      ],
    });
    expect(view.guilds[0]?.members.map(({ user }) => user.username)).toEqual(['owner', 'robot', 'alice', 'bob', 'boss']);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  it('has the channels that they may view, with their permissions there', () => {
    const { alice, boss, general, guild } = people;
    guild.addTextChannel('secret', { overwrites: [{ id: guild.id, deny: ['ViewChannel'] }] });
    general.setOverwrites([{ id: alice.id, deny: ['SendMessages'] }]);
    expect([names(alice), names(boss)]).toEqual([['general'], ['general', 'secret']]);
    const mayIn = (who: People['alice']): bigint => BigInt(who.view().guilds[0]!.channels[0]!.permissions);
    expect([mayIn(alice) & 2_048n, mayIn(boss) & 2_048n]).toEqual([0n, 2_048n]);
  });

  it('has open threads, those of others too, and their own membership', async () => {
    const { alice, bob, boss, general, guild } = people;
    const thread = await bob.startThread(general, 'tea');
    await bob.startThread(general, 'secrets', { isPrivate: true });
    expect([names(alice), names(bob)]).toEqual([
      ['general', 'tea'],
      ['general', 'tea', 'secrets'],
    ]);
    const membership = (who: People['alice']): unknown => who.view().guilds[0]!.channels.find(({ id }) => id === thread.id);
    expect([membership(alice), membership(bob)]).toMatchObject([{ name: 'tea' }, { member: { user_id: bob.id } }]);
    expect(membership(alice)).not.toHaveProperty('member');
    await boss.moderate(guild).editChannel(thread, { archived: true });
    expect(names(alice)).toEqual(['general']);
  });

  it('has the conversation with the bot, once there is one, as it is called on their side', async () => {
    const { alice, bob, home } = people;
    await alice.sendDirect('hi');
    expect([alice.view().directChannels, bob.view().directChannels]).toMatchObject([[{ type: 1, recipients: [{ id: home.bot.id }] }], []]);
  });

  it('has no guild that is down, or that they have left', async () => {
    const { alice, bob, guild } = people;
    await bob.leave(guild);
    guild.setUnavailable(true);
    expect([alice.view().guilds, bob.view().guilds]).toEqual([[], []]);
  });
});
