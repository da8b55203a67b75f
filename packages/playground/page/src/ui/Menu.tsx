import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from '../icons/Icon.js';
import { moveFocus } from './focusTrap.js';
import { placeBox } from './placeBox.js';
import { placeOfLetter } from './placeOfLetter.js';

/** A line of a menu, or a line between lines. */
export type MenuItem =
  | {
      readonly type: 'item';
      readonly label: string;
      readonly run: () => void;
      readonly icon?: IconName;
      readonly isDangerous?: boolean;
      readonly isChecked?: boolean;
    }
  | { readonly type: 'line' };

/** Where a menu opens: a point of the window. */
export interface MenuPoint {
  readonly x: number;
  readonly y: number;
}

interface MenuProps {
  readonly at: MenuPoint;
  readonly items: readonly MenuItem[];
  readonly label: string;
  readonly onClose: () => void;
}

/** A menu at the pointer. Arrow keys and first letters move, Enter chooses, Esc closes, and the focus goes back where it was. */
export function Menu({ at, items, label, onClose }: MenuProps): VNode {
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => placeBox(box.current, at), [at]);
  useEffect(() => {
    opener.current = document.activeElement;
    box.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const close = (event: Event): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) === true) return;
      onClose();
    };
    document.addEventListener('pointerdown', close, true);
    window.addEventListener('blur', close);
    return () => {
      document.removeEventListener('pointerdown', close, true);
      window.removeEventListener('blur', close);
    };
  }, [onClose]);
  // The focus goes back before anything that was chosen takes it: a window gives it back to whatever had it.
  const leave = (): void => {
    if (opener.current instanceof HTMLElement) opener.current.focus();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      leave();
    } else if (box.current !== null) {
      moveFocus(event, box.current, '[role^=menuitem]');
      focusLetter(event, box.current);
    }
  };
  return (
    <div ref={box} class="menu" role="menu" aria-label={label} onKeyDown={onKeyDown}>
      {items.map((item, index) => (item.type === 'line' ? <hr key={index} /> : <MenuLine key={index} item={item} onClose={leave} />))}
    </div>
  );
}

/** Goes to the next line that begins with the letter that was pressed. */
function focusLetter(event: KeyboardEvent, box: HTMLElement): void {
  const lines = [...box.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const labels = lines.map((line) => line.textContent);
  const place =
    event.ctrlKey || event.metaKey
      ? undefined
      : placeOfLetter(
          labels,
          event.key,
          lines.findIndex((line) => line === document.activeElement),
        );
  if (place !== undefined) lines[place]?.focus();
}

function MenuLine({ item, onClose }: { readonly item: Extract<MenuItem, { type: 'item' }>; readonly onClose: () => void }): VNode {
  const choose = (): void => {
    onClose();
    item.run();
  };
  return (
    <button
      type="button"
      role={item.isChecked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked={item.isChecked}
      tabIndex={-1}
      class={item.isDangerous === true ? 'dangerous' : ''}
      onClick={choose}
    >
      <span>{item.label}</span>
      {item.isChecked === true ? <Icon name="check" /> : item.icon !== undefined && <Icon name={item.icon} />}
    </button>
  );
}
