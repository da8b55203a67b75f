import type { VNode } from 'preact';
import { Shortcuts } from './Shortcuts.js';
import { closeLayer, layer } from './state/Layers.js';
import { EmojiPicker } from './ui/EmojiPicker.js';
import { Menu } from './ui/Menu.js';

/** The menu, picker or window that lies above the page. */
export function Layers(): VNode | null {
  const open = layer.value;
  switch (open?.type) {
    case 'emoji':
      return <EmojiPicker at={open.at} emojis={open.emojis} onChoose={open.onChoose} onClose={closeLayer} />;
    case 'menu':
      return <Menu at={open.at} items={open.items} label={open.label} onClose={closeLayer} />;
    case 'shortcuts':
      return <Shortcuts onClose={closeLayer} />;
    case undefined:
      return null;
  }
}
