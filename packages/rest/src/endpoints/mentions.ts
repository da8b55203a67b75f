import type { APIAllowedMentions } from 'discord-api-types/v10';
import { wireAllowedMentions } from '../AllowedMentions.js';
import type { Requester } from '../RestRequest.js';
import { MESSAGE_EXAMPLE, plainFields } from './plainFields.js';

/** A body that can say whom its message pings. The types of the routes differ in what they let be `undefined` within. */
export interface Mentioning {
  readonly allowed_mentions?: object | null | undefined;
}

/**
 * Makes the function that every route with a message in it sends its body through: a body that does not say whom it pings gets the
 * `allowedMentions` option.
 *
 * An explicit `undefined` would be left out of the JSON, and a `null` means to Discord that nothing was said. Both would ping everybody whom the text
 * names, so that they count as silence. A body that is no object is refused.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#allowed-mentions-object | Allowed mentions object}
 */
export function mentionDefaults(rest: Requester): <Body extends Mentioning>(body: Body | null | undefined) => Body {
  // Read with the first message: the endpoints are made while their `Rest` still is.
  let allowed: APIAllowedMentions | undefined;
  return (body) => {
    const fields = plainFields(body, MESSAGE_EXAMPLE);
    return { ...fields, allowed_mentions: fields.allowed_mentions ?? (allowed ??= wireAllowedMentions(rest.allowedMentions)) };
  };
}
