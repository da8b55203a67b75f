import type { APIActionRowComponent, APIComponentInMessageActionRow, APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { ComponentView } from './ComponentView.js';

interface RowProps {
  readonly message: APIMessage;
  readonly row: APIActionRowComponent<APIComponentInMessageActionRow>;
}

/** Buttons side by side, or one select menu. */
export function Row({ message, row }: RowProps): VNode {
  return (
    <div class="row" role="group">
      {row.components.map((component, index) => (
        <ComponentView key={component.id ?? index} component={component} message={message} />
      ))}
    </div>
  );
}
