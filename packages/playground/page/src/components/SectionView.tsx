import type { APISectionComponent } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import type { DrawComponent } from './kinds.js';

interface SectionViewProps {
  readonly draw: DrawComponent;
  readonly section: APISectionComponent;
}

/** Texts with a button or small picture beside them. */
export function SectionView({ draw, section }: SectionViewProps): VNode {
  return (
    <div class="section">
      <div>{section.components.map(draw)}</div>
      {draw(section.accessory, section.components.length)}
    </div>
  );
}
