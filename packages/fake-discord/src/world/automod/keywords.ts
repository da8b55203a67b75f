/** What of a text a rule is about. */
export interface TextMatch {
  /** What the rule says; `null` where it says no word, for mentions. */
  readonly keyword: string | null;
  /** The piece of the text that is meant; `null` where it is no piece. */
  readonly content: string | null;
}

const LETTER = '[\\p{L}\\p{N}_]';

/**
 * The first keyword that is found in a text, unless it is part of something that is allowed. A keyword is a whole word or phrase; a star at an end lets the
 * word go on there. Capitals do not matter.
 *
 * @see {@link https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-keyword-matching-strategies | Keyword matching}
 */
export function matchKeywords(keywords: readonly string[], allowed: readonly string[], text: string): TextMatch | undefined {
  for (const keyword of keywords) {
    const found = placesOf(keyword, text).find((place) => !isAllowed(place, allowed, text));
    if (found !== undefined) return { keyword, content: text.slice(found.from, found.to) };
  }
  return undefined;
}

/** Whether a piece of a text lies within something that is allowed. */
export function isAllowed({ from, to }: Place, allowed: readonly string[], text: string): boolean {
  return allowed.some((phrase) => placesOf(phrase, text).some((place) => place.from <= from && place.to >= to));
}

/** A piece of a text. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

function placesOf(keyword: string, text: string): readonly Place[] {
  const words = keyword.replace(/^\*|\*$/g, '');
  if (words === '') return [];
  const escaped = words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const start = keyword.startsWith('*') ? '' : `(?<!${LETTER})`;
  const end = keyword.endsWith('*') && keyword.length > 1 ? '' : `(?!${LETTER})`;
  return [...text.matchAll(new RegExp(start + escaped + end, 'giu'))].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}
