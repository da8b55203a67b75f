import { createElement, type VNode } from 'preact';
import { InlineView } from './InlineView.js';
import type { Block, ListItem } from './nodes.js';

export function BlockView({ block }: { readonly block: Block }): VNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <InlineView nodes={block.children} />
        </p>
      );
    case 'heading':
      // The page has headings of its own above these.
      return createElement(`h${block.level + 3}`, { class: `heading-${block.level}` }, <InlineView nodes={block.children} />);
    case 'subtext':
      return (
        <small class="subtext">
          <InlineView nodes={block.children} />
        </small>
      );
    case 'quote':
      return (
        <blockquote>
          {block.children.map((child, index) => (
            <BlockView key={index} block={child} />
          ))}
        </blockquote>
      );
    case 'list':
      return (
        <ul class="list">
          {block.items.map((item, index) => (
            <Item key={index} item={item} />
          ))}
        </ul>
      );
    case 'code':
      return (
        <pre class="code-block" data-language={block.language || undefined}>
          <code>{block.text}</code>
        </pre>
      );
  }
}

function Item({ item }: { readonly item: ListItem }): VNode {
  const isNumbered = item.marker.endsWith('.');
  return (
    <li class={`depth-${Math.min(item.depth, 5)}`}>
      <span class="marker">{isNumbered ? item.marker : item.depth === 0 ? '•' : '◦'}</span>
      <span>
        <InlineView nodes={item.children} />
      </span>
    </li>
  );
}
