import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { BlockView } from './BlockView.js';
import { InlineView } from './InlineView.js';
import { isOnlyEmoji } from './isOnlyEmoji.js';
import { parseInline } from './parseInline.js';
import { parseMarkdown } from './parseMarkdown.js';

/** A text of Discord, drawn. Everything that it says is a text node: nothing in it becomes markup of the page. */
export function Markdown({ text }: { readonly text: string }): VNode {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return (
    <div class={isOnlyEmoji(blocks) ? 'markdown only-emoji' : 'markdown'}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

/** A single line: titles and names know no headings, quotes or lists. */
export function MarkdownLine({ text }: { readonly text: string }): VNode {
  return <InlineView nodes={useMemo(() => parseInline(text), [text])} />;
}
