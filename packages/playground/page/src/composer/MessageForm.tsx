import type { SeenChannel } from '@aplomb/fake-discord';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icons/Icon.js';
import { channelName } from '../navigation/ChannelButton.js';
import { isDirect } from '../state/channelOrder.js';
import { may, permission } from '../state/permissions.js';
import { useSeat } from '../state/seatContext.js';
import { IconButton } from '../ui/IconButton.js';
import { formKeys } from './formKeys.js';
import { AimBar } from './AimBar.js';
import { AttachButton } from './AttachButton.js';
import { commandEntries, matchCommands, type CommandEntry } from './commandEntries.js';
import { CommandPicker } from './CommandPicker.js';
import { encodeMentions } from './encodeMentions.js';
import { FileChips } from './FileChips.js';
import { PollDialog } from './PollDialog.js';
import { useFiles } from './useFiles.js';
import { useTyping } from './useTyping.js';

interface MessageFormProps {
  readonly channel: SeenChannel;
  readonly onCommand: (entry: CommandEntry) => void;
}

/** A message being written. A slash at its beginning offers the bot's commands. */
export function MessageForm({ channel, onCommand }: MessageFormProps): VNode {
  const seat = useSeat();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [isPolling, setPolling] = useState(false);
  const files = useFiles();
  const tellTyping = useTyping(channel.id);
  const aim = seat.aim.value;
  const isCommand = text.startsWith('/') && !text.includes('\n');
  const entries = isCommand ? matchCommands(commandEntries(seat.commands.value), text.slice(1)) : [];
  const mayWrite = isDirect(channel) || may(channel, permission.sendMessages) || may(channel, permission.sendInThreads);

  useEffect(() => {
    if (aim?.type === 'reply') field.current?.focus();
  }, [aim]);
  const write = (next: string): void => {
    if (next === '/') void seat.fetchCommands(channel.id);
    setText(next);
    setActive(0);
    if (next !== '' && !next.startsWith('/')) tellTyping();
  };
  const send = (): void => {
    const person = seat.person.peek();
    if (person === null || (text.trim() === '' && files.list.length === 0)) return;
    const content = encodeMentions(text.trim(), person, seat.place.peek().guildId);
    const replyTo = aim?.type === 'reply' ? { replyTo: aim.message.id } : {};
    const refs = files.list.map(({ upload }) => ({ upload }));
    void seat.attempt('send', { channelId: channel.id, content, ...(refs.length > 0 && { files: refs }), ...replyTo });
    setText('');
    files.clear();
    seat.aim.value = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const acts = formKeys({ active, entries, onCommand, seat, send, setActive, text, write });
    const act = event.shiftKey ? undefined : acts[event.key];
    if (act === undefined || act() === false) return;
    event.preventDefault();
  };
  if (!mayWrite) return <p class="no-writing">You may not write in this channel.</p>;
  return (
    <form class="message-form" onSubmit={(event) => void [event.preventDefault(), send()]} {...files.dropTarget}>
      {entries.length > 0 && <CommandPicker entries={entries} active={active} onChoose={onCommand} />}
      {aim?.type === 'reply' && <AimBar message={aim.message} />}
      <FileChips files={files} />
      <div class="writing">
        <AttachButton onFiles={files.add} />
        <textarea
          ref={field}
          class="message-field"
          rows={Math.min(8, text.split('\n').length)}
          aria-label={`Message ${isDirect(channel) ? '' : '#'}${channelName(channel)}`}
          placeholder={`Message ${isDirect(channel) ? '' : '#'}${channelName(channel)}`}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={files.onPaste}
        />
        <IconButton icon="poll" label="Make a poll" onClick={() => setPolling(true)} />
        <button type="submit" class="icon-button" aria-label="Send message" title="Send message (Enter)">
          <Icon name="send" />
        </button>
      </div>
      {isPolling && <PollDialog channelId={channel.id} onClose={() => setPolling(false)} />}
    </form>
  );
}
