import type { APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useSeat } from '../state/seatContext.js';
import { Avatar } from '../ui/Avatar.js';
import { pure } from '../ui/Pure.js';
import { openMessageMenu } from './messageMenu.js';
import { hasFlag, isReply, isWritten, messageFlag } from './kinds.js';
import { clockTime, dayText, wholeTime } from './messageTime.js';
import { MessageBody } from './MessageBody.js';
import { MessageHeader } from './MessageHeader.js';
import { MessageToolbar } from './MessageToolbar.js';
import { ReplyLine, UsedLine } from './ReplyLine.js';
import { SystemMessage } from './SystemMessage.js';

export interface MessageRowProps {
  readonly isGrouped: boolean;
  readonly message: APIMessage;
  /** Its place among the messages of the channel, from 1. */
  readonly position: number;
  readonly startsDay: boolean;
}

/** A message in the list, with the line of its day above where one begins. */
export const MessageRow = pure(({ isGrouped, message, position, startsDay }: MessageRowProps): VNode => {
  const seat = useSeat();
  const isEphemeral = hasFlag(message, messageFlag.ephemeral);
  const classes = ['message', isGrouped && 'is-grouped', isEphemeral && 'is-ephemeral', mentionsMe(message, seat.id) && 'is-for-me'];
  return (
    <li
      class={classes.filter(Boolean).join(' ')}
      data-message-id={message.id}
      data-author-id={message.author.id}
      data-ephemeral={isEphemeral || undefined}
      aria-posinset={position}
      aria-setsize={-1}
      tabIndex={-1}
      onContextMenu={(event) => openMessageMenu(event, seat, message)}
    >
      {startsDay && <div class="day">{dayText(message.timestamp)}</div>}
      {isWritten(message) ? <Written message={message} isGrouped={isGrouped} /> : <SystemMessage message={message} />}
      <MessageToolbar message={message} />
    </li>
  );
});

function Written({ isGrouped, message }: Pick<MessageRowProps, 'isGrouped' | 'message'>): VNode {
  const name = message.author.global_name ?? message.author.username;
  return (
    <>
      {isReply(message) && <ReplyLine message={message} />}
      {message.interaction_metadata !== undefined && !isReply(message) && <UsedLine message={message} />}
      <div class="message-line">
        {isGrouped ? (
          <time class="gutter-time" title={wholeTime(message.timestamp)}>
            {clockTime(message.timestamp)}
          </time>
        ) : (
          <Avatar id={message.author.id} name={name} />
        )}
        <div class="message-content">
          {!isGrouped && <MessageHeader message={message} />}
          <MessageBody message={message} />
        </div>
      </div>
    </>
  );
}

function mentionsMe(message: APIMessage, myId: string): boolean {
  return message.mention_everyone || message.mentions.some(({ id }) => id === myId);
}
