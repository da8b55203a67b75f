import { describe, expect, it } from '@jest/globals';
import { USER, VOICE_STATE } from './samples.js';
import { expectCalls, guildWorld, hiddenKeys } from './structure.js';

const { id } = USER;
const at = ['100', id] as const;
const OWN = { ...VOICE_STATE, user_id: '8' };

describe('a voice state', () => {
  it('shows all that its payload has', () => {
    const state = guildWorld().views.voiceState(VOICE_STATE, '100');
    expect(hiddenKeys(state, VOICE_STATE)).toEqual([]);
    expect([state.channel?.id, state.user?.username, state.guild?.name]).toEqual(['200', 'nelly', 'Home']);
  });

  it('from the cache finds its member there', () => {
    const state = guildWorld().views.cachedVoiceState('100', id);
    expect([state?.member?.nick, state?.data.member]).toEqual(['Nell', undefined]);
  });

  it('is changed by way of the member', async () => {
    const reason = { reason: 'why' };
    await expectCalls(
      ({ views }) => views.voiceState(VOICE_STATE, '100'),
      [
        [(it) => it.fetch(), 'voice.state', ...at],
        [(it) => it.moveTo('201', reason), 'guilds.editMember', ...at, { channel_id: '201' }, reason],
        [(it) => it.disconnect(), 'guilds.editMember', ...at, { channel_id: null }],
        [(it) => it.setMute(true), 'guilds.editMember', ...at, { mute: true }],
        [(it) => it.setDeaf(true), 'guilds.editMember', ...at, { deaf: true }],
        [(it) => it.setSuppressed(true), 'voice.editState', ...at, { channel_id: '200', suppress: true }],
      ],
    );
  });

  it('of the bot itself is changed by itself', async () => {
    const { clock } = guildWorld();
    const now = new Date(clock.wallMs()).toISOString();
    await expectCalls(
      ({ views }) => views.voiceState(OWN, '100'),
      [
        [(it) => it.setSuppressed(false), 'voice.editOwnState', '100', { channel_id: '200', suppress: false }],
        [(it) => it.requestToSpeak(), 'voice.editOwnState', '100', { channel_id: '200', request_to_speak_timestamp: now }],
        [(it) => it.requestToSpeak(false), 'voice.editOwnState', '100', { channel_id: '200', request_to_speak_timestamp: null }],
      ],
    );
  });

  it('lets nobody ask to speak for others, nor in no channel, and nothing is sent', async () => {
    const { calls, views } = guildWorld();
    const gone = views.voiceState({ ...OWN, channel_id: null }, '100');
    await expect(views.voiceState(VOICE_STATE, '100').requestToSpeak()).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(gone.requestToSpeak()).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(gone.setSuppressed(true)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect([calls, gone.channel]).toEqual([[], undefined]);
  });
});
