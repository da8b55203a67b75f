import { readDraft, readEdit } from '../../world/forms/messageForm.js';
import { Form } from '../../world/forms/Form.js';
import { impossible } from '../../world/impossible.js';
import { messagePayload } from '../../world/messagePayloads.js';
import type { FoundMessage } from '../../world/Messages.js';
import { setPinned } from '../../world/pins.js';
import type { ReactionTarget } from '../../world/Reactions.js';
import { startTyping as typing } from '../../world/typing.js';
import type { Channel } from '../Channel.js';
import { Message } from '../Message.js';
import type { Stage } from '../Stage.js';
import { act } from './perform.js';
import type { Person } from './perform.js';
import { editForm, filesOf, messageForm } from './PersonMessage.js';
import type { PersonEdit, PersonMessage } from './PersonMessage.js';

export const send = act(
  'send',
  (channel) => `message to ${channel.name}`,
  ({ stage, user }: Person, channel: Channel, message: PersonMessage | string): Message =>
    shown(stage, stage.messages.post(user, channel.id, readDraft(messageForm(message), filesOf(message)))),
);

export const edit = act('edit', 'edit', ({ stage, user }: Person, { channelId, id }: Message, change: PersonEdit | string): Message =>
  shown(stage, stage.messages.edit(user.id, channelId, id, readEdit(editForm(change)))),
);

export const forward = act(
  'forward',
  (_, to) => `forward to ${to.name}`,
  ({ stage, user }: Person, { channelId, id }: Message, to: Channel): Message => {
    const reference = { type: 1, channel_id: channelId, message_id: id };
    return shown(stage, stage.messages.post(user, to.id, readDraft(new Form({ message_reference: reference }))));
  },
);

export const crosspost = act('crosspost', 'publishing of a message', ({ stage, user }: Person, { channelId, id }: Message): Message =>
  shown(stage, stage.messages.crosspost(user.id, channelId, id)),
);

export const remove = act('delete', 'deletion of a message', ({ stage, user }: Person, { channelId, id }: Message): void => {
  stage.messages.delete(user.id, channelId, id);
});

/** A message for one's own eyes can only be taken out of sight, by who sees it; nobody is told. */
export const dismiss = act('dismiss', 'dismissal of a message', ({ stage, user }: Person, { channelId, id }: Message): void => {
  const { messages } = stage.world.channel(channelId);
  if (messages.find(id)?.onlyFor !== user.id) throw impossible('Only a message for one’s own eyes can be dismissed.', 'Delete it instead.');
  messages.delete(id);
});

export const react = act(
  'react',
  (_, emoji) => `reaction ${emoji}`,
  ({ stage, user }: Person, message: Message, emoji: string): void => {
    stage.reactions.add(user.id, targetOf(message, emoji));
  },
);

export const unreact = act(
  'unreact',
  (_, emoji) => `taking back of ${emoji}`,
  ({ stage, user }: Person, message: Message, emoji: string): void => {
    stage.reactions.remove(user.id, targetOf(message, emoji), user.id);
  },
);

export const vote = act('vote', 'vote', ({ stage, user }: Person, { channelId, id }: Message, ...answers: readonly string[]): void => {
  stage.polls.vote(user.id, channelId, id, answers);
});

export const endPoll = act('endPoll', 'end of a poll', ({ stage, user }: Person, { channelId, id }: Message): void => {
  stage.polls.expire(user.id, channelId, id);
});

export const pin = act('pin', 'pin', (person: Person, message: Message): void => {
  pinned(person, message, true);
});

export const unpin = act('unpin', 'taking out of a pin', (person: Person, message: Message): void => {
  pinned(person, message, false);
});

export const startTyping = act(
  'startTyping',
  ({ name }) => `typing in ${name}`,
  ({ stage, user }: Person, channel: Channel): void => {
    typing(stage.world, user.id, channel.id);
  },
);

function pinned({ stage: { messages, world }, user }: Person, { channelId, id: messageId }: Message, isPinned: boolean): void {
  setPinned(world, messages, user.id, { channelId, isPinned, messageId });
}

/** A message in the hands of a test. */
export function shown({ world }: Stage, { channel, record }: FoundMessage): Message {
  return new Message(world, messagePayload(world, channel, record));
}

function targetOf({ channelId, id }: Message, emoji: string): ReactionTarget {
  return { channelId, messageId: id, emoji };
}
