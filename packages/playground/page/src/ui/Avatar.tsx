import type { VNode } from 'preact';
import { firstLetter } from './firstLetter.js';

const hues = 7n;

interface AvatarProps {
  readonly id: string;
  readonly name: string;
  readonly size?: 'large' | 'small';
  /** `online`, `idle` … shown as a dot. */
  readonly status?: string | undefined;
}

/** A disc with the first letter of a name, in a colour that the id decides: the page fetches no pictures of people. */
export function Avatar({ id, name, size = 'large', status }: AvatarProps): VNode {
  const hue = Number(BigInt(/^\d+$/.test(id) ? id : 0) % hues);
  return (
    <span class={`avatar avatar-${size} hue-${hue}`} aria-hidden="true">
      {firstLetter(name).toUpperCase()}
      {status !== undefined && <span class={`status status-${status}`} />}
    </span>
  );
}
