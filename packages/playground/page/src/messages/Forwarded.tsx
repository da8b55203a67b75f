import type { APIMessageSnapshotFields } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { Icon } from '../icons/Icon.js';
import { Markdown } from '../markdown/Markdown.js';
import { Attachments } from './Attachments.js';
import { EmbedCard } from './EmbedCard.js';
import { wholeTime } from './messageTime.js';

/** A message that was forwarded, as it was then. */
export function Forwarded({ snapshot }: { readonly snapshot: APIMessageSnapshotFields }): VNode {
  return (
    <blockquote class="forwarded">
      <p class="forwarded-title">
        <Icon name="forward" size={14} /> Forwarded
      </p>
      {snapshot.content !== '' && <Markdown text={snapshot.content} />}
      <Attachments attachments={snapshot.attachments} />
      {snapshot.embeds.map((embed, index) => (
        <EmbedCard key={index} embed={embed} />
      ))}
      <small class="subtext">{wholeTime(snapshot.timestamp)}</small>
    </blockquote>
  );
}
