import type { APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSeat } from '../state/seatContext.js';
import { DeleteInstead } from './DeleteInstead.js';

/** A message that is being changed by its author. */
export function Editor({ message }: { readonly message: APIMessage }): VNode {
  const seat = useSeat();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(message.content);
  const [asksToDelete, setAsksToDelete] = useState(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(message.content.length, message.content.length);
  }, []);
  const stop = (): void => {
    seat.aim.value = null;
  };
  const save = async (): Promise<void> => {
    if (text.trim() === '' && message.attachments.length === 0) {
      setAsksToDelete(true);
      return;
    }
    const change = { channelId: message.channel_id, content: text, messageId: message.id };
    // What is refused stays, to be mended.
    if (text === message.content || (await seat.attempt('edit', change)) !== undefined) stop();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') stop();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void save();
  };
  return (
    <div class="editor">
      <textarea
        ref={field}
        aria-label="Edit message"
        rows={Math.min(10, text.split('\n').length)}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setAsksToDelete(false);
        }}
        onKeyDown={onKeyDown}
      />
      {asksToDelete && <DeleteInstead message={message} onDone={stop} />}
      <p class="hint">
        Esc to{' '}
        <button type="button" class="link" onClick={stop}>
          cancel
        </button>
        , Enter to{' '}
        <button type="button" class="link" onClick={() => void save()}>
          save
        </button>
      </p>
    </div>
  );
}
