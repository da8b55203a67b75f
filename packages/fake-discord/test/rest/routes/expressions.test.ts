import { describe, expect, it } from '@jest/globals';
import { addChannel, addGuild } from '../../../src/world/arrange.js';
import { joinVoice } from '../../../src/world/voice.js';
import { forbid } from '../../arrangeHome.js';
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

  it('play a sound of another guild with the permission for it', () => {
    const { ask, bot, guild, world } = makeApi({ botPermissions: ['UseSoundboard'] });
    const other = addGuild(world, { name: 'Other' });
    other.things.soundboardSounds.set('77', { sound_id: '77', volume: 1 });
    const lounge = addChannel(world, guild, { kind: 'voice', name: 'lounge' });
    joinVoice(world, bot, lounge.id);
    const play = () => ask(`POST /channels/${lounge.id}/send-soundboard-sound`, { sound_id: '77', source_guild_id: other.id });
    expect(play().status).toBe(204);
    forbid(lounge, bot.id, 'UseExternalSounds');
    expect(play()).toMatchObject({ status: 403, body: { code: 50013 } });
  });

  it('send stickers of everybody, and of other guilds with the permission for it', () => {
    const { ask, bot, general, guild, world } = makeApi();
    const other = addGuild(world, { name: 'Other' });
    for (const [owner, id] of [
      [other, '77'],
      [guild, '78'],
    ] as const)
      owner.things.stickers.set(id, { id, name: 'wave', format_type: 1 });
    const send = (id: string) => ask(`POST /channels/${general.id}/messages`, { sticker_ids: [id] });
    expect([send('1003').body, send('77').status]).toMatchObject([{ sticker_items: [{ name: 'circle' }] }, 200]);
    forbid(general, bot.id, 'UseExternalStickers');
    expect([send('1003').status, send('78').status, send('77')]).toMatchObject([200, 200, { status: 403, body: { code: 50600 } }]);
  });
});
