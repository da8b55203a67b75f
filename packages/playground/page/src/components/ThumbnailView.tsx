import type { APIThumbnailComponent } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { SafePicture } from '../messages/SafePicture.js';
import { useSurroundings } from '../state/surroundings.js';
import { Veiled } from './Veiled.js';

export function ThumbnailView({ thumbnail }: { readonly thumbnail: APIThumbnailComponent }): VNode {
  const { source } = useSurroundings();
  return (
    <Veiled isVeiled={thumbnail.spoiler === true} what="picture">
      <SafePicture class="thumbnail" url={source(thumbnail.media.url)} alt={thumbnail.description ?? ''} />
    </Veiled>
  );
}
