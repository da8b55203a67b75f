import { MessageSearchAuthorType, MessageSearchEmbedType, MessageSearchHasType, MessageSearchSortMode } from 'discord-api-types/v10';
import type { GivenFor } from './Given.js';
import { ids } from './ids.js';

/** The route with the most parameters that there is. */
export const searchGuildMessages: GivenFor<'channels'>['searchGuildMessages'] = [
  ids.guild_id,
  {
    sort_by: MessageSearchSortMode.Timestamp,
    sort_order: 'asc',
    content: 'a & b = c',
    slop: 2,
    author_id: ['11', '12'],
    author_type: [MessageSearchAuthorType.User],
    mentions: ['13'],
    mentions_role_id: ['14'],
    replied_to_user_id: ['15'],
    replied_to_message_id: ['16'],
    mention_everyone: false,
    min_id: '3',
    max_id: '9',
    limit: 7,
    offset: 25,
    has: [MessageSearchHasType.Link],
    link_hostname: ['example.org'],
    embed_provider: ['Example'],
    embed_type: [MessageSearchEmbedType.Image],
    attachment_extension: ['png'],
    attachment_filename: ['file.png'],
    pinned: true,
    include_nsfw: false,
    channel_id: ['17'],
  },
];
