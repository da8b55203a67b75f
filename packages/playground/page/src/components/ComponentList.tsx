import type { APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { ComponentView } from './ComponentView.js';
import type { AnyComponent } from './kinds.js';

interface ComponentListProps {
  readonly components: readonly AnyComponent[];
  readonly message: APIMessage;
}

/** The components of a message, V1 and V2, from top to bottom. */
export function ComponentList({ components, message }: ComponentListProps): VNode | null {
  if (components.length === 0) return null;
  return (
    <div class="components">
      {components.map((component, index) => (
        <ComponentView key={component.id ?? index} component={component} message={message} />
      ))}
    </div>
  );
}
