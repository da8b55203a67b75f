import { beforeEach, describe, expect, it } from '@jest/globals';
import { arrangePeople } from '../arrangePeople.js';
import type { People } from '../arrangePeople.js';

let people: People;

beforeEach(() => {
  people = arrangePeople();
});

describe('a person in a forum', () => {
  it('begins a post with a message and tags by their names', async () => {
    const { alice, boss, guild } = people;
    const forum = guild.addChannel('help', { kind: 'forum' });
    await boss.moderate(guild).editChannel(forum, { available_tags: [{ name: 'bug' }, { name: 'idea' }] });
    const post = await alice.startPost(forum, { title: 'It burns', message: 'Help!', tags: ['bug'] });
    const [seen] = alice.view().guilds[0]!.channels.filter(({ id }) => id === post.id);
    expect([post.name, post.messages.map(({ content }) => content), seen]).toMatchObject([
      '#It burns',
      ['Help!'],
      { applied_tags: [expect.any(String)] },
    ]);
    await expect(alice.startPost(forum, { title: 'x', message: 'y', tags: ['joke'] })).rejects.toThrow('no tag "joke"');
  });

  it('cannot post where there is none', async () => {
    const { alice, general } = people;
    await expect(alice.startPost(general, { title: 'x', message: 'y' })).rejects.toMatchObject({ code: 'FAKE_IMPOSSIBLE_ACT' });
  });
});

describe('a person in a thread', () => {
  it('begins one of announcements among these', async () => {
    const { alice, guild, home } = people;
    const thread = await alice.startThread(guild.addChannel('news', { kind: 'announcement' }), 'On the news');
    expect(home.guild.threads.get(thread.id)?.type).toBe(10);
  });

  it('lets others in, who leave and come back', async () => {
    const { alice, bob, general, home } = people;
    const thread = await alice.startThread(general, 'Secrets', { isPrivate: true });
    await expect(bob.send(thread, 'hello')).rejects.toMatchObject({ refusal: { discordCode: 50001 } });
    await alice.addToThread(thread, bob);
    await bob.send(thread, 'hello');
    await bob.leaveThread(thread);
    const open = await alice.startThread(general, 'Open');
    await bob.joinThread(open);
    const members = [thread, open].map(({ id }) => [...(home.guild.threads.get(id)?.thread?.members.keys() ?? [])]);
    expect(members).toEqual([[alice.id], [alice.id, bob.id]]);
  });
});

describe('a person in a guild', () => {
  it('comes by an invite, which ends with its last use', async () => {
    const { alice, bob, boss, general, guild, home } = people;
    const code = await boss.createInvite(general, { maxUses: 1 });
    await alice.leave(guild);
    await bob.leave(guild);
    await alice.join(guild, { invite: code });
    await expect(bob.join(guild, { invite: code })).rejects.toMatchObject({ refusal: { discordCode: 10006 } });
    expect([home.guild.members.has(alice.id), home.guild.members.has(bob.id)]).toEqual([true, false]);
  });

  it('stays out once banned', async () => {
    const { bob, boss, guild } = people;
    await boss.moderate(guild).ban(bob);
    await expect(bob.join(guild)).rejects.toMatchObject({ refusal: { discordCode: 40007 } });
    await boss.moderate(guild).unban(bob);
    await expect(bob.join(guild)).resolves.toBeUndefined();
  });

  it('has one of four statuses', async () => {
    await expect(people.alice.setStatus('idel' as 'idle')).rejects.toThrow('A status is "idel". Did you mean idle?');
  });

  it('invites, and takes a nickname', async () => {
    const { alice, general, guild, home } = people;
    const code = await alice.createInvite(general, { maxUses: 1, maxAgeSeconds: 60 });
    await alice.setNickname(guild, 'Al');
    expect([home.guild.invites.get(code), home.guild.members.get(alice.id)]).toMatchObject([{ max_uses: 1, max_age: 60 }, { nick: 'Al' }]);
  });

  it('raises a hand on a stage, and is let speak', async () => {
    const { alice, boss, general, guild, home } = people;
    const stage = guild.addChannel('stage', { kind: 'stage' });
    const state = () => home.guild.voiceStates.get(alice.id);
    await expect(alice.requestToSpeak(guild)).rejects.toMatchObject({ refusal: { discordCode: 10065 } });
    await alice.joinVoice(stage);
    await alice.requestToSpeak(guild);
    expect(state()).toMatchObject({ suppress: true, request_to_speak_timestamp: expect.any(String) });
    await expect(alice.moderate(guild).letSpeak(alice)).rejects.toMatchObject({ refusal: { discordCode: 50013 } });
    await boss.moderate(guild).letSpeak(alice);
    expect(state()).toMatchObject({ suppress: false, request_to_speak_timestamp: null });
    await alice.joinVoice(guild.addVoiceChannel('lounge'));
    await expect(alice.requestToSpeak(guild)).rejects.toMatchObject({ code: 'FAKE_IMPOSSIBLE_ACT' });
    await expect(boss.moderate(guild).letSpeak(alice)).rejects.toMatchObject({ code: 'FAKE_IMPOSSIBLE_ACT' });
    await expect(boss.moderate(guild).letSpeak(people.bob)).rejects.toMatchObject({ refusal: { discordCode: 10065 } });
    expect(general.messages).toEqual([]);
  });

  it('writes what a voice channel is about while there', async () => {
    const { alice, guild } = people;
    const lounge = guild.addVoiceChannel('lounge', { overwrites: [{ id: alice.id, allow: ['SetVoiceChannelStatus'] }] });
    await expect(alice.setVoiceStatus(lounge, 'chess')).rejects.toMatchObject({ refusal: { discordCode: 50013 } });
    await alice.joinVoice(lounge);
    await alice.setVoiceStatus(lounge, 'chess');
    expect(people.home.events.at(-1)).toMatchObject({ t: 'VOICE_CHANNEL_STATUS_UPDATE', d: { status: 'chess' } });
  });
});
