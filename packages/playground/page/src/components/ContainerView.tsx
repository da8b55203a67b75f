import type { APIContainerComponent } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { colorText } from '../ui/colorText.js';
import type { DrawComponent } from './kinds.js';
import { Veiled } from './Veiled.js';

interface ContainerViewProps {
  readonly container: APIContainerComponent;
  readonly draw: DrawComponent;
}

/** A box around components, with a line of its accent colour at the left. */
export function ContainerView({ container, draw }: ContainerViewProps): VNode {
  const style = container.accent_color == null ? {} : { '--accent-line': colorText(container.accent_color) };
  return (
    <Veiled isVeiled={container.spoiler === true} what="box">
      <div class="container" style={style}>
        {container.components.map(draw)}
      </div>
    </Veiled>
  );
}
