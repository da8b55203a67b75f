import type { APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Markdown } from '../markdown/Markdown.js';
import { plainName } from '../state/names.js';
import { useSeat } from '../state/seatContext.js';
import { Dialog } from '../ui/Dialog.js';
import { IconButton } from '../ui/IconButton.js';

/** Shows the pinned messages of the channel. */
export function PinsButton({ channelId }: { readonly channelId: string }): VNode {
  const seat = useSeat();
  const [pins, setPins] = useState<readonly APIMessage[] | null>(null);
  const open = async (): Promise<void> => {
    setPins((await seat.attempt('pins', { channelId }))?.messages ?? null);
  };
  return (
    <>
      <IconButton icon="pin" label="Pinned messages" onClick={() => void open()} />
      {pins !== null && (
        <Dialog title="Pinned messages" onClose={() => setPins(null)}>
          <div class="dialog-body">
            {pins.length === 0 && <p class="empty">Nothing is pinned here.</p>}
            {pins.map((message) => (
              <article key={message.id} class="pinned">
                <strong>{plainName(message.author)}</strong>
                <Markdown text={message.content} />
              </article>
            ))}
          </div>
        </Dialog>
      )}
    </>
  );
}
