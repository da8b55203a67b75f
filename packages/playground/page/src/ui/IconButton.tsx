import type { VNode } from 'preact';
import { Icon, type IconName } from '../icons/Icon.js';

interface IconButtonProps {
  readonly icon: IconName;
  /** Whether something new is behind it. */
  readonly isMarked?: boolean;
  readonly isPressed?: boolean;
  /** What it does: its name for screen readers, and its tooltip. */
  readonly label: string;
  readonly onClick: (event: MouseEvent) => void;
  readonly shortcut?: string;
}

/** A button that is only a drawing. */
export function IconButton({ icon, isMarked = false, isPressed, label, onClick, shortcut }: IconButtonProps): VNode {
  return (
    <button
      type="button"
      class={isMarked ? 'icon-button is-marked' : 'icon-button'}
      aria-label={label}
      aria-pressed={isPressed}
      aria-keyshortcuts={shortcut}
      title={shortcut === undefined ? label : `${label} (${shortcut})`}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
