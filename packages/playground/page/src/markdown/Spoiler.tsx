import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';

/** Text that shows itself when it is asked to. Until then it is hidden from screen readers, too. */
export function Spoiler({ children }: { readonly children: ComponentChildren }): VNode {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <span class="spoiler is-open">{children}</span>;
  return (
    <span
      class="spoiler"
      role="button"
      tabIndex={0}
      aria-label="Spoiler: show it"
      onClick={() => setOpen(true)}
      onKeyDown={(event) => opens(event) && setOpen(true)}
    >
      <span aria-hidden="true">{children}</span>
    </span>
  );
}

function opens(event: KeyboardEvent): boolean {
  const does = event.key === 'Enter' || event.key === ' ';
  if (does) event.preventDefault();
  return does;
}
