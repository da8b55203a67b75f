import { wireAllowedMentions, type AllowedMentions } from '@aplomb/rest';
import type { APIAllowedMentions } from 'discord-api-types/v10';
import { checkedId } from '../text/snowflake.js';
import { checkedPart, checkNames, invalid, type Names } from './wire.js';

const NAMES: Names<AllowedMentions> = { parse: 'list', repliedUser: 'value', roles: 'list', users: 'list' };
const KINDS: readonly unknown[] = ['everyone', 'roles', 'users'];

/**
 * Whom a message may ping, as Discord reads it. `allowedMentions({})` lets it ping nobody.
 *
 * @throws {@link OptionsError} `INVALID_BODY` where ids are named of a kind that all of `parse` may ping, and for more than 100 ids
 * @example
 * ```ts
 * import { allowedMentions } from 'aplomb';
 *
 * const body = { content: '<@80351110224678912> and @everyone', allowed_mentions: allowedMentions({ users: ['80351110224678912'] }) };
 * ```
 * @see {@link https://docs.discord.com/developers/resources/message#allowed-mentions-object | Allowed mentions object}
 */
export function allowedMentions(mentions: AllowedMentions): Readonly<APIAllowedMentions> {
  checkNames('allowedMentions', mentions, NAMES);
  for (const kind of mentions.parse ?? [])
    if (!KINDS.includes(kind))
      throw invalid('allowedMentions', 'parse', `has ${JSON.stringify(kind)}`, `Take some of ${KINDS.join(', ')}.`);
  for (const id of mentions.users ?? []) checkedId(id, 'a user who may be pinged');
  for (const id of mentions.roles ?? []) checkedId(id, 'a role that may be pinged');
  return Object.freeze(checkedPart('allowedMentions', 'allowedMentions', wireAllowedMentions(mentions)));
}
