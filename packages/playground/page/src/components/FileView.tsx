import type { APIFileComponent } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { FileCard } from '../messages/Attachments.js';
import { useSurroundings } from '../state/surroundings.js';
import { Veiled } from './Veiled.js';

export function FileView({ file }: { readonly file: APIFileComponent }): VNode {
  const { source } = useSurroundings();
  return (
    <Veiled isVeiled={file.spoiler === true} what="file">
      <FileCard name={nameOf(file)} size={file.size} url={source(file.file.url)} />
    </Veiled>
  );
}

function nameOf({ file, name }: APIFileComponent): string {
  return name ?? file.url.split(/[?#]/)[0]?.split('/').at(-1) ?? 'file';
}
