import type { APIGuildCategoryChannel } from 'discord-api-types/v10';
import type { Relation } from '../Relation.js';
import type { PlacedChannel } from './AnyChannel.js';
import { ListedChannel } from './ListedChannel.js';
import { childrenOf } from './relations.js';

/** A category, which channels stand under. */
export class CategoryChannel extends ListedChannel<APIGuildCategoryChannel> {
  /** The channels in it that the cache knows. */
  get children(): Relation<PlacedChannel> {
    return childrenOf(this.views, this);
  }
}
