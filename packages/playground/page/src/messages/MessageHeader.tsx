import type { APIMessage, APIUser } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { colorOf } from '../state/names.js';
import { useSeat } from '../state/seatContext.js';
import { colorText } from '../ui/colorText.js';
import { openUserMenu } from '../people/userMenu.js';
import { clockTime, wholeTime } from './messageTime.js';

/** Who wrote a message, and when. */
export function MessageHeader({ message }: { readonly message: APIMessage }): VNode {
  return (
    <div class="message-header">
      <AuthorName author={message.author} isWebhook={message.webhook_id !== undefined && message.interaction_metadata === undefined} />
      {message.author.bot === true && <span class="badge">APP</span>}
      <time class="message-time" dateTime={message.timestamp} title={wholeTime(message.timestamp)}>
        {clockTime(message.timestamp)}
      </time>
    </div>
  );
}

/** A name in the colour of its highest role. Its menu has what can be done with the person. */
export function AuthorName({ author, isWebhook = false }: { readonly author: APIUser; readonly isWebhook?: boolean }): VNode {
  const seat = useSeat();
  const plain = author.global_name ?? author.username;
  const name = isWebhook ? plain : (seat.names.value.user(author.id) ?? plain);
  const person = seat.person.peek();
  const color = person === null ? 0 : colorOf(person, seat.place.peek().guildId, author.id);
  return (
    <button
      type="button"
      class="author"
      aria-haspopup="menu"
      style={color === 0 ? {} : { '--name': colorText(color) }}
      onClick={(event) => openUserMenu(event, seat, author)}
      onContextMenu={(event) => openUserMenu(event, seat, author)}
    >
      {name}
    </button>
  );
}
