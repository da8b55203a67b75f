import type { APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useSeat } from '../state/seatContext.js';
import { IconButton } from '../ui/IconButton.js';
import { openEmojiPicker } from './emojiPicker.js';
import { hasFlag, messageFlag } from './kinds.js';
import { openMessageMenu } from './messageMenu.js';

/** What is done most with a message, at its upper right while it is pointed at or has the focus. */
export function MessageToolbar({ message }: { readonly message: APIMessage }): VNode {
  const seat = useSeat();
  const isOwn = message.author.id === seat.id;
  const isEphemeral = hasFlag(message, messageFlag.ephemeral);
  return (
    <div class="message-toolbar" role="toolbar" aria-label="Message actions">
      {!isEphemeral && <IconButton icon="smile" label="Add reaction" onClick={(event) => openEmojiPicker(event, seat, message)} />}
      {!isEphemeral && <IconButton icon="reply" label="Reply" onClick={() => (seat.aim.value = { type: 'reply', message })} />}
      {isOwn && <IconButton icon="edit" label="Edit message" onClick={() => (seat.aim.value = { type: 'edit', message })} />}
      <IconButton icon="more" label="More" onClick={(event) => openMessageMenu(event, seat, message)} />
    </div>
  );
}
