import type { FilePart } from './FilePart.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * `body` with an entry under `attachments` for each file, beside those that the caller listed: an edit keeps only what is listed. What the caller
 * says about a new file (its `id` is the file's index) goes before what the file says about itself.
 *
 * They belong to the message, which is not always the body: a forum thread carries it under `message`, the answer to an interaction under
 * `data`. No message has a field `message`, or a numeric `type`, of its own.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#edit-message | Edit message}
 */
export function mergeAttachments(body: unknown, files: readonly FilePart[]): unknown {
  const fields = fieldsOf(body ?? {});
  if (fields === null) return body;
  const place = placeOf(fields);
  if (place === null) return { ...fields, attachments: merged(fields['attachments'], files) };
  const message = fieldsOf(fields[place]) ?? {};
  return { ...fields, [place]: { ...message, attachments: merged(message['attachments'], files) } };
}

function placeOf(body: Fields): 'data' | 'message' | null {
  if (Object.hasOwn(body, 'message')) return 'message';
  return Object.hasOwn(body, 'type') && typeof body['type'] === 'number' ? 'data' : null;
}

function merged(listed: unknown, files: readonly FilePart[]): readonly unknown[] {
  const entries: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const known = new Set(entries.map(idOf));
  return [
    ...entries.map((entry) => {
      const file = files.find((_, index) => idOf(entry) === String(index));
      return file === undefined ? entry : { ...describe(file), ...fieldsOf(entry) };
    }),
    ...files.flatMap((file, index) => (known.has(String(index)) ? [] : [{ id: index, ...describe(file) }])),
  ];
}

/** Ids of attachments that exist are snowflakes; a single digit is the index of a new file. */
function idOf(entry: unknown): string {
  const id = fieldsOf(entry)?.['id'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}

function describe(file: FilePart): Fields {
  return {
    filename: file.name,
    ...(file.description === undefined ? {} : { description: file.description }),
    ...(file.isSpoiler ? { is_spoiler: true } : {}),
  };
}

/** The fields of an object as JSON sees it (builders have a `toJSON`), or `null` for what has none. */
function fieldsOf(value: unknown): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { toJSON } = value as { readonly toJSON?: unknown };
  const plain: unknown = typeof toJSON === 'function' ? (toJSON as () => unknown).call(value) : value;
  return typeof plain === 'object' && plain !== null ? (plain as Fields) : null;
}
