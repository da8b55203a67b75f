import type { Check } from './Check.js';
import { all, list, number, shape, text } from './checks.js';

/** The trigger whose words Discord keeps itself: its list of exceptions may be longer. A change need not say its trigger. */
const KEYWORD_PRESET = 4;
const words = (most: number): Check => list(most, text(60, 1));

const rule = shape({
  actions: list(5, shape({ metadata: shape({ custom_message: text(300), duration_seconds: number(0, 2_419_200) }) })),
  exempt_channels: list(50),
  exempt_roles: list(20),
  name: text(100),
  trigger_metadata: shape({
    allow_list: words(1_000),
    keyword_filter: words(1_000),
    mention_total_limit: number(0, 50),
    regex_patterns: list(10, text(260, 1)),
  }),
});

const shortAllowList = shape({ trigger_metadata: shape({ allow_list: words(100) }) });

/** @see {@link https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-trigger-metadata-field-limits | Limits} */
export const autoModerationRule: Check = all(rule, (value, walk) => {
  const type = (value as { readonly trigger_type?: unknown } | null)?.trigger_type;
  return type === undefined || type === KEYWORD_PRESET ? null : shortAllowList(value, walk);
});
