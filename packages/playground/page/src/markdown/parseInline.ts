import { inlineTokens, type MarkRun } from './inlineTokens.js';
import type { Inline, SpanType } from './nodes.js';

interface Frame {
  readonly mark: string;
  readonly children: Inline[];
}

const spans: Readonly<Record<string, SpanType>> = {
  '**': 'strong',
  '*': 'emphasis',
  _: 'emphasis',
  __: 'underline',
  '~~': 'strike',
  '||': 'spoiler',
};

/**
 * A text without blocks. Marks are matched with one stack: a mark that is open already is closed by its next run, and what was
 * opened within and never closed turns back into text. At most one of each mark is open, so each token is moved a few times at most.
 */
export function parseInline(text: string): readonly Inline[] {
  return parse(text, (label) => parse(label, null));
}

function parse(text: string, parseLabel: ((label: string) => readonly Inline[]) | null): readonly Inline[] {
  const stack = new MarkStack();
  for (const token of inlineTokens(text, parseLabel)) {
    if ('node' in token) stack.add(token.node);
    else stack.addRun(token.run);
  }
  return stack.finish();
}

class MarkStack {
  private readonly root: Frame = { mark: '', children: [] };
  private readonly open: Frame[] = [];

  add(node: Inline): void {
    pushMerged(this.top.children, node);
  }

  addRun(run: MarkRun): void {
    let left = run.length;
    while (left > 0) left -= this.take(run, left);
  }

  finish(): readonly Inline[] {
    while (this.open.length > 0) this.undo();
    return this.root.children;
  }

  /** Spends one or two characters of a run, and says how many. */
  private take(run: MarkRun, left: number): number {
    const single = run.char;
    const double = single + single;
    const closesInner = this.top.mark === single && run.canClose && (left !== 2 || !this.isOpen(double));
    if (closesInner && (left === 1 || left > 2 || !run.canOpen)) return this.close(single);
    if (left >= 2 && this.isOpen(double)) return this.close(double);
    if (left >= 2 && run.canOpen) return this.start(double);
    if (left === 1 && run.canClose && this.isOpen(single)) return this.close(single);
    if (left === 1 && run.canOpen && single in spans) return this.start(single);
    this.add({ type: 'text', text: single.repeat(left) });
    return left;
  }

  private get top(): Frame {
    return this.open.at(-1) ?? this.root;
  }

  private isOpen(mark: string): boolean {
    return this.open.some((frame) => frame.mark === mark);
  }

  private start(mark: string): number {
    this.open.push({ mark, children: [] });
    return mark.length;
  }

  private close(mark: string): number {
    while (this.top.mark !== mark) this.undo();
    const frame = this.top;
    const type = spans[mark];
    if (frame.children.length === 0 || type === undefined) {
      this.undo();
      this.add({ type: 'text', text: mark });
    } else {
      this.open.pop();
      this.add({ type, children: frame.children });
    }
    return mark.length;
  }

  /** The innermost mark was none: it becomes text again, before what stood in it. */
  private undo(): void {
    const frame = this.open.pop();
    if (frame === undefined) return;
    this.add({ type: 'text', text: frame.mark });
    for (const child of frame.children) this.add(child);
  }
}

function pushMerged(children: Inline[], node: Inline): void {
  const last = children.at(-1);
  if (node.type === 'text' && last?.type === 'text') children[children.length - 1] = { type: 'text', text: last.text + node.text };
  else children.push(node);
}
