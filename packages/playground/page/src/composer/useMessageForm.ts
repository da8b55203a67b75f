import type { SeenChannel } from '@aplomb/fake-discord';
import { useState } from 'preact/hooks';
import type { Uploaded } from '../state/protocol.js';
import type { Seat } from '../state/Seat.js';
import { useSeat } from '../state/seatContext.js';
import { commandEntries, matchCommands, type CommandEntry } from './commandEntries.js';
import { encodeMentions } from './encodeMentions.js';
import { formKeys } from './formKeys.js';
import { useFiles, type WaitingFiles } from './useFiles.js';
import { useTyping } from './useTyping.js';

/** Discord's limit for people without Nitro. */
const contentMax = 2_000;

/** A message being written, and what can be done with it. */
export interface MessageDraft {
  /** The place of the command in `entries` that Enter takes. */
  readonly active: number;
  readonly choose: (entry: CommandEntry) => void;
  /** The commands to choose from, while a slash stands at the beginning. */
  readonly entries: readonly CommandEntry[];
  readonly files: WaitingFiles;
  /** How many characters more Discord would take. */
  readonly lengthLeft: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly send: () => void;
  readonly text: string;
  readonly write: (text: string) => void;
}

export function useMessageForm(channel: SeenChannel, onCommand: (entry: CommandEntry) => void): MessageDraft {
  const seat = useSeat();
  const [text, setText] = useState(seat.drafts.get(channel.id) ?? '');
  const [active, setActive] = useState(0);
  const files = useFiles();
  const typing = useTyping(channel.id);
  const isCommand = text.startsWith('/') && !text.includes('\n');
  const entries = isCommand ? matchCommands(commandEntries(seat.commands.value), text.slice(1)) : [];
  const keep = (next: string): void => {
    seat.drafts.set(channel.id, next);
    setText(next);
  };
  const choose = (entry: CommandEntry): void => {
    seat.drafts.delete(channel.id);
    onCommand(entry);
  };
  const write = (next: string): void => {
    if (next === '/') void seat.fetchCommands(channel.id);
    keep(next);
    setActive(0);
    if (next !== '' && !next.startsWith('/')) typing.tell();
  };
  const lengthLeft = contentMax - contentOf(seat, text).length;
  const send = async (): Promise<void> => {
    if ((text.trim() === '' && files.list.length === 0) || lengthLeft < 0) return;
    const [aim, sent] = [seat.aim.peek(), files.list];
    typing.end();
    keep('');
    files.clear();
    if (await sendMessage(seat, channel.id, text, sent)) return;
    // What was refused comes back, before what was written since.
    const since = seat.drafts.get(channel.id) ?? '';
    keep(since === '' ? text : `${text}\n${since}`);
    files.putBack(sent);
    seat.aim.value ??= aim;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = formKeys({ active, entries, onCommand: choose, seat, send: () => void send(), setActive, text, write })[event.key];
    if (act === undefined || event.isComposing || event.shiftKey) return;
    event.preventDefault();
    act();
  };
  return { active, choose, entries, files, lengthLeft, onKeyDown, send: () => void send(), text, write };
}

/** Whether it was sent. */
async function sendMessage(seat: Seat, channelId: string, text: string, files: readonly Uploaded[]): Promise<boolean> {
  const aim = seat.aim.peek();
  const refs = files.map(({ upload }) => ({ upload }));
  seat.aim.value = null;
  const sent = await seat.attempt('send', {
    channelId,
    content: contentOf(seat, text),
    ...(refs.length > 0 && { files: refs }),
    ...(aim?.type === 'reply' && { replyTo: aim.message.id }),
  });
  return sent !== undefined;
}

/** A text as it is sent. */
function contentOf(seat: Seat, text: string): string {
  const person = seat.person.peek();
  return person === null ? text.trim() : encodeMentions(text.trim(), person, seat.place.peek().guildId);
}
