/** `@everyone`, `@here`, and what follows the `@` of a mention of a user or a role. */
const MENTION = /@(?=everyone|here|[!&]?\d)/g;

/**
 * `text` with an invisible space after every `@` that could ping, for places where `allowed_mentions` does not reach: what another bot repeats, what
 * people copy. Within your own messages say `allowedMentions` instead: it changes no text.
 */
export function escapeMentions(text: string): string {
  return text.replace(MENTION, '@\u200b');
}
