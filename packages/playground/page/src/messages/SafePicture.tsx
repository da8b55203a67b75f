import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons/Icon.js';

interface SafePictureProps {
  readonly alt: string;
  readonly class: string;
  readonly url: string;
}

/** A picture of this machine. One that lies elsewhere is only named: the page asks no other host for anything. */
export function SafePicture({ alt, class: className, url }: SafePictureProps): VNode {
  const [isBroken, setBroken] = useState(false);
  const isHere = /^(\/(?!\/)|data:image\/)/.test(url);
  if (isHere && !isBroken) return <img class={className} src={url} alt={alt} loading="lazy" onError={() => setBroken(true)} />;
  return (
    <span class={`${className} missing-picture`} title={url}>
      <Icon name="image" size={20} />
      <small>{alt === '' ? lastPart(url) : alt}</small>
    </span>
  );
}

function lastPart(url: string): string {
  return url.split(/[?#]/)[0]?.split('/').at(-1) ?? url;
}
