import type { APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { ComponentList } from '../components/ComponentList.js';
import { Icon } from '../icons/Icon.js';
import { Markdown } from '../markdown/Markdown.js';
import { useSeat } from '../state/seatContext.js';
import { Attachments } from './Attachments.js';
import { Editor } from './Editor.js';
import { EmbedCard } from './EmbedCard.js';
import { FailedNote } from './FailedNote.js';
import { Forwarded } from './Forwarded.js';
import { hasFlag, messageFlag } from './kinds.js';
import { wholeTime } from './messageTime.js';
import { PollView } from './PollView.js';
import { Reactions } from './Reactions.js';
import { Stickers } from './Stickers.js';
import { ThreadChip } from './ThreadChip.js';

/** What a message says, shows and offers, from top to bottom. */
export function MessageBody({ message }: { readonly message: APIMessage }): VNode {
  const seat = useSeat();
  const { aim } = seat;
  const isEdited = aim.value?.type === 'edit' && aim.value.message.id === message.id;
  if (hasFlag(message, messageFlag.loading)) return <Thinking message={message} />;
  return (
    <>
      {isEdited ? <Editor message={message} /> : <Text message={message} />}
      {message.message_snapshots?.map((snapshot, index) => (
        <Forwarded key={index} snapshot={snapshot.message} />
      ))}
      {!hasFlag(message, messageFlag.componentsV2) && <Attachments attachments={message.attachments} />}
      {message.embeds.map((embed, index) => (
        <EmbedCard key={index} embed={embed} />
      ))}
      <Stickers stickers={message.sticker_items ?? []} />
      {message.poll !== undefined && <PollView message={message} poll={message.poll} />}
      <ComponentList message={message} components={message.components ?? []} />
      <FailedNote messageId={message.id} />
      <Reactions message={message} />
      {message.thread !== undefined && <ThreadChip thread={message.thread} />}
      {hasFlag(message, messageFlag.ephemeral) && <EphemeralNote message={message} />}
    </>
  );
}

function Text({ message }: { readonly message: APIMessage }): VNode | null {
  if (message.content === '') return null;
  return (
    <div class="text">
      <Markdown text={message.content} />
      {message.edited_timestamp !== null && (
        <small class="edited" title={`Edited ${wholeTime(message.edited_timestamp)}`}>
          (edited)
        </small>
      )}
    </div>
  );
}

function Thinking({ message }: { readonly message: APIMessage }): VNode {
  return (
    <>
      <p class="thinking" role="status">
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {message.author.global_name ?? message.author.username} is thinking…
      </p>
      {hasFlag(message, messageFlag.ephemeral) && <EphemeralNote message={message} />}
    </>
  );
}

function EphemeralNote({ message }: { readonly message: APIMessage }): VNode {
  const seat = useSeat();
  return (
    <p class="ephemeral-note">
      <Icon name="eye" size={14} />
      Only you can see this
      <button type="button" class="link" onClick={() => seat.dismiss(message.id)}>
        Dismiss message
      </button>
    </p>
  );
}
