import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { emojiName, type AnyEmoji } from './emojiName.js';
import { EmojiView } from './EmojiView.js';
import { trapTab } from './focusTrap.js';
import type { MenuPoint } from './Menu.js';
import { placeBox } from './placeBox.js';

const common = '👍 👎 ❤️ 😂 🎉 😮 😢 🙏 ✅ ❌ ⭐ 🔥 👀 🚀 💯 🤔 👋 🎲 ⬅️ ➡️ 🔁 🗑️ 1️⃣ 2️⃣ 3️⃣ 🅰️ 🅱️ 🏓 🤖 🎵'.split(' ');

interface EmojiPickerProps {
  readonly at: MenuPoint;
  readonly emojis: readonly AnyEmoji[];
  readonly onChoose: (emoji: string) => void;
  readonly onClose: () => void;
}

/** The emoji that are used most, the guild's own, and a field for any other. */
export function EmojiPicker({ at, emojis, onChoose, onClose }: EmojiPickerProps): VNode {
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const before = document.activeElement;
    placeBox(box.current, at);
    box.current?.querySelector<HTMLElement>('input')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [at]);
  const choose = (emoji: string): void => {
    onClose();
    if (emoji !== '') onChoose(emoji);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) choose(typed.trim());
    else if (box.current !== null) trapTab(event, box.current);
  };
  const all: readonly AnyEmoji[] = [...emojis, ...common.map((name) => ({ id: null, name }))];
  return (
    <div class="picker-backdrop" onMouseDown={(event) => event.target === event.currentTarget && onClose()}>
      <div ref={box} class="emoji-picker" role="dialog" aria-label="Choose an emoji" onKeyDown={onKeyDown}>
        <input
          type="text"
          placeholder="Any emoji, or name:id"
          aria-label="Any emoji, then Enter"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <div class="emoji-grid">
          {all.map((emoji) => (
            <button key={emojiName(emoji)} type="button" aria-label={emoji.name ?? 'emoji'} onClick={() => choose(emojiName(emoji))}>
              <EmojiView emoji={emoji} />
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}
