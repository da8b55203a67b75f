import type { SeenChannel } from '@aplomb/fake-discord';
import { useState } from 'preact/hooks';
import type { Seat } from '../state/Seat.js';
import { useSeat } from '../state/seatContext.js';
import { commandEntries, matchCommands, type CommandEntry } from './commandEntries.js';
import { encodeMentions } from './encodeMentions.js';
import { formKeys } from './formKeys.js';
import { useFiles, type WaitingFiles } from './useFiles.js';
import { useTyping } from './useTyping.js';

/** A message being written, and what can be done with it. */
export interface MessageDraft {
  /** The place of the command in `entries` that Enter takes. */
  readonly active: number;
  /** The commands to choose from, while a slash stands at the beginning. */
  readonly entries: readonly CommandEntry[];
  readonly files: WaitingFiles;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly send: () => void;
  readonly text: string;
  readonly write: (text: string) => void;
}

export function useMessageForm(channel: SeenChannel, onCommand: (entry: CommandEntry) => void): MessageDraft {
  const seat = useSeat();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const files = useFiles();
  const typing = useTyping(channel.id);
  const isCommand = text.startsWith('/') && !text.includes('\n');
  const entries = isCommand ? matchCommands(commandEntries(seat.commands.value), text.slice(1)) : [];
  const write = (next: string): void => {
    if (next === '/') void seat.fetchCommands(channel.id);
    setText(next);
    setActive(0);
    if (next !== '' && !next.startsWith('/')) typing.tell();
  };
  const send = (): void => {
    if (text.trim() === '' && files.list.length === 0) return;
    sendMessage(seat, channel.id, text, files);
    typing.end();
    setText('');
    files.clear();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = formKeys({ active, entries, onCommand, seat, send, setActive, text, write })[event.key];
    if (act === undefined || event.isComposing || event.shiftKey) return;
    event.preventDefault();
    act();
  };
  return { active, entries, files, onKeyDown, send, text, write };
}

function sendMessage(seat: Seat, channelId: string, text: string, files: WaitingFiles): void {
  const person = seat.person.peek();
  if (person === null) return;
  const aim = seat.aim.peek();
  const refs = files.list.map(({ upload }) => ({ upload }));
  void seat.attempt('send', {
    channelId,
    content: encodeMentions(text.trim(), person, seat.place.peek().guildId),
    ...(refs.length > 0 && { files: refs }),
    ...(aim?.type === 'reply' && { replyTo: aim.message.id }),
  });
  seat.aim.value = null;
}
