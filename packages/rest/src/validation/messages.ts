import { problem, problemAt, type Check, type Problem, type Walk } from './Check.js';
import { fieldsOf, list, number, own, shape, text } from './checks.js';
import { components, rowsOnly } from './components.js';
import { embeds, embedsTogether } from './embeds.js';

/** @see {@link https://docs.discord.com/developers/resources/message#message-object-message-flags | Message flags} */
const IS_COMPONENTS_V2 = 1 << 15;

/** Fields that make no message by themselves. One that is not known here may. */
const ACCOMPANYING: ReadonlySet<string> = new Set([
  ...[
    'allowed_mentions',
    'applied_tags',
    'avatar_url',
    'enforce_nonce',
    'flags',
    'message_reference',
    'nonce',
    'thread_name',
    'tts',
    'username',
  ],
  ...['attachments', 'components', 'content', 'embeds', 'sticker_ids'],
]);

const poll: Check = shape({
  answers: list(10, shape({ poll_media: shape({ text: text(55, 1) }) }), 1),
  duration: number(1, 768),
  question: shape({ text: text(300, 1) }),
});

/** Naming ids of a kind and letting all of that kind ping exclude each other. */
const allowedMentions: Check = shape({ roles: list(100), users: list(100) }, (value) => {
  const { parse, ...kinds } = fieldsOf(value) ?? {};
  for (const kind of ['roles', 'users']) {
    const ids = own(kinds, kind);
    if (Array.isArray(parse) && parse.includes(kind) && Array.isArray(ids) && ids.length > 0)
      return problemAt(
        [kind],
        `names ids while \`parse\` lets all ${kind} ping`,
        `Take "${kind}" out of \`parse\`, or leave \`${kind}\` out.`,
      );
  }
  return null;
});

const FIELDS: Readonly<Record<string, Check>> = {
  allowed_mentions: allowedMentions,
  applied_tags: list(5),
  attachments: list(10, shape({ description: text(1_024), filename: text(1_024, 1), title: text(1_024), waveform: text(400) })),
  avatar_url: text(2_048),
  components,
  content: text(2_000),
  embeds,
  flags: number(0),
  nonce: text(25),
  poll,
  shared_client_theme: shape({ base_mix: number(0, 100), colors: list(5, text(6), 1), gradient_angle: number(0, 360) }),
  thread_name: text(100),
  username: text(80, 1),
};

/** A change to a message: what is left out stays. */
export const editedMessage: Check = shape(FIELDS, embedsTogether, withoutOldParts);

/** A message that is sent. */
export const newMessage: Check = shape({ ...FIELDS, sticker_ids: list(3) }, embedsTogether, withoutOldParts, rowsWithoutFlag, notEmpty);

/** With the flag, everything stands in components. */
function withoutOldParts(value: unknown): Problem | null {
  const message = fieldsOf(value) ?? {};
  if (!hasFlag(message)) return null;
  for (const name of ['content', 'embeds', 'poll', 'sticker_ids', 'shared_client_theme'])
    if (isSomething(own(message, name)))
      return problemAt(
        [name],
        'cannot stand beside the flag of Components V2',
        'Say it in components (TextDisplay, MediaGallery …), or drop the flag.',
      );
  return null;
}

function rowsWithoutFlag(value: unknown): Problem | null {
  const message = fieldsOf(value) ?? {};
  const given = own(message, 'components');
  if (hasFlag(message) || given === undefined) return null;
  const found = rowsOnly(given, { depth: 0, files: 0, nowMs: null });
  return found === null ? null : problemAt(['components', ...found.path], found.says, found.cure);
}

/** @see {@link https://docs.discord.com/developers/resources/message#create-message | Create message} */
function notEmpty(value: unknown, { files }: Walk): Problem | null {
  const message = fieldsOf(value) ?? {};
  if (files > 0) return null;
  for (const name of Object.keys(message)) {
    if (!ACCOMPANYING.has(name) && message[name] !== undefined) return null;
    if (!isSomething(message[name])) continue;
    if (['attachments', 'components', 'content', 'embeds', 'sticker_ids'].includes(name) || isForward(name, message[name])) return null;
  }
  return problem('is empty', 'Give `content`, `embeds`, `components`, `sticker_ids`, `poll` or files.');
}

function isForward(name: string, value: unknown): boolean {
  return name === 'message_reference' && fieldsOf(value)?.['type'] === 1;
}

function hasFlag(message: Readonly<Record<string, unknown>>): boolean {
  const flags = own(message, 'flags');
  return typeof flags === 'number' && (flags & IS_COMPONENTS_V2) !== 0;
}

function isSomething(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
}
