import type { APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { plainText } from '../markdown/plainText.js';
import { useSeat } from '../state/seatContext.js';
import { plainName } from '../state/names.js';
import { scrollToMessage } from './scrollToMessage.js';

const shownLength = 120;

/** What a message answers to, in a line above it. */
export function ReplyLine({ message }: { readonly message: APIMessage }): VNode {
  const seat = useSeat();
  const id = message.message_reference?.message_id;
  // A message that only this person sees is named, and not told again.
  const answered = message.referenced_message ?? seat.room.value.messages.find((each) => each.id === id);
  if (answered === undefined) {
    const fate = message.referenced_message === null ? 'is gone' : 'cannot be shown';
    return <div class="reply-line">The message that was answered {fate}.</div>;
  }
  const { author, content } = answered;
  return (
    <button
      type="button"
      class="reply-line"
      aria-label="Go to the message that was answered"
      onClick={(event) => scrollToMessage(event.currentTarget, answered.id)}
    >
      <strong>{seat.names.value.user(author.id) ?? plainName(author)}</strong>
      <span>{content === '' ? 'an attachment or embed' : plainText(content.slice(0, shownLength), seat.names.value)}</span>
    </button>
  );
}

/** Who used which command for this answer. */
export function UsedLine({ message }: { readonly message: APIMessage }): VNode {
  const seat = useSeat();
  const user = message.interaction_metadata?.user;
  const name = commandName(message);
  return (
    <div class="reply-line is-used">
      <strong>{user === undefined ? 'Somebody' : (seat.names.value.user(user.id) ?? plainName(user))}</strong>
      <span>
        {name === undefined ? (
          'used the bot'
        ) : (
          <>
            used <code class="command-name">{isOfMenu(message) ? name : `/${name}`}</code>
          </>
        )}
      </span>
    </div>
  );
}

/** Commands of the menus of messages and people have no slash. */
function isOfMenu({ interaction_metadata: metadata = {} }: { readonly interaction_metadata?: object }): boolean {
  return 'target_user' in metadata || 'target_message_id' in metadata;
}

/** Discord still sends the field before `interaction_metadata`, and only that has the command's name. */
function commandName(message: { readonly interaction?: unknown }): string | undefined {
  const { interaction } = message;
  if (typeof interaction !== 'object' || interaction === null || !('name' in interaction)) return undefined;
  return String(interaction.name);
}
