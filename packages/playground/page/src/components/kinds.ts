import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APISelectMenuComponent,
  APIThumbnailComponent,
} from 'discord-api-types/v10';

/** Whatever may stand somewhere in a message. */
export type AnyComponent =
  | APIActionRowComponent<APIComponentInMessageActionRow>
  | APIButtonComponent
  | APIComponentInContainer
  | APIContainerComponent
  | APISelectMenuComponent
  | APIThumbnailComponent;
