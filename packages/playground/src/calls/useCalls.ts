import type { Directory, FilledValue, FilledValues, Interaction, OptionValues, PersonFile } from '@aplomb/fake-discord';
import type { FilledIn, GivenValue, UploadRef, UseOutcome } from '../protocol.js';
import type { CallsOf } from './Call.js';
import { where, which, who } from './places.js';
import { bool, either, id, list, mapOf, nothing, number, object, optional, text } from './readers.js';
import type { Reader } from './readers.js';
import type { Scene } from './Scene.js';
import { useOutcome } from './useOutcome.js';

const uploadRef: Reader<UploadRef> = object({ upload: text() });
const givenValues = optional(mapOf(either('a text, a number, a yes or no, or an upload', text(), number, bool, uploadRef)));
const listed = list(either('a text or an upload', text(), uploadRef));
const filledIn = mapOf(either('a text, a yes or no, a list of texts and uploads, or null', text(), bool, listed, nothing));

/** What people use of a bot: its commands, the components of its messages, its modals. */
export const useCalls: CallsOf<'autocomplete' | 'press' | 'select' | 'submit' | 'useCommand' | 'useMessageCommand' | 'useUserCommand'> = {
  useCommand: {
    reads: object({ as: id, channelId: id, name: text(), values: givenValues }),
    does: (scene, { name, values = {}, ...args }) =>
      scene.uploads.lend((take) => {
        const options = optionValues(take, values);
        return use(scene, args, (user) => user.useCommand(where(scene, args), name, options));
      }),
  },
  useUserCommand: {
    reads: object({ as: id, channelId: id, name: text(), userId: id }),
    does: (scene, { name, userId, ...args }) => use(scene, args, (user) => user.useUserCommand(where(scene, args), name, { id: userId })),
  },
  useMessageCommand: {
    reads: object({ as: id, channelId: id, messageId: id, name: text() }),
    does: (scene, { name, ...args }) => use(scene, args, (user) => user.useMessageCommand(which(scene, args), name)),
  },
  autocomplete: {
    reads: object({ as: id, channelId: id, name: text(), option: text(), typed: text(), values: givenValues }),
    does: (scene, { name, option, typed, values = {}, ...args }) => {
      // A file that is chosen already stays for the command itself: suggestions need no more than to know that there is one.
      const others = Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value !== 'object')) as OptionValues;
      return use(scene, args, (user) => user.autocomplete(where(scene, args), name, option, typed, others));
    },
  },
  press: {
    reads: object({ as: id, channelId: id, messageId: id, customId: text() }),
    does: (scene, { customId, ...args }) => use(scene, args, (user) => user.press(which(scene, args), customId)),
  },
  select: {
    reads: object({ as: id, channelId: id, messageId: id, customId: text(), values: list(text()) }),
    does: (scene, { customId, values, ...args }) => use(scene, args, (user) => user.select(which(scene, args), customId, values)),
  },
  submit: {
    reads: object({ as: id, interactionId: id, values: filledIn }),
    does: (scene, { interactionId, values, ...args }) => {
      const { modal } = scene.backstage.discord.directory.interaction(interactionId);
      return scene.uploads.lend((take) => {
        const filled = filledValues(take, values);
        return use(scene, args, (user) => user.submit(modal, filled));
      });
    },
  },
};

function use(
  scene: Scene,
  args: { readonly as: string },
  act: (user: ReturnType<typeof who>) => Promise<Interaction>,
): Promise<UseOutcome> {
  const user = who(scene, args);
  const directory: Directory = scene.backstage.discord.directory;
  return useOutcome(directory, user, () => act(user));
}

type Take = (ref: UploadRef) => PersonFile;

function optionValues(take: Take, values: Readonly<Record<string, GivenValue>>): OptionValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? take(value) : value]));
}

function filledValues(take: Take, values: Readonly<Record<string, FilledIn>>): FilledValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, filledValue(take, value)]));
}

function filledValue(take: Take, value: FilledIn): FilledValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  return value.map((each) => (typeof each === 'string' ? each : take(each)));
}
