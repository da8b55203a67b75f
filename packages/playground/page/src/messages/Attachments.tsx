import type { APIAttachment } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons/Icon.js';
import { useSurroundings } from '../state/surroundings.js';
import { byteSize } from '../ui/byteSize.js';

export function Attachments({ attachments }: { readonly attachments: readonly APIAttachment[] }): VNode | null {
  if (attachments.length === 0) return null;
  return (
    <ul class="attachments">
      {attachments.map((attachment) => (
        <li key={attachment.id} data-attachment-id={attachment.id}>
          <AttachmentView attachment={attachment} />
        </li>
      ))}
    </ul>
  );
}

/** A picture, a sound, a film, or a card with the name of any other file. */
function AttachmentView({ attachment }: { readonly attachment: APIAttachment }): VNode {
  const { source } = useSurroundings();
  const [isShown, setShown] = useState(!attachment.filename.startsWith('SPOILER_'));
  const [isBroken, setBroken] = useState(false);
  const url = source(attachment.url);
  const kind = attachment.content_type?.split('/')[0];
  if (!isShown) {
    return (
      <button type="button" class="file-card" onClick={() => setShown(true)}>
        <Icon name="eye" /> Spoiler: {attachment.filename.slice('SPOILER_'.length)}
      </button>
    );
  }
  if (kind === 'image' && !isBroken) {
    return (
      <a href={url} target="_blank" rel="noopener noreferrer">
        <img class="picture" src={url} alt={attachment.description ?? attachment.filename} onError={() => setBroken(true)} loading="lazy" />
      </a>
    );
  }
  if (kind === 'audio') return <audio controls src={url} aria-label={attachment.filename} />;
  if (kind === 'video') return <video class="picture" controls src={url} aria-label={attachment.filename} />;
  return <FileCard name={attachment.filename} size={attachment.size} url={url} />;
}

export function FileCard({ name, size, url }: { readonly name: string; readonly size?: number | undefined; readonly url: string }): VNode {
  return (
    <a class="file-card" href={url} download={name}>
      <Icon name="file" size={20} />
      <span>
        <strong>{name}</strong>
        {size !== undefined && <small>{byteSize(size)}</small>}
      </span>
    </a>
  );
}
