import { codeBlock } from './codeMarks.js';
import { md } from './md.js';
import { mention, type CustomEmoji } from './mention.js';
import { safeText, withoutTricks } from './safeText.js';

/**
 * Puts the text of a message together piece by piece. The `…Safe` methods take text of others and make it harmless: no markdown, mentions, invites or
 * hidden characters of theirs come through. The others take text as it is.
 *
 * @example
 * ```ts
 * import { MessageBuilder } from 'aplomb';
 *
 * const name = '**not bold**';
 * const content = new MessageBuilder().push('Welcome, ').pushBoldSafe(name).pushLine('!').pushQuote('Read the rules.').build();
 * ```
 */
export class MessageBuilder {
  private readonly parts: string[] = [];

  /** Text as it is. */
  push(text: string): this {
    if (text !== '') this.parts.push(text);
    return this;
  }

  /** Text as it is, and the end of the line. */
  pushLine(text = ''): this {
    return this.push(`${text}\n`);
  }

  /** Text of somebody else. */
  pushSafe(text: string): this {
    return this.push(safeText(text));
  }

  /** Text of somebody else, and the end of the line. */
  pushLineSafe(text: string): this {
    return this.pushLine(safeText(text));
  }

  /** **Bold** text. */
  pushBold(text: string): this {
    return this.push(md.bold(text));
  }

  /** Bold text of somebody else. */
  pushBoldSafe(text: string): this {
    return this.pushBold(safeText(text));
  }

  /** _Italic_ text. */
  pushItalic(text: string): this {
    return this.push(md.italic(text));
  }

  /** Italic text of somebody else. */
  pushItalicSafe(text: string): this {
    return this.pushItalic(safeText(text));
  }

  /** Underlined text. */
  pushUnderline(text: string): this {
    return this.push(md.underline(text));
  }

  /** Underlined text of somebody else. */
  pushUnderlineSafe(text: string): this {
    return this.pushUnderline(safeText(text));
  }

  /** Text that is struck through. */
  pushStrike(text: string): this {
    return this.push(md.strikethrough(text));
  }

  /** Text of somebody else, struck through. */
  pushStrikeSafe(text: string): this {
    return this.pushStrike(safeText(text));
  }

  /** Text that is hidden until it is clicked. */
  pushSpoiler(text: string): this {
    return this.push(md.spoiler(text));
  }

  /** Text of somebody else, hidden until it is clicked. */
  pushSpoilerSafe(text: string): this {
    return this.pushSpoiler(safeText(text));
  }

  /** Lines that are quoted. They begin and end their own lines. */
  pushQuote(text: string): this {
    return this.startLine().pushLine(md.quote(text));
  }

  /** Lines of somebody else, quoted. */
  pushQuoteSafe(text: string): this {
    return this.pushQuote(safeText(text));
  }

  /** Code within the line. */
  pushMono(text: string): this {
    return this.push(md.code(text));
  }

  /** Code of somebody else, within the line. */
  pushMonoSafe(text: string): this {
    return this.pushMono(withoutTricks(text));
  }

  /** A block of code, coloured as `language`. */
  pushCodeblock(text: string, language?: string): this {
    return this.push(codeBlock(text, language));
  }

  /** A block of code of somebody else. */
  pushCodeblockSafe(text: string, language?: string): this {
    return this.pushCodeblock(withoutTricks(text), language);
  }

  /**
   * A link with a text of its own.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` unless `url` is an http or https URL
   */
  pushNamedLink(text: string, url: string | URL): this {
    return this.push(md.link(text, url));
  }

  /** A link with a text of somebody else's. */
  pushNamedLinkSafe(text: string, url: string | URL): this {
    return this.pushNamedLink(safeText(text), url);
  }

  /** A mention of a user. */
  user(userId: string): this {
    return this.push(mention.user(userId));
  }

  /** A mention of a role. */
  role(roleId: string): this {
    return this.push(mention.role(roleId));
  }

  /** A mention of a channel. */
  channel(channelId: string): this {
    return this.push(mention.channel(channelId));
  }

  /** A custom emoji. */
  emoji(emoji: CustomEmoji): this {
    return this.push(mention.emoji(emoji));
  }

  /** The text so far. */
  build(): string {
    return this.parts.join('');
  }

  /** The text so far, for templates. */
  toString(): string {
    return this.build();
  }

  private startLine(): this {
    const last = this.parts.at(-1);
    return last === undefined || last.endsWith('\n') ? this : this.push('\n');
  }
}
