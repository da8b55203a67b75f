import { isObject } from '../../world/forms/Form.js';
import type { RestRequest } from '../RestRequest.js';
import type { RouteMatch } from '../Router.js';
import type { LimitedCall } from './RateLimits.js';

/** What limits need to know of a request. */
export function limitedCall(request: RestRequest, { params, route }: RouteMatch, applicationId: string): LimitedCall {
  const { method, path } = request;
  return {
    method,
    path,
    hasToken: request.headers['authorization'] !== undefined,
    isInteraction: isOfInteraction(path, applicationId),
    major: majorOf(route.path, params),
    route: `${method} ${route.path}`,
    fields: () => fieldsOf(request),
  };
}

/** Callbacks, and webhooks in the application's own name: those that carry the token of an interaction. */
export function isOfInteraction(path: string, applicationId: string): boolean {
  return path.startsWith('/interactions/') || path.startsWith(`/webhooks/${applicationId}/`);
}

/**
 * Only the parameter right behind these three names counts; a webhook's token belongs to it.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits#rate-limits | Top-level resources}
 */
function majorOf(path: string, params: Readonly<Record<string, string>>): string {
  if (path.startsWith('/channels/')) return params['channelId'] ?? '';
  if (path.startsWith('/guilds/')) return params['guildId'] ?? '';
  return path.startsWith('/webhooks/') ? `${params['webhookId'] ?? ''}/${params['webhookToken'] ?? ''}` : '';
}

function fieldsOf({ body }: RestRequest): readonly string[] {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isObject(value) ? Object.keys(value) : [];
  } catch {
    // What is no JSON has no fields; that it is none is for the form to say.
    return [];
  }
}
