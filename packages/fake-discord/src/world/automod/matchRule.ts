import type { WireThing } from '../records.js';
import { isAllowed, matchKeywords } from './keywords.js';
import type { TextMatch } from './keywords.js';
import { PRESET_WORDS } from './presets.js';
import { LinearRegex } from './regex/LinearRegex.js';

/** What makes a rule strike. */
export const Trigger = { Keyword: 1, Spam: 3, KeywordPreset: 4, MentionSpam: 5, MemberProfile: 6 } as const;

interface TriggerMetadata {
  readonly allow_list?: readonly string[];
  readonly keyword_filter?: readonly string[];
  readonly mention_total_limit?: number;
  readonly presets?: readonly number[];
  readonly regex_patterns?: readonly string[];
}

/** What of a text a rule strikes at; `undefined` when it does not. */
export function matchRule(rule: WireThing, text: string): TextMatch | undefined {
  const metadata = rule['trigger_metadata'] as TriggerMetadata;
  const allowed = metadata.allow_list ?? [];
  switch (rule['trigger_type']) {
    case Trigger.Keyword:
    case Trigger.MemberProfile:
      return matchKeywords(metadata.keyword_filter ?? [], allowed, text) ?? matchPatterns(metadata.regex_patterns ?? [], allowed, text);
    case Trigger.KeywordPreset:
      return matchKeywords(
        (metadata.presets ?? []).flatMap((preset) => PRESET_WORDS[preset] ?? []),
        allowed,
        text,
      );
    case Trigger.MentionSpam:
      return countMentions(text) > (metadata.mention_total_limit ?? Infinity) ? { keyword: null, content: null } : undefined;
    default:
      return undefined;
  }
}

function matchPatterns(patterns: readonly string[], allowed: readonly string[], text: string): TextMatch | undefined {
  for (const keyword of patterns) {
    const regex = LinearRegex.compile(keyword);
    const content = typeof regex === 'string' ? undefined : regex.find(text);
    if (content === undefined) continue;
    const from = text.indexOf(content);
    if (!isAllowed({ from, to: from + content.length }, allowed, text)) return { keyword, content };
  }
  return undefined;
}

/** Each user and each role counts once. */
function countMentions(text: string): number {
  return new Set([...text.matchAll(/<@[!&]?(\d+)>/g)].map(([, id]) => id)).size;
}
