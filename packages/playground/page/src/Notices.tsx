import type { VNode } from 'preact';
import { usePlayground } from './state/playgroundContext.js';
import { IconButton } from './ui/IconButton.js';

/** What could not be done, and what was: at the edge of the page, read out at once. */
export function Notices(): VNode {
  const { notices } = usePlayground();
  return (
    <div class="notices" role="alert" aria-live="assertive">
      {notices.list.value.map(({ id, kind, text }) => (
        <p key={id} class={`notice is-${kind}`}>
          <span>{text}</span>
          <IconButton icon="close" label="Dismiss" onClick={() => notices.dismiss(id)} />
        </p>
      ))}
    </div>
  );
}
