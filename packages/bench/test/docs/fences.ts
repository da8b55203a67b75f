import { readText } from './repository.js';

/** A block of code in a page or in a TSDoc comment. */
export interface Fence {
  readonly file: string;
  /** The line of the first line of code, from 1. */
  readonly line: number;
  /** The word behind the opening backticks; empty when there is none. */
  readonly language: string;
  readonly code: string;
}

const OPENING = /^(?<margin>\s*(?:\* ?)?)```(?<language>\S*)/;

/** All fences of a file: of a page as they are, of a source file without the comment's asterisks. */
export function fencesOf(file: string): readonly Fence[] {
  return fencesIn(file, readText(file));
}

export function fencesIn(file: string, text: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: { readonly line: number; readonly language: string; readonly margin: string; readonly code: string[] } | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    const { margin = '', language = '' } = OPENING.exec(line)?.groups ?? {};
    const isMark = line.trimStart().replace(/^\* ?/, '').startsWith('```');
    if (open === null) {
      if (isMark) open = { line: index + 2, language, margin, code: [] };
    } else if (isMark) {
      fences.push({ file, line: open.line, language: open.language, code: open.code.join('\n') });
      open = null;
    } else open.code.push(withoutMargin(line, open.margin));
  }
  return fences;
}

function withoutMargin(line: string, margin: string): string {
  // An empty line of a comment ends with its asterisk.
  return line.startsWith(margin) ? line.slice(margin.length) : line.slice(margin.trimEnd().length);
}
