import { createElement, type VNode } from 'preact';
import { colorText } from '../ui/colorText.js';
import { useSurroundings } from '../state/surroundings.js';
import { formatTimestamp } from './formatTimestamp.js';
import { CustomEmoji } from './CustomEmoji.js';
import type { Inline } from './nodes.js';
import { Spoiler } from './Spoiler.js';

const tags = { emphasis: 'em', strike: 's', strong: 'strong', underline: 'u' } as const;

export function InlineView({ nodes }: { readonly nodes: readonly Inline[] }): VNode {
  return (
    <>
      {nodes.map((node, index) => (
        <Node key={index} node={node} />
      ))}
    </>
  );
}

function Node({ node }: { readonly node: Inline }): VNode {
  switch (node.type) {
    case 'text':
      return <>{node.text}</>;
    case 'code':
      return <code class="code">{node.text}</code>;
    case 'link':
      return (
        <a href={node.url} target="_blank" rel="noopener noreferrer nofollow" title={node.url}>
          <InlineView nodes={node.children} />
        </a>
      );
    case 'mention':
      return <Mention node={node} />;
    case 'everybody':
      return <span class="mention">@{node.name}</span>;
    case 'command':
      return <CommandMention name={node.name} />;
    case 'emoji':
      return <CustomEmoji id={node.id} name={node.name} isAnimated={node.isAnimated} />;
    case 'time':
      return <Time seconds={node.seconds} style={node.style} />;
    case 'place':
      return <span class="mention">{node.name}</span>;
    case 'spoiler':
      return (
        <Spoiler>
          <InlineView nodes={node.children} />
        </Spoiler>
      );
    default:
      return createElement(tags[node.type], null, <InlineView nodes={node.children} />);
  }
}

function Mention({ node }: { readonly node: Extract<Inline, { type: 'mention' }> }): VNode {
  const { names, onChannel } = useSurroundings();
  if (node.of === 'user') return <span class="mention" data-user-id={node.id}>{`@${names.user(node.id) ?? 'unknown-user'}`}</span>;
  if (node.of === 'role') {
    const role = names.role(node.id);
    const style = role === undefined || role.color === 0 ? {} : { '--mention': colorText(role.color) };
    return <span class="mention" style={style}>{`@${role?.name ?? 'unknown-role'}`}</span>;
  }
  const name = names.channel(node.id);
  if (name === undefined) return <span class="mention">#unknown</span>;
  return (
    <button type="button" class="mention" onClick={() => onChannel(node.id)}>
      {`#${name}`}
    </button>
  );
}

function CommandMention({ name }: { readonly name: string }): VNode {
  const { onCommand } = useSurroundings();
  return (
    <button type="button" class="mention" onClick={() => onCommand(name)}>
      {`/${name}`}
    </button>
  );
}

function Time({ seconds, style }: { readonly seconds: number; readonly style: string }): VNode {
  const { nowMs } = useSurroundings();
  // Only relative times go on.
  const text = formatTimestamp(seconds, style, style === 'R' ? nowMs() : 0);
  return (
    <time class="timestamp" title={formatTimestamp(seconds, 'F', 0)}>
      {text}
    </time>
  );
}
