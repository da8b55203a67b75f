import { enterChannel } from '../../world/access.js';
import { isVoiceBased } from '../../world/channelTypes.js';
import { allows } from '../../world/permissions.js';
import type { WireThing } from '../../world/records.js';
import { badRequest, missingPermissions, unknown } from '../../world/refusals.js';
import { STICKER_PACK } from '../../world/stickerPacks.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { param } from './params.js';

const DEFAULT_SOUNDS: readonly WireThing[] = ['quack', 'airhorn', 'cricket'].map((name, index) => ({
  sound_id: String(index + 1),
  name,
  volume: 1,
  emoji_id: null,
  emoji_name: '🔊',
  available: true,
}));

/** Stickers and sounds that are everybody's, and sounds that are played. */
export const expressionRoutes: readonly Route[] = [
  route('GET /sticker-packs', () => ({ status: 200, body: { sticker_packs: [STICKER_PACK] } })),
  route('GET /sticker-packs/:packId', pack),
  route('GET /stickers/:stickerId', sticker),
  route('GET /soundboard-default-sounds', () => ({ status: 200, body: DEFAULT_SOUNDS })),
  route('POST /channels/:channelId/send-soundboard-sound', play),
];

function pack(context: RouteContext): RestReply {
  if (param(context, 'packId') !== STICKER_PACK.id) throw unknown('sticker pack');
  return { status: 200, body: STICKER_PACK };
}

function sticker(context: RouteContext): RestReply {
  const all = [...context.world.guilds.values()].map(({ things }) => things.stickers.get(param(context, 'stickerId')));
  const found = [...all, ...STICKER_PACK.stickers.filter(({ id }) => id === param(context, 'stickerId'))].find(
    (each) => each !== undefined,
  );
  if (found === undefined) throw unknown('Sticker');
  return { status: 200, body: found };
}

/** Only in the channel that the bot sits in, and hears: whoever sits there is told. */
function play(context: RouteContext): RestReply {
  const { form, world } = context;
  form.require('sound_id');
  const soundId = form.snowflake('sound_id') ?? '';
  const sourceId = form.snowflake('source_guild_id');
  form.check();
  const channel = enterChannel(world, world.bot.id, param(context, 'channelId'), 'Speak', 'UseSoundboard');
  if (channel.isDirect || !isVoiceBased(channel)) throw badRequest(50024, 'Cannot execute action on this channel type');
  const guild = world.guild(channel.guildId);
  if (guild.voiceStates.get(world.bot.id)?.channel_id !== channel.id) throw badRequest(40032, 'Target user is not connected to voice.');
  const source = sourceId === undefined ? guild : world.guild(sourceId);
  if (source !== guild && !allows(world.permissionsIn(channel, world.bot.id), 'UseExternalSounds')) throw missingPermissions();
  const sound = source.things.soundboardSounds.get(soundId) ?? DEFAULT_SOUNDS.find((each) => each['sound_id'] === soundId);
  if (sound === undefined) throw unknown('sound');
  const effect = { channel_id: channel.id, guild_id: guild.id, user_id: world.bot.id, sound_id: soundId, sound_volume: sound['volume'] };
  world.publishInGuild(guild, 'VOICE_CHANNEL_EFFECT_SEND', effect, channel);
  return { status: 204 };
}
