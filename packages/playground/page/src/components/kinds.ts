import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APISelectMenuComponent,
  APIThumbnailComponent,
} from 'discord-api-types/v10';
import type { VNode } from 'preact';

/** Whatever may stand somewhere in a message. */
export type AnyComponent =
  | APIActionRowComponent<APIComponentInMessageActionRow>
  | APIButtonComponent
  | APIComponentInContainer
  | APIContainerComponent
  | APISelectMenuComponent
  | APIThumbnailComponent;

/** Draws what stands in another component. It is handed on, since a section may stand in a box, and draws components itself. */
export type DrawComponent = (component: AnyComponent, index: number) => VNode;
