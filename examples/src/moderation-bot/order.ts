import { parseMention } from 'aplomb';

/** What somebody is to suffer. */
export type Sentence = 'ban' | 'kick' | 'timeout';

/** `!timeout @alice 10 Too loud`, understood. */
export interface Order {
  readonly sentence: Sentence;
  readonly userId: string;
  /** Of a time-out. */
  readonly minutes: number;
  readonly reason: string;
}

const ORDER = /^!(ban|kick|timeout)\s+(\S+)\s*(.*)$/s;
const MINUTES = /^(\d{1,5})\b\s*/;

/** What a message orders; `null` where it orders nothing. */
export function orderIn(content: string): Order | null {
  const [, sentence, who = '', rest = ''] = ORDER.exec(content) ?? [];
  const mentioned = parseMention(who);
  if (sentence === undefined || mentioned?.kind !== 'user') return null;
  const [said = '', minutes = '10'] = sentence === 'timeout' ? (MINUTES.exec(rest) ?? []) : [];
  return { sentence: sentence as Sentence, userId: mentioned.id, minutes: Number(minutes), reason: rest.slice(said.length).trim() };
}
