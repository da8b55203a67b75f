import { beforeEach, describe, expect, it } from '@jest/globals';
import { Guild } from '../../src/actors/Guild.js';
import { Channel } from '../../src/actors/Channel.js';
import { User } from '../../src/actors/User.js';
import { Message } from '../../src/actors/Message.js';
import { messagePayload } from '../../src/world/messagePayloads.js';
import { WorldGateway } from '../../src/world/WorldGateway.js';
import { arrangeHome } from '../arrangeHome.js';
import type { Home } from '../arrangeHome.js';
import { makeStage } from '../makeStage.js';
import { makeApi } from '../rest/makeApi.js';

let home: Home;
let guild: Guild;
let general: Channel;
let carol: User;

beforeEach(() => {
  home = arrangeHome();
  const stage = makeStage(home);
  guild = new Guild(stage, home.guild);
  general = new Channel(stage, home.general);
  carol = guild.addMember('carol');
  home.events.length = 0;
});

describe('a person', () => {
  it('sends, answers, edits and deletes', async () => {
    const first = await carol.send(general, 'one');
    const answer = await carol.send(general, { content: 'two', replyTo: first });
    await carol.edit(first, 'uno');
    await carol.delete(answer);
    expect(home.told()).toEqual(['MESSAGE_CREATE', 'MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE']);
    expect([first.content, first.isDeleted, answer.data.type, answer.isDeleted, general.messages.map(({ id }) => id)]).toEqual([
      'uno',
      false,
      19,
      true,
      [first.id],
    ]);
  });

  it('reacts and takes it back', async () => {
    const message = await carol.send(general, 'x');
    await carol.react(message, '🎉');
    expect(message.reactions).toEqual({ '🎉': 1 });
    await carol.unreact(message, '🎉');
    expect([message.reactions, home.told().slice(1)]).toEqual([{}, ['MESSAGE_REACTION_ADD', 'MESSAGE_REACTION_REMOVE']]);
  });

  it('types, leaves, comes back, and goes online', async () => {
    await carol.startTyping(general);
    await carol.leave(guild);
    await expect(carol.send(general, 'x')).rejects.toMatchObject({ refusal: { discordCode: 50001 } });
    await carol.join(guild);
    await carol.setStatus('dnd');
    expect(home.events.map(({ t, d }) => [t, (d as { status?: string }).status])).toEqual([
      ['TYPING_START', undefined],
      ['GUILD_MEMBER_REMOVE', undefined],
      ['GUILD_MEMBER_ADD', undefined],
      ['PRESENCE_UPDATE', 'dnd'],
    ]);
  });

  it('is among the presences of a guild only while it is not offline', async () => {
    const seen: number[] = [];
    for (const status of ['idle', 'offline'] as const) {
      await carol.setStatus(status);
      seen.push(new WorldGateway(home.world).presences(guild.id).length);
    }
    expect([seen, home.events.map(({ d }) => (d as { status: string }).status)]).toEqual([
      [1, 0],
      ['idle', 'offline'],
    ]);
  });

  it('speaks to the bot alone', async () => {
    const message = await carol.sendDirect('psst');
    expect([carol.directChannel.name, carol.directChannel.lastMessage?.id, home.events[0]?.guildId]).toEqual(['@carol', message.id, null]);
  });

  it('votes, pins and begins threads', async () => {
    const poll = { question: { text: 'Tea?' }, answers: [{ poll_media: { text: 'yes' } }] };
    const record = home.general.messages.get(home.say(home.bot, { poll }));
    const message = new Message(home.world, messagePayload(home.world, home.general, record!));
    await carol.vote(message, 'yes');
    expect(message.data.poll?.results?.answer_counts).toEqual([{ id: 1, count: 1, me_voted: false }]);
    await expect(carol.pin(message)).rejects.toMatchObject({ refusal: { discordCode: 50013 } });
    const thread = await carol.startThread(message, 'On tea');
    await carol.send(thread, 'indeed');
    expect([thread.id, thread.name, (await carol.startThread(general, 'More')).name]).toEqual([message.id, '#On tea', '#More']);
  });

  it('comes into voice and goes', async () => {
    const lounge = guild.addVoiceChannel('lounge');
    await carol.joinVoice(lounge, { isSelfDeafened: true });
    expect(home.guild.voiceStates.get(carol.id)).toMatchObject({ channel_id: lounge.id, self_deaf: true });
    await carol.leaveVoice(guild);
    expect(home.guild.voiceStates.size).toBe(0);
  });

  it('can be mentioned', async () => {
    const message = await carol.send(general, carol.mention);
    expect(message.data.mentions).toEqual([carol.data]);
  });

  it('is told by name what was refused', async () => {
    const message = await carol.send(general, 'x');
    const bob = guild.addMember('dave');
    await expect(bob.edit(message, 'y')).rejects.toThrow("dave's edit was refused with status 403, code 50005");
    await expect(bob.send(general, '')).rejects.toThrow('code 50006');
    await expect(bob.send(general, 'x'.repeat(2001))).rejects.toThrow('"BASE_TYPE_MAX_LENGTH"');
  });
});

describe('a person who agrees to something, or pays', () => {
  it('gets a token that shows what they agreed to', () => {
    const api = makeApi();
    const token = new User(makeStage(api), api.alice).authorize(['connections'], [{ type: 'github' as never, name: 'alice-codes' }]);
    expect(api.askAs(`Bearer ${token}`, 'GET /users/@me/connections').body).toMatchObject([{ type: 'github', name: 'alice-codes' }]);
    expect(api.askAs(`Bearer ${token}`, 'GET /users/@me').status).toBe(403);
  });

  it('is entitled while the subscription lasts', () => {
    const api = makeApi();
    const person = new User(makeStage(api), api.alice);
    const subscription = person.subscribe(api.entitlements.addSku({ name: 'Gold', type: 5 }));
    expect(api.entitlements.all()).toMatchObject([{ user_id: api.alice.id }]);
    person.endSubscription(subscription);
    expect(api.entitlements.all()).toEqual([]);
  });
});
