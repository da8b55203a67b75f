import type { VNode } from 'preact';
import { useSurroundings } from '../state/surroundings.js';

const cdn = 'https://cdn.discordapp.com';

/** An emoji of a guild. Its name stands in for the picture where there is none. */
export function CustomEmoji({ id, isAnimated, name }: { readonly id: string; readonly isAnimated: boolean; readonly name: string }): VNode {
  const { source } = useSurroundings();
  const local = source(`${cdn}/emojis/${id}.${isAnimated ? 'gif' : 'webp'}`);
  const text = `:${name}:`;
  if (local.startsWith(cdn))
    return (
      <span class="emoji-name" title={text}>
        {text}
      </span>
    );
  return <img class="emoji" src={local} alt={text} title={text} loading="lazy" />;
}
