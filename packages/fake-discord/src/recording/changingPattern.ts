import { escapeUnseen } from './escapeUnseen.js';

/** What is another in every run, each with its pattern: times, the port of a Discord, until when and by what signature it gives a file, and ids. */
const CHANGING = {
  time: '-?\\d+',
  port: '\\d+',
  signature: '[0-9a-f]+',
  id: '\\d+',
};
const PARTS =
  /(?<=<t:)(?<time>-?\d+)|(?<=\/\/127\.0\.0\.1:)(?<port>\d+)|(?<=\?ex=(?:[0-9a-f]+&is=(?:[0-9a-f]+&hm=)?)?)(?<signature>[0-9a-f]+)|(?<id>\d{15,20})|[\\^$.*+?()[\]{}|/]/g;

type Kind = keyof typeof CHANGING;

/**
 * The source of a pattern for a text that is another in every run, because there is a time, an address or an id in it that nobody knows; `null` for a text
 * that is always the same.
 */
export function changingPattern(text: string, isKnown: (id: string) => boolean): string | null {
  const kinds = [...text.matchAll(PARTS)].map((match) => ({ kind: kindOf(match.groups), found: match[0] }));
  if (!kinds.some(({ kind, found }) => kind !== undefined && !(kind === 'id' && isKnown(found)))) return null;
  let next = 0;
  const pattern = text.replace(PARTS, (found) => {
    const kind = kinds[next++]?.kind;
    return kind === undefined ? `\\${found}` : CHANGING[kind];
  });
  return `^${escapeUnseen(pattern)}$`;
}

function kindOf(groups: Readonly<Record<string, string | undefined>> = {}): Kind | undefined {
  return (Object.keys(CHANGING) as Kind[]).find((kind) => groups[kind] !== undefined);
}
