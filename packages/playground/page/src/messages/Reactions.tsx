import type { APIMessage, APIReaction } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { Icon } from '../icons/Icon.js';
import { EmojiView } from '../ui/EmojiView.js';
import { emojiName } from '../ui/emojiName.js';
import { useSeat } from '../state/seatContext.js';
import { openEmojiPicker } from './emojiPicker.js';

/** The reactions of a message. Pressing one joins or leaves it. */
export function Reactions({ message }: { readonly message: APIMessage }): VNode | null {
  const seat = useSeat();
  const reactions = message.reactions ?? [];
  if (reactions.length === 0) return null;
  return (
    <div class="reactions" role="group" aria-label="Reactions">
      {reactions.map((reaction) => (
        <ReactionChip key={emojiName(reaction.emoji)} message={message} reaction={reaction} />
      ))}
      <button type="button" class="reaction is-add" aria-label="Add a reaction" onClick={(event) => openEmojiPicker(event, seat, message)}>
        <Icon name="smile" />
      </button>
    </div>
  );
}

function ReactionChip({ message, reaction }: { readonly message: APIMessage; readonly reaction: APIReaction }): VNode {
  const seat = useSeat();
  const emoji = emojiName(reaction.emoji);
  const toggle = (): void => {
    void seat.attempt(reaction.me ? 'unreact' : 'react', { channelId: message.channel_id, emoji, messageId: message.id });
  };
  return (
    <button
      type="button"
      class="reaction"
      aria-pressed={reaction.me}
      aria-label={`${reaction.emoji.name ?? 'emoji'}, ${reaction.count} ${reaction.count === 1 ? 'reaction' : 'reactions'}`}
      data-emoji={emoji}
      onClick={toggle}
    >
      <EmojiView emoji={reaction.emoji} />
      <span>{reaction.count}</span>
    </button>
  );
}
