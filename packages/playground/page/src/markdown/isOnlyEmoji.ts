import type { Block } from './nodes.js';

const symbols = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f|\u20e3|\s)*$/u;
const mostThatGrow = 30;

/** Whether a message is nothing but emoji: then Discord's clients show them large. */
export function isOnlyEmoji(blocks: readonly Block[]): boolean {
  const [only] = blocks;
  if (blocks.length !== 1 || only?.type !== 'paragraph' || only.children.length > mostThatGrow) return false;
  return only.children.every(
    (node) => node.type === 'emoji' || (node.type === 'text' && node.text.length <= 120 && symbols.test(node.text)),
  );
}
