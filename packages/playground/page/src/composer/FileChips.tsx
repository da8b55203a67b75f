import type { VNode } from 'preact';
import { Icon } from '../icons/Icon.js';
import { byteSize } from '../ui/byteSize.js';
import { IconButton } from '../ui/IconButton.js';
import type { WaitingFiles } from './useFiles.js';

/** The files that go with the message. */
export function FileChips({ files }: { readonly files: WaitingFiles }): VNode | null {
  if (files.list.length === 0) return null;
  return (
    <ul class="file-chips" aria-label="Files to send">
      {files.list.map((file) => (
        <li key={file.upload}>
          <Icon name="file" />
          <span>
            {file.filename} <small>{byteSize(file.size)}</small>
          </span>
          <IconButton icon="close" label={`Remove ${file.filename}`} onClick={() => files.remove(file)} />
        </li>
      ))}
    </ul>
  );
}
