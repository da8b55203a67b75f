import { effect } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { plainText } from '../markdown/plainText.js';
import { plainName } from '../state/names.js';
import { useSeat } from '../state/seatContext.js';

/** At most so often: a screen reader that is told of 200 messages a second says nothing that anybody can follow. */
const everyMs = 1_500;
const spokenLength = 200;

/** Tells screen readers of the newest message. */
export function Announcer(): VNode {
  const seat = useSeat();
  const [text, setText] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      timer = undefined;
      const message = seat.room.peek().messages.at(-1);
      if (message !== undefined)
        setText(`${plainName(message.author) ?? ''}: ${plainText(message.content.slice(0, spokenLength), seat.names.peek())}`);
    };
    const stop = effect(() => {
      if (seat.room.value.messages.length > 0) timer ??= setTimeout(tell, everyMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [seat]);
  return (
    <div class="sr" role="log" aria-live="polite" aria-label="Newest message">
      {text}
    </div>
  );
}
