import type { Message, PersonFile, PersonMessage, User } from '@aplomb/fake-discord';
import type { CallArguments, PollDraft, UploadRef } from '../protocol.js';
import type { Call, CallsOf } from './Call.js';
import { where, which, who } from './places.js';
import { idOfNew, patiently } from './patience.js';
import { bool, id, list, object, optional, text, whole } from './readers.js';
import type { Reader, Shape, Shaped } from './readers.js';
import type { Scene } from './Scene.js';

const CONTENT_MAX = 4_000;
const DURATION_MAX_HOURS = 768;

const ON_MESSAGE = { as: id, channelId: id, messageId: id };
const uploadRef: Reader<UploadRef> = object({ upload: text() });
const poll: Reader<PollDraft> = object({
  question: text(),
  answers: list(text()),
  allowMultiselect: optional(bool),
  durationHours: optional(whole(1, DURATION_MAX_HOURS)),
});

type OnMessage = Shaped<typeof ON_MESSAGE>;
type Deed<More extends Shape> = (user: User, message: Message, args: Shaped<More>) => Promise<unknown>;

/** Something that a person does to a message. `more` is what is told besides who and which. */
function toMessage<More extends Shape>(more: More, deed: Deed<More>): Row<OnMessage & Shaped<More>> {
  return {
    reads: object({ ...more, ...ON_MESSAGE }) as Reader<OnMessage & Shaped<More>>,
    does: async (scene, args) => {
      await patiently(scene.clock, deed(who(scene, args), which(scene, args), args));
      return null;
    },
  };
}

interface Row<Args> {
  readonly does: (scene: Scene, args: Args) => Promise<null>;
  readonly reads: Reader<Args>;
}

const send: Call<'send'> = {
  reads: object({
    as: id,
    channelId: id,
    content: text(CONTENT_MAX),
    files: optional(list(uploadRef)),
    nonce: optional(text()),
    poll: optional(poll),
    replyTo: optional(id),
  }),
  does: async (scene, args) => {
    const user = who(scene, args);
    const sent = scene.uploads.lend((take) => {
      const message = messageOf(take, args);
      return idOfNew(scene.clock, { t: 'MESSAGE_CREATE', user }, () => user.send(where(scene, args), message));
    });
    return { messageId: await sent };
  },
};

type Take = (ref: UploadRef) => PersonFile;

/** A text alone is sent as one, so that it stands as one in a recorded test. */
function messageOf(take: Take, { content, files, nonce, poll: held, replyTo }: CallArguments<'send'>): PersonMessage | string {
  const more = {
    ...(files !== undefined && { files: files.map(take) }),
    ...(nonce !== undefined && { nonce }),
    ...(held !== undefined && { poll: pollOf(held) }),
    ...(replyTo !== undefined && { replyTo: { id: replyTo } }),
  };
  if (Object.keys(more).length === 0) return content;
  return { ...more, ...(content !== '' && { content }) };
}

function pollOf({ allowMultiselect, ...rest }: PollDraft): NonNullable<PersonMessage['poll']> {
  return { ...rest, ...(allowMultiselect !== undefined && { allowsMany: allowMultiselect }) };
}

/** What is done with messages. */
export const messageCalls: CallsOf<'delete' | 'edit' | 'pin' | 'react' | 'send' | 'typing' | 'unpin' | 'unreact' | 'vote'> = {
  send,
  edit: toMessage({ content: text(CONTENT_MAX) }, (user, message, { content }) => user.edit(message, content)),
  delete: toMessage({}, (user, message) => user.delete(message)),
  react: toMessage({ emoji: text() }, (user, message, { emoji }) => user.react(message, emoji)),
  unreact: toMessage({ emoji: text() }, (user, message, { emoji }) => user.unreact(message, emoji)),
  vote: toMessage({ answers: list(text()) }, (user, message, { answers }) => user.vote(message, ...answers)),
  pin: toMessage({}, (user, message) => user.pin(message)),
  unpin: toMessage({}, (user, message) => user.unpin(message)),
  typing: {
    reads: object({ as: id, channelId: id }),
    does: async (scene, args) => {
      await patiently(scene.clock, who(scene, args).startTyping(where(scene, args)));
      return null;
    },
  },
};
