import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isForum } from '../state/channelOrder.js';
import { useSeat } from '../state/seatContext.js';
import type { CommandEntry } from './commandEntries.js';
import { CommandForm } from './CommandForm.js';
import { FailedCommands } from './FailedCommands.js';
import { MessageForm } from './MessageForm.js';
import { TypingLine } from './TypingLine.js';

/** Where somebody writes: a message, or a command with its options. */
export function Composer(): VNode | null {
  const seat = useSeat();
  const [entry, setEntry] = useState<CommandEntry | null>(null);
  const channel = seat.channel.value;
  useEffect(() => setEntry(null), [channel?.id]);
  if (channel === undefined || isForum(channel)) return null;
  return (
    <footer class="composer">
      <FailedCommands />
      {entry === null ? (
        <MessageForm key={channel.id} channel={channel} onCommand={setEntry} />
      ) : (
        <CommandForm key={entry.name} entry={entry} channelId={channel.id} onDone={() => setEntry(null)} />
      )}
      <TypingLine channelId={channel.id} />
    </footer>
  );
}
