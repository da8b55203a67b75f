import type { APIMessage, APISectionComponent } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { ComponentView } from './ComponentView.js';

interface SectionViewProps {
  readonly message: APIMessage;
  readonly section: APISectionComponent;
}

/** Texts with a button or small picture beside them. */
export function SectionView({ message, section }: SectionViewProps): VNode {
  return (
    <div class="section">
      <div>
        {section.components.map((component, index) => (
          <ComponentView key={component.id ?? index} component={component} message={message} />
        ))}
      </div>
      <ComponentView component={section.accessory} message={message} />
    </div>
  );
}
