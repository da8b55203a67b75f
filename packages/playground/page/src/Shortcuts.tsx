import type { VNode } from 'preact';
import { Dialog } from './ui/Dialog.js';

const shortcuts: readonly (readonly [string, string])[] = [
  ['Alt + 1 … 9', 'Write in the column with this number'],
  ['Alt + ↑ / ↓', 'The channel above or below'],
  ['Alt + B', 'Show or hide the backstage'],
  ['Alt + T', 'Filter the timeline'],
  ['Ctrl + /', 'These shortcuts'],
  ['/', 'In the message field: the bot’s commands'],
  ['Enter', 'Send · Shift + Enter begins a new line'],
  ['↑', 'In an empty message field: edit your last message'],
  ['↑ ↓ Home End', 'In the messages: from one to the next'],
  ['R  E  P  +  M  Del', 'On a message: reply, edit, pin, react, menu, delete'],
  ['Esc', 'Close, cancel, leave'],
];

/** What can be done with keys. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }): VNode {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <dl class="dialog-body shortcuts">
        {shortcuts.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
