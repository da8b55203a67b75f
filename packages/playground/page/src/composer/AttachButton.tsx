import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { IconButton } from '../ui/IconButton.js';

/** Opens the browser's dialog for files. */
export function AttachButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): VNode {
  const field = useRef<HTMLInputElement>(null);
  const take = (): void => {
    onFiles([...(field.current?.files ?? [])]);
    if (field.current !== null) field.current.value = '';
  };
  return (
    <>
      <IconButton icon="plus" label="Attach files" onClick={() => field.current?.click()} />
      <input ref={field} type="file" multiple hidden aria-label="Files to attach" onChange={take} />
    </>
  );
}
