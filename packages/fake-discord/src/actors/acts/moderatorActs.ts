import type { APIRole } from 'discord-api-types/v10';
import { enterChannel } from '../../world/access.js';
import { ChannelKind } from '../../world/channelTypes.js';
import { Form } from '../../world/forms/Form.js';
import { createChannel as newChannel, deleteChannel as endChannel, editChannel as changeChannel } from '../../world/guild/channels.js';
import type { Doer } from '../../world/guild/Doer.js';
import { ban as banish, editMember, kick as throwOut, setRole, unban as pardon } from '../../world/guild/members.js';
import { createRole as newRole, deleteRole as endRole, editRole as changeRole } from '../../world/guild/roles.js';
import { impossible } from '../../world/impossible.js';
import { unknown } from '../../world/refusals.js';
import { isoTime } from '../../world/time.js';
import { setVoiceState } from '../../world/voice.js';
import { Channel } from '../Channel.js';
import type { Message } from '../Message.js';
import type { User } from '../User.js';
import { act } from './perform.js';
import type { Person } from './perform.js';

/** A person with a guild to look after. */
export type ActingModerator = Person & Required<Pick<Person, 'moderation'>>;

/** Something by its id. */
type WithId = Pick<APIRole, 'id'>;
/** The body of one of Discord's operations. */
export type Fields = Readonly<Record<string, unknown>>;

export const kick = act(
  'kick',
  ({ username }) => `kick of ${username}`,
  (by: ActingModerator, user: User): void => {
    throwOut(by.stage.world, doerOf(by), guildOf(by), user.id);
  },
);

export const ban = act(
  'ban',
  ({ username }) => `ban of ${username}`,
  (by: ActingModerator, user: User, deleteMessageSeconds: number): void => {
    banish(by.stage.world, doerOf(by), guildOf(by), user.id, new Form({ delete_message_seconds: deleteMessageSeconds }));
  },
);

export const unban = act(
  'unban',
  ({ username }) => `pardon of ${username}`,
  (by: ActingModerator, user: User): void => {
    pardon(by.stage.world, doerOf(by), guildOf(by), user.id);
  },
);

export const timeOut = memberChange('timeOut', (forMs: number | null, { stage: { world } }) => ({
  communication_disabled_until: forMs === null ? null : isoTime(world.clock.wallMs() + forMs),
}));
export const rename = memberChange('rename', (nick: string | null) => ({ nick }));
export const muteVoice = memberChange('muteVoice', (mute: boolean) => ({ mute }));
export const deafenVoice = memberChange('deafenVoice', (deaf: boolean) => ({ deaf }));
export const moveVoice = memberChange('moveVoice', (channel: Channel | null) => ({ channel_id: channel?.id ?? null }));

export const giveRole = roleOfMember('giveRole', true);
export const takeRole = roleOfMember('takeRole', false);

export const createRole = act('createRole', 'creation of a role', (by: ActingModerator, fields: Fields): APIRole =>
  newRole(by.stage.world, doerOf(by), guildOf(by), new Form(fields)),
);

export const editRole = act('editRole', 'change of a role', (by: ActingModerator, { id }: WithId, fields: Fields): APIRole =>
  changeRole(by.stage.world, doerOf(by), guildOf(by), id, new Form(fields)),
);

export const deleteRole = act('deleteRole', 'deletion of a role', (by: ActingModerator, { id }: WithId): void => {
  endRole(by.stage.world, doerOf(by), guildOf(by), id);
});

export const createChannel = act(
  'createChannel',
  'creation of a channel',
  (by: ActingModerator, fields: Fields): Channel =>
    new Channel(by.stage, newChannel(by.stage.world, doerOf(by), guildOf(by), new Form(fields))),
);

export const editChannel = act(
  'editChannel',
  ({ name }) => `change of ${name}`,
  (by: ActingModerator, channel: Channel, fields: Fields): void => {
    changeChannel(by.stage.world, doerOf(by), channel.id, new Form(fields));
  },
);

export const deleteChannel = act(
  'deleteChannel',
  ({ name }) => `deletion of ${name}`,
  (by: ActingModerator, channel: Channel): void => {
    endChannel(by.stage.world, doerOf(by), channel.id);
  },
);

export const letSpeak = act(
  'letSpeak',
  ({ username }) => `letting speak of ${username}`,
  ({ moderation, stage: { world }, user: { id: userId } }: ActingModerator, user: User, isSpeaker: boolean): void => {
    const guild = world.guild(moderation.guild.id);
    const state = guild.voiceStates.get(user.id);
    if (state === undefined) throw unknown('Voice State');
    const channel = enterChannel(world, userId, state.channel_id ?? '', 'MuteMembers');
    if (channel.isDirect || channel.type !== ChannelKind.Stage)
      throw impossible('There is no stage here.', 'They must be in a stage channel.');
    setVoiceState(world, guild, { ...state, suppress: !isSpeaker, request_to_speak_timestamp: null });
  },
);

export const clearReactions = act(
  'clearReactions',
  'clearing of reactions',
  ({ stage, user }: ActingModerator, { channelId, id }: Message, emoji: string | undefined): void => {
    stage.reactions.clear(user.id, channelId, id, emoji);
  },
);

/** Something about a member that "modify guild member" changes. */
function memberChange<Value>(verb: string, fieldsOf: (value: Value, by: ActingModerator) => Fields) {
  return act(
    verb,
    ({ username }) => `change of ${username}`,
    (by: ActingModerator, user: User, value: Value): void => {
      editMember(by.stage.world, doerOf(by), guildOf(by), user.id, new Form(fieldsOf(value, by)));
    },
  );
}

function roleOfMember(verb: string, has: boolean) {
  const what = has ? 'giving' : 'taking';
  return act(
    verb,
    ({ username }) => `${what} of a role of ${username}`,
    (by: ActingModerator, user: User, role: WithId): void => {
      setRole(by.stage.world, doerOf(by), guildOf(by), { has, roleId: role.id, userId: user.id });
    },
  );
}

function doerOf({ moderation: { reason }, user }: ActingModerator): Doer {
  return { reason, userId: user.id };
}

function guildOf({ moderation }: ActingModerator): string {
  return moderation.guild.id;
}
