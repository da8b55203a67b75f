import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons/Icon.js';

interface VeiledProps {
  readonly children: ComponentChildren;
  readonly isVeiled: boolean;
  /** What is hidden, in a word. */
  readonly what: string;
}

/** Something that is marked as a spoiler: a button until it is asked for. */
export function Veiled({ children, isVeiled, what }: VeiledProps): VNode {
  const [isShown, setShown] = useState(!isVeiled);
  if (isShown) return <>{children}</>;
  return (
    <button type="button" class="veil" onClick={() => setShown(true)}>
      <Icon name="eye" /> Spoiler: show this {what}
    </button>
  );
}
