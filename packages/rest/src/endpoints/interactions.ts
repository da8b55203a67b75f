import type {
  RESTGetAPIInteractionFollowupResult,
  RESTGetAPIInteractionOriginalResponseResult,
  RESTPatchAPIInteractionFollowupJSONBody,
  RESTPatchAPIInteractionFollowupResult,
  RESTPatchAPIInteractionOriginalResponseJSONBody,
  RESTPatchAPIInteractionOriginalResponseResult,
  RESTPostAPIInteractionCallbackJSONBody,
  RESTPostAPIInteractionCallbackQuery,
  RESTPostAPIInteractionCallbackWithResponseResult,
  RESTPostAPIInteractionFollowupJSONBody,
  RESTPostAPIInteractionFollowupResult,
} from 'discord-api-types/v10';
import type { CallOptions, FileCallOptions, Requester } from '../RestRequest.js';
import { messageSegment, route, tokenSegment } from '../Route.js';
import { mentionDefaults } from './mentions.js';
import { plainFields } from './plainFields.js';

/** What the answering of an interaction takes. */
export interface InteractionResponseOptions extends FileCallOptions {
  readonly query?: RESTPostAPIInteractionCallbackQuery;
}

/**
 * Answers to interactions. The interaction's token stands in for the bot's: it is good for 15 minutes, and dies after 3 seconds without a first answer.
 * None of these calls counts against the global limit.
 *
 * Every message pings whom its own `allowed_mentions` or else the `allowedMentions` option allows.
 */
export interface InteractionEndpoints {
  /**
   * Answers an interaction for the first time: with a message, later, with a change of the message that it came from, with suggestions, with a form.
   * Resolves with what became of it if `with_response` is true in the query.
   *
   * Discord refuses a second answer with 40060 and one that comes too late with 10062.
   *
   * @example
   * ```ts
   * import { Rest } from '@aplomb/rest';
   *
   * declare const interaction: { readonly id: string; readonly token: string };
   * const rest = new Rest({ token: process.env.DISCORD_TOKEN ?? '' });
   * await rest.interactions.createResponse(interaction.id, interaction.token, { type: 4, data: { content: 'Pong!' } });
   * ```
   * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response | Create interaction response}
   */
  createResponse(
    interactionId: string,
    token: string,
    body: RESTPostAPIInteractionCallbackJSONBody,
    options: InteractionResponseOptions & { readonly query: { readonly with_response: true } },
  ): Promise<RESTPostAPIInteractionCallbackWithResponseResult>;
  createResponse(
    interactionId: string,
    token: string,
    body: RESTPostAPIInteractionCallbackJSONBody,
    options?: InteractionResponseOptions & { readonly query?: { readonly with_response?: false } },
  ): Promise<void>;
  createResponse(
    interactionId: string,
    token: string,
    body: RESTPostAPIInteractionCallbackJSONBody,
    options?: InteractionResponseOptions,
  ): Promise<RESTPostAPIInteractionCallbackWithResponseResult | undefined>;
  /**
   * The message of the first answer.
   *
   * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#get-original-interaction-response | Get original interaction response}
   */
  originalResponse(applicationId: string, token: string, options?: CallOptions): Promise<RESTGetAPIInteractionOriginalResponseResult>;
  /**
   * Edits the message of the first answer, or gives the one that was announced for later.
   *
   * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#edit-original-interaction-response | Edit original interaction response}
   */
  editOriginalResponse(
    applicationId: string,
    token: string,
    body: RESTPatchAPIInteractionOriginalResponseJSONBody,
    options?: FileCallOptions,
  ): Promise<RESTPatchAPIInteractionOriginalResponseResult>;
  /**
   * Deletes the message of the first answer.
   *
   * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#delete-original-interaction-response | Delete original interaction response}
   */
  deleteOriginalResponse(applicationId: string, token: string, options?: CallOptions): Promise<void>;
  /**
   * Sends one more message. Where the application is installed for the user only, an interaction has at most 5 of them.
   *
   * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message | Create followup message}
   */
  createFollowup(
    applicationId: string,
    token: string,
    body: RESTPostAPIInteractionFollowupJSONBody,
    options?: FileCallOptions,
  ): Promise<RESTPostAPIInteractionFollowupResult>;
  /**
   * One of the further messages.
   *
   * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#get-followup-message | Get followup message}
   */
  followup(applicationId: string, token: string, messageId: string, options?: CallOptions): Promise<RESTGetAPIInteractionFollowupResult>;
  /**
   * Edits one of the further messages.
   *
   * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#edit-followup-message | Edit followup message}
   */
  editFollowup(
    applicationId: string,
    token: string,
    messageId: string,
    body: RESTPatchAPIInteractionFollowupJSONBody,
    options?: FileCallOptions,
  ): Promise<RESTPatchAPIInteractionFollowupResult>;
  /**
   * Deletes one of the further messages.
   *
   * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#delete-followup-message | Delete followup message}
   */
  deleteFollowup(applicationId: string, token: string, messageId: string, options?: CallOptions): Promise<void>;
}

