import type { ComponentChildren, VNode } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './IconButton.js';
import { tabStops, trapTab } from './focusTrap.js';

interface DialogProps {
  readonly children: ComponentChildren;
  /** Whether a click beside it leaves it open, so that what is filled in is not lost by accident. */
  readonly isKept?: boolean;
  readonly onClose: () => void;
  readonly title: string;
}

/** A window above the column or the page that it stands in. Tab stays within, Esc closes it, and the focus goes back where it was. */
export function Dialog({ children, isKept = false, onClose, title }: DialogProps): VNode {
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  // Before anything is painted: a key that is pressed at once is meant for the window.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const root = box.current;
    if (root !== null) (root.querySelector<HTMLElement>('[data-autofocus]') ?? tabStops(root)[1] ?? root).focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
    else if (box.current !== null) trapTab(event, box.current);
  };
  return (
    <div class="dialog-backdrop" onMouseDown={(event) => !isKept && event.target === event.currentTarget && onClose()}>
      <div ref={box} class="dialog" role="dialog" aria-modal="true" aria-labelledby={titleId} tabIndex={-1} onKeyDown={onKeyDown}>
        <header class="dialog-header">
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label="Close" shortcut="Escape" onClick={onClose} />
        </header>
        {children}
      </div>
    </div>
  );
}
