import type { APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { Markdown } from '../markdown/Markdown.js';
import { ButtonView } from './ButtonView.js';
import { ContainerView } from './ContainerView.js';
import { FileView } from './FileView.js';
import type { AnyComponent, DrawComponent } from './kinds.js';
import { MediaGallery } from './MediaGallery.js';
import { Row } from './Row.js';
import { SectionView } from './SectionView.js';
import { SelectView } from './SelectView.js';
import { ThumbnailView } from './ThumbnailView.js';

interface ComponentViewProps {
  readonly component: AnyComponent;
  readonly message: APIMessage;
}

/**
 * One component of a message, by its kind.
 *
 * @see {@link https://docs.discord.com/developers/components/reference | Component reference}
 */
export function ComponentView({ component, message }: ComponentViewProps): VNode | null {
  const draw: DrawComponent = (inner, index) => <ComponentView key={inner.id ?? index} component={inner} message={message} />;
  switch (component.type) {
    case 1:
      return <Row draw={draw} row={component} />;
    case 2:
      return <ButtonView button={component} message={message} />;
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return <SelectView menu={component} message={message} />;
    case 9:
      return <SectionView draw={draw} section={component} />;
    case 10:
      return <Markdown text={component.content} />;
    case 11:
      return <ThumbnailView thumbnail={component} />;
    case 12:
      return <MediaGallery gallery={component} />;
    case 13:
      return <FileView file={component} />;
    case 14:
      return <hr class={`separator ${component.spacing === 2 ? 'is-wide' : ''} ${component.divider === false ? 'is-blank' : ''}`} />;
    case 17:
      return <ContainerView container={component} draw={draw} />;
    default:
      return <UnknownComponent kind={(component as { readonly type: number }).type} />;
  }
}

/** Said loudly: a component that is silently left out looks like a fault of the bot. */
function UnknownComponent({ kind }: { readonly kind: number }): VNode {
  return <p class="unknown">A component of kind {kind}, which this page does not draw.</p>;
}
