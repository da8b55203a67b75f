import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isForum } from '../state/channelOrder.js';
import { useSeat } from '../state/seatContext.js';
import { commandEntries, type CommandEntry } from './commandEntries.js';
import { CommandForm } from './CommandForm.js';
import { FailedCommands } from './FailedCommands.js';
import { MessageForm } from './MessageForm.js';
import { TypingLine } from './TypingLine.js';

/** Where somebody writes: a message, or a command with its options. */
export function Composer(): VNode | null {
  const seat = useSeat();
  const [entry, setEntry] = useState<CommandEntry | null>(null);
  const [isBack, setBack] = useState(false);
  const channel = seat.channel.value;
  const choose = (next: CommandEntry | null): void => {
    setEntry(next);
    setBack(next === null);
  };
  useEffect(() => {
    setEntry(null);
    setBack(false);
  }, [channel?.id]);
  const wanted = seat.wantedCommand.value;
  useEffect(() => {
    const found = commandEntries(seat.commands.peek()).find(({ name }) => name === wanted);
    if (found !== undefined) choose(found);
    seat.wantedCommand.value = null;
  }, [wanted]);
  if (channel === undefined || isForum(channel)) return null;
  return (
    <footer class="composer">
      <FailedCommands />
      {entry === null ? (
        <MessageForm key={channel.id} channel={channel} isBack={isBack} onCommand={choose} />
      ) : (
        <CommandForm key={entry.name} entry={entry} channelId={channel.id} onDone={() => choose(null)} />
      )}
      <TypingLine channelId={channel.id} />
    </footer>
  );
}
