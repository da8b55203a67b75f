import type { VNode } from 'preact';

/** How many characters a message may still have; less than none when it has too many. */
export function LengthLeft({ count }: { readonly count: number }): VNode {
  const isOver = count < 0;
  return (
    <span class={`length-left ${isOver ? 'is-over' : ''}`} role="status" title={isOver ? 'Too long to be sent' : 'Characters left'}>
      {count}
      <span class="sr">{isOver ? ' characters: too long to be sent' : ' characters left'}</span>
    </span>
  );
}
