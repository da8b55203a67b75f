import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { AddPerson } from './people/AddPerson.js';
import { layer, openMenu } from './state/Layers.js';
import { usePlayground } from './state/playgroundContext.js';
import { toggleTheme } from './state/theme.js';
import { IconButton } from './ui/IconButton.js';
import type { MenuItem } from './ui/Menu.js';

interface TopBarProps {
  readonly isBackstageOpen: boolean;
  readonly onBackstage: () => void;
}

/** The name of the bot, how the page is connected, and what concerns the whole page. */
export function TopBar({ isBackstageOpen, onBackstage }: TopBarProps): VNode {
  const playground = usePlayground();
  const [isAdding, setAdding] = useState(false);
  const link = playground.connection.link.value;
  const openPeople = (event: MouseEvent): void => openMenu(event, 'Another column', columnItems());
  const columnItems = (): readonly MenuItem[] => {
    const seated = new Set(playground.seats.peek().map(({ id }) => id));
    const others = playground.people.peek().filter(({ id }) => !seated.has(id));
    return [
      ...others.map(
        ({ id, user }) => ({ type: 'item', icon: 'column', label: `Act as ${user.username}`, run: () => playground.actAs(id) }) as const,
      ),
      { type: 'item', icon: 'add', label: 'Somebody new…', run: () => setAdding(true) },
    ];
  };
  return (
    <header class="top-bar">
      <h1>
        {playground.hello.value?.bot.name ?? 'Playground'} <small>on a fake Discord</small>
      </h1>
      <span class={`link-state is-${link}`} role="status">
        {link === 'open' ? 'connected' : link === 'connecting' ? 'connecting…' : 'not connected'}
      </span>
      <span class="grow" />
      <IconButton icon="column" label="Add a column" onClick={openPeople} />
      <IconButton icon="keyboard" label="Keyboard shortcuts" shortcut="Control+/" onClick={() => (layer.value = { type: 'shortcuts' })} />
      <IconButton icon="moon" label="Dark or light" onClick={toggleTheme} />
      <IconButton icon="backstage" isPressed={isBackstageOpen} label="Backstage" shortcut="Alt+B" onClick={onBackstage} />
      {isAdding && <AddPerson onClose={() => setAdding(false)} />}
    </header>
  );
}
