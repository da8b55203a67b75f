import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Backstage } from './panels/Backstage.js';
import { Column } from './column/Column.js';
import { EmptyWorld } from './EmptyWorld.js';
import { Layers } from './Layers.js';
import { LinkNotice } from './LinkNotice.js';
import { Notices } from './Notices.js';
import { onPageKey } from './pageKeys.js';
import type { Playground } from './state/Playground.js';
import { PlaygroundContext } from './state/playgroundContext.js';
import { TopBar } from './TopBar.js';

const narrowPx = 1100;

/** The whole page. */
export function App({ playground }: { readonly playground: Playground }): VNode {
  const [isBackstageOpen, setBackstage] = useState(window.innerWidth > narrowPx);
  const toggle = (): void => setBackstage((isOpen) => !isOpen);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => onPageKey(event, playground, toggle);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [playground]);
  return (
    <PlaygroundContext.Provider value={playground}>
      <TopBar isBackstageOpen={isBackstageOpen} onBackstage={toggle} />
      <main class="stage">
        <LinkNotice />
        <div class="columns">
          {playground.seats.value.map((seat, index) => (
            <Column key={seat.id} seat={seat} isFirst={index === 0} />
          ))}
          <EmptyWorld />
        </div>
        {isBackstageOpen && <Backstage />}
      </main>
      <Notices />
      <Layers />
    </PlaygroundContext.Provider>
  );
}