const ORIGINAL = '@original';
const isInteraction = true;

export function interactionEndpoints(rest: Requester): InteractionEndpoints {
  const restrained = mentionDefaults(rest);
  const createResponse = async (
    interactionId: string,
    token: string,
    body: RESTPostAPIInteractionCallbackJSONBody,
    options?: InteractionResponseOptions,
    // The overloads say what the query makes of it.
  ): Promise<never> =>
    rest.request('POST', route`/interactions/${interactionId}/${tokenSegment(token)}/callback`, {
      ...options,
      isInteraction,
      query: { ...options?.query },
      body: restrainedResponse(body, restrained),
    });
  return { createResponse, ...responseMethods(rest, restrained) };
}

/** Everything after the first answer goes through a webhook of the application's, whose token is the interaction's. */
function responseMethods(rest: Requester, restrained: ReturnType<typeof mentionDefaults>): Omit<InteractionEndpoints, 'createResponse'> {
  const webhook = (applicationId: string, token: string): string => route`/webhooks/${applicationId}/${tokenSegment(token)}`;
  const sent = (applicationId: string, token: string, messageId: string): string =>
    `${webhook(applicationId, token)}${route`/messages/${messageSegment(messageId)}`}`;
  const followup: InteractionEndpoints['followup'] = async (applicationId, token, messageId, options) =>
    rest.request('GET', sent(applicationId, token, messageId), { ...options, isInteraction });
  const editFollowup: InteractionEndpoints['editFollowup'] = async (applicationId, token, messageId, body, options) =>
    rest.request('PATCH', sent(applicationId, token, messageId), { ...options, isInteraction, body: restrained(body) });
  const deleteFollowup: InteractionEndpoints['deleteFollowup'] = async (applicationId, token, messageId, options) =>
    rest.request('DELETE', sent(applicationId, token, messageId), { ...options, isInteraction });
  return {
    originalResponse: async (applicationId, token, options) => followup(applicationId, token, ORIGINAL, options),
    editOriginalResponse: async (applicationId, token, body, options) => editFollowup(applicationId, token, ORIGINAL, body, options),
    deleteOriginalResponse: async (applicationId, token, options) => deleteFollowup(applicationId, token, ORIGINAL, options),
    createFollowup: async (applicationId, token, body, options) =>
      rest.request('POST', webhook(applicationId, token), { ...options, isInteraction, body: restrained(body) }),
    followup,
    editFollowup,
    deleteFollowup,
  };
}

/** Only an answer of type 4 (a message) or 7 (a change of the message) has a message in it; the others have data of another kind. */
function restrainedResponse(
  body: RESTPostAPIInteractionCallbackJSONBody,
  restrained: ReturnType<typeof mentionDefaults>,
): RESTPostAPIInteractionCallbackJSONBody {
  const answer = plainFields(body, '{ type: 4, data: { content: "…" } }');
  const isMessage = 'data' in answer && (answer.type === 4 || answer.type === 7);
  return isMessage && answer.data !== undefined ? { ...answer, data: restrained(answer.data) } : answer;
}
