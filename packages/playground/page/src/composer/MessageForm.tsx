import type { SeenChannel } from '@aplomb/fake-discord';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icons/Icon.js';
import { channelName } from '../navigation/ChannelButton.js';
import { isDirect } from '../state/channelOrder.js';
import { may, permission } from '../state/permissions.js';
import { useSeat } from '../state/seatContext.js';
import { IconButton } from '../ui/IconButton.js';
import { AimBar } from './AimBar.js';
import { AttachButton } from './AttachButton.js';
import type { CommandEntry } from './commandEntries.js';
import { CommandPicker } from './CommandPicker.js';
import { FileChips } from './FileChips.js';
import { LengthLeft } from './LengthLeft.js';
import { PollDialog } from './PollDialog.js';
import { useMessageForm } from './useMessageForm.js';

/** From so few characters on it is said how many are left. */
const warnedLength = 200;

interface MessageFormProps {
  readonly channel: SeenChannel;
  /** A command was used or left just now: its form had the focus. */
  readonly isBack: boolean;
  readonly onCommand: (entry: CommandEntry) => void;
}

/** The field for messages. A slash at the beginning offers the bot's commands. */
export function MessageForm({ channel, isBack, onCommand }: MessageFormProps): VNode {
  const seat = useSeat();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isPolling, setPolling] = useState(false);
  const { active, choose, entries, files, lengthLeft, onKeyDown, send, text, write } = useMessageForm(channel, onCommand);
  const aim = seat.aim.value;
  const label = `Message ${isDirect(channel) ? '' : '#'}${channelName(channel)}`;
  const hasModal = seat.person.value?.modal != null;
  // What had the focus is gone, with the form of a command or with a modal that it led to.
  useLayoutEffect(() => {
    if (isBack && !hasModal && document.activeElement === document.body) field.current?.focus();
  }, [hasModal]);
  // Before the next key comes: whoever presses R types on.
  useLayoutEffect(() => {
    if (aim?.type === 'reply') field.current?.focus();
  }, [aim]);
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    send();
  };
  if (!mayWrite(channel)) return <p class="no-writing">You may not write in this channel.</p>;
  return (
    <form class={`message-form ${files.isAbove ? 'is-drop-target' : ''}`} onSubmit={onSubmit} {...files.dropTarget}>
      {entries.length > 0 && <CommandPicker entries={entries} active={active} onChoose={choose} />}
      {aim?.type === 'reply' && <AimBar message={aim.message} />}
      <FileChips files={files} />
      <div class="writing">
        <AttachButton onFiles={files.add} />
        <textarea
          ref={field}
          class="message-field"
          rows={Math.min(8, text.split('\n').length)}
          aria-label={label}
          placeholder={label}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={files.onPaste}
        />
        {lengthLeft < warnedLength && <LengthLeft count={lengthLeft} />}
        <IconButton icon="poll" label="Make a poll" onClick={() => setPolling(true)} />
        <button type="submit" class="icon-button" aria-label="Send message" title="Send message (Enter)">
          <Icon name="send" />
        </button>
      </div>
      {isPolling && <PollDialog channelId={channel.id} onClose={() => setPolling(false)} />}
    </form>
  );
}

function mayWrite(channel: SeenChannel): boolean {
  return isDirect(channel) || may(channel, permission.sendMessages) || may(channel, permission.sendInThreads);
}
