import { describe, expect, it } from '@jest/globals';
import { addChannel } from '../../../src/world/arrange.js';
import { WorldGateway } from '../../../src/world/WorldGateway.js';
import { makeApi } from '../makeApi.js';

describe('the routes of sounds and stickers', () => {
  it('show those of everybody and of guilds', () => {
    const { ask, guild } = makeApi();
    guild.things.stickers.set('7', { id: '7', name: 'wave' });
    expect([ask('GET /sticker-packs').body, ask('GET /stickers/7').body, ask('GET /stickers/8')]).toMatchObject([
      { sticker_packs: [{ name: 'Shapes', stickers: [{ name: 'circle' }, {}, {}] }] },
      { name: 'wave' },
      { status: 404, body: { code: 10060 } },
    ]);
    expect(ask('GET /soundboard-default-sounds').body).toMatchObject([{ sound_id: '1', name: 'quack' }, {}, {}]);
  });

  it('play a sound where the bot sits', () => {
    const { ask, events, guild, world } = makeApi({ botPermissions: ['UseSoundboard'] });
    const lounge = addChannel(world, guild, { kind: 'voice', name: 'lounge' });
    const play = (soundId: string) => ask(`POST /channels/${lounge.id}/send-soundboard-sound`, { sound_id: soundId });
    expect(play('1')).toMatchObject({ status: 400, body: { code: 40032 } });
    new WorldGateway(world).updateBotVoice({ guildId: guild.id, channelId: lounge.id, selfDeaf: false, selfMute: false, sessionId: 's' });
    expect([play('1').status, events.at(-1), play('99')]).toMatchObject([
      204,
      { t: 'VOICE_CHANNEL_EFFECT_SEND', d: { channel_id: lounge.id, sound_id: '1', user_id: world.bot.id } },
      { status: 404, body: { code: 10097 } },
    ]);
  });
});
