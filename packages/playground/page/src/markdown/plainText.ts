import type { Names } from '../state/names.js';
import type { Inline } from './nodes.js';
import { parseInline } from './parseInline.js';

/** A text as one line without marks, for where nothing may be clicked or hidden: previews, and what is read out. */
export function plainText(text: string, names: Names): string {
  return parseInline(text.replaceAll('\n', ' '))
    .map((node) => textOf(node, names))
    .join('');
}

function textOf(node: Inline, names: Names): string {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.text;
    case 'mention':
      return mentionText(node.of, node.id, names);
    case 'everybody':
    case 'place':
      return `@${node.name}`;
    case 'command':
      return `/${node.name}`;
    case 'emoji':
      return `:${node.name}:`;
    case 'time':
      return 'a time';
    case 'spoiler':
      return '(spoiler)';
    default:
      return node.children.map((child) => textOf(child, names)).join('');
  }
}

function mentionText(of: 'channel' | 'role' | 'user', id: string, names: Names): string {
  if (of === 'channel') return `#${names.channel(id) ?? 'unknown'}`;
  return `@${(of === 'role' ? names.role(id)?.name : names.user(id)) ?? 'unknown'}`;
}
