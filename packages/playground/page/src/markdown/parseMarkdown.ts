import type { Block, ListItem } from './nodes.js';
import { parseInline } from './parseInline.js';

const fence = '```';
const heading = /^(#{1,3}) +(?=\S)/;
const subtext = /^-# +(?=\S)/;
const item = /^( {0,20})([-*]|\d{1,9}\.) +(?=\S)/;
const language = /^([\w+#.-]{1,30})\n/;

/**
 * Discord's markdown as nodes, in time linear in the text's length.
 *
 * @see {@link https://support.discord.com/hc/en-us/articles/210298617 | Markdown Text 101}
 */
export function parseMarkdown(text: string): readonly Block[] {
  return new BlockReader(text, true).read();
}

class BlockReader {
  private readonly text: string;
  private readonly mayQuote: boolean;
  private readonly blocks: Block[] = [];
  private paragraph: string[] = [];
  private at = 0;
  private lineEnd = -1;
  /** False once a fence was found that nothing closes: then nothing closes a later one either. */
  private hasFences = true;

  constructor(text: string, mayQuote: boolean) {
    this.text = text;
    this.mayQuote = mayQuote;
  }

  read(): readonly Block[] {
    while (this.at < this.text.length) this.readNext();
    this.endParagraph();
    return this.blocks;
  }

  private readNext(): void {
    const line = this.line();
    if (this.mayQuote && line.startsWith('>>> ')) this.readRestAsQuote();
    else if (this.mayQuote && line.startsWith('> ')) this.readQuote();
    else if (heading.test(line)) this.readHeading(line);
    else if (subtext.test(line)) this.readSubtext(line);
    else if (item.test(line)) this.readList();
    else this.readText(line);
  }

  /** The rest of this line. Its end is looked for once, however many fences stand in it. */
  private line(): string {
    if (this.at > this.lineEnd) {
      const end = this.text.indexOf('\n', this.at);
      this.lineEnd = end === -1 ? this.text.length : end;
    }
    return this.text.slice(this.at, this.lineEnd);
  }

  private pass(line: string): void {
    this.at += line.length + 1;
  }

  private readRestAsQuote(): void {
    this.push({ type: 'quote', children: new BlockReader(this.text.slice(this.at + 4), false).read() });
    this.at = this.text.length;
  }

  private readQuote(): void {
    const lines: string[] = [];
    for (let line = this.line(); line.startsWith('> ') && this.at < this.text.length; line = this.line()) {
      lines.push(line.slice(2));
      this.pass(line);
    }
    this.push({ type: 'quote', children: new BlockReader(lines.join('\n'), false).read() });
  }

  private readHeading(line: string): void {
    const marks = heading.exec(line);
    const level = marks?.[1]?.length === 1 ? 1 : marks?.[1]?.length === 2 ? 2 : 3;
    this.push({ type: 'heading', level, children: parseInline(line.replace(heading, '')) });
    this.pass(line);
  }

  private readSubtext(line: string): void {
    this.push({ type: 'subtext', children: parseInline(line.replace(subtext, '')) });
    this.pass(line);
  }

  private readList(): void {
    const items: ListItem[] = [];
    for (let line = this.line(); this.at < this.text.length; line = this.line()) {
      const found = item.exec(line);
      if (found === null) break;
      const [whole, indent = '', marker = ''] = found;
      items.push({ depth: Math.floor(indent.length / 2), marker, children: parseInline(line.slice(whole.length)) });
      this.pass(line);
    }
    this.push({ type: 'list', items });
  }

  /** A line of text, which a fence may end early: what follows the code goes on as a line of its own. */
  private readText(line: string): void {
    const open = this.hasFences ? line.indexOf(fence) : -1;
    const start = this.at + open + fence.length;
    const close = open === -1 ? -1 : this.text.indexOf(fence, start + 1);
    if (close === -1) {
      if (open !== -1) this.hasFences = false;
      this.paragraph.push(line);
      this.pass(line);
      return;
    }
    if (open > 0) this.paragraph.push(line.slice(0, open));
    this.push(codeBlock(this.text.slice(start, close)));
    this.at = close + fence.length;
    if (this.text[this.at] === '\n') this.at += 1;
  }

  private push(block: Block): void {
    this.endParagraph();
    this.blocks.push(block);
  }

  private endParagraph(): void {
    if (this.paragraph.length === 0) return;
    this.blocks.push({ type: 'paragraph', children: parseInline(this.paragraph.join('\n')) });
    this.paragraph = [];
  }
}

/** The first line names the language only when something follows it. */
function codeBlock(inner: string): Block {
  const named = language.exec(inner);
  const text = named === null ? inner : inner.slice(named[0].length);
  return { type: 'code', language: named?.[1] ?? '', text: text.replace(/^\n/, '').replace(/\n$/, '') };
}
