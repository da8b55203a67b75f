import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import type { DrawComponent } from './kinds.js';

interface RowProps {
  readonly draw: DrawComponent;
  readonly row: APIActionRowComponent<APIComponentInMessageActionRow>;
}

/** Buttons side by side, or one select menu. */
export function Row({ draw, row }: RowProps): VNode {
  return (
    <div class="row" role="group">
      {row.components.map(draw)}
    </div>
  );
}
