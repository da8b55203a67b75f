import { beforeEach, describe, expect, it } from '@jest/globals';
import { addChannel, removeMember } from '../../src/world/arrange.js';
import type { GuildChannelRecord } from '../../src/world/records.js';
import { joinVoice, leaveVoice, setVoiceState } from '../../src/world/voice.js';
import { WorldGateway } from '../../src/world/WorldGateway.js';
import { forbid, outcome } from '../arrangeHome.js';
import { makeApi } from '../rest/makeApi.js';
import type { ApiHome } from '../rest/makeApi.js';

let home: ApiHome;
let lounge: GuildChannelRecord;

beforeEach(() => {
  home = makeApi({ botPermissions: ['SetVoiceChannelStatus', 'ManageChannels'] });
  lounge = addChannel(home.world, home.guild, { kind: 'voice', name: 'lounge', userLimit: 1 });
  home.events.length = 0;
});

describe('a person in voice', () => {
  it('is told to have come and gone', () => {
    joinVoice(home.world, home.alice, lounge.id, { isSelfMuted: true });
    leaveVoice(home.world, home.alice.id, home.guild.id);
    leaveVoice(home.world, home.alice.id, home.guild.id);
    expect(home.events).toMatchObject([
      { t: 'VOICE_STATE_UPDATE', d: { channel_id: lounge.id, user_id: home.alice.id, self_mute: true, member: { user: home.alice } } },
      { t: 'VOICE_STATE_UPDATE', d: { channel_id: null, user_id: home.alice.id } },
    ]);
    expect(home.events).toHaveLength(2);
  });

  it('came where there was room, and where it was allowed', () => {
    joinVoice(home.world, home.alice, lounge.id);
    const other = addChannel(home.world, home.guild, { kind: 'voice', name: 'other' });
    forbid(other, home.bob.id, 'Connect');
    const join = (channelId: string) =>
      outcome(() => {
        joinVoice(home.world, home.bob, channelId);
      });
    expect([join(lounge.id), join(other.id), join(home.general.id)]).toEqual(['403 50013', '403 50013', '400 50024']);
  });
});

describe('a person in voice who leaves the guild', () => {
  it('leaves voice first', () => {
    joinVoice(home.world, home.alice, lounge.id);
    removeMember(home.world, home.guild, home.alice.id);
    expect(home.told()).toEqual(['VOICE_STATE_UPDATE', 'VOICE_STATE_UPDATE', 'GUILD_MEMBER_REMOVE']);
  });
});

describe('the bot that is moved', () => {
  it('gets a server for its new channel', () => {
    const other = addChannel(home.world, home.guild, { kind: 'voice', name: 'other' });
    const request = { guildId: home.guild.id, channelId: lounge.id, selfDeaf: false, selfMute: false, sessionId: 's' };
    const { state } = new WorldGateway(home.world).updateBotVoice(request)!;
    setVoiceState(home.world, home.guild, { ...state, channel_id: other.id });
    expect(home.told().slice(-2)).toEqual(['VOICE_STATE_UPDATE', 'VOICE_SERVER_UPDATE']);
  });
});

describe('the status of a voice channel', () => {
  it('is told, answers op 43, and is on no channel object', () => {
    const at = `/channels/${lounge.id}`;
    expect(home.ask(`PUT ${at}/voice-status`, { status: 'Karaoke' }).status).toBe(204);
    expect(home.events.at(-1)).toMatchObject({
      t: 'VOICE_CHANNEL_STATUS_UPDATE',
      d: { id: lounge.id, guild_id: home.guild.id, status: 'Karaoke' },
    });
    expect([new WorldGateway(home.world).channelInfo(home.guild.id), home.ask(`GET ${at}`).body]).toEqual([
      [{ id: lounge.id, status: 'Karaoke' }],
      expect.not.objectContaining({ status: expect.anything() }),
    ]);
    expect(home.ask(`PUT /channels/${home.general.id}/voice-status`, { status: 'x' })).toMatchObject({
      status: 400,
      body: { code: 50024 },
    });
  });
});
