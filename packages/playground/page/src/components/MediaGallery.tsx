import type { APIMediaGalleryComponent } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { SafePicture } from '../messages/SafePicture.js';
import { useSurroundings } from '../state/surroundings.js';
import { Veiled } from './Veiled.js';

/** One to ten pictures in a grid. */
export function MediaGallery({ gallery }: { readonly gallery: APIMediaGalleryComponent }): VNode {
  const { source } = useSurroundings();
  return (
    <div class={`gallery gallery-${Math.min(gallery.items.length, 3)}`}>
      {gallery.items.map((item, index) => (
        <Veiled key={index} isVeiled={item.spoiler === true} what="picture">
          <SafePicture class="gallery-picture" url={source(item.media.url)} alt={item.description ?? ''} />
        </Veiled>
      ))}
    </div>
  );
}
