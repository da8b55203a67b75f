import { FakeDiscordError, RefusedError } from '../errors.js';
import type { Refusal } from '../errors.js';
import type { Deeds } from '../world/Deeds.js';
import type { Grant } from '../world/Grants.js';
import type { World } from '../world/World.js';
import { lookUpOperation } from './knownOperation.js';
import { limitedCall } from './limits/limitedCall.js';
import { bucketHeaders, limitedReply } from './limits/limitReplies.js';
import type { LimitedCall, RateLimits } from './limits/RateLimits.js';
import { readContent } from './readContent.js';
import { admit, checkIds, checkUserAgent, readLocale, readReason } from './requestChecks.js';
import { whyNotSimulated } from './notSimulated.js';
import type { RestReply, RestRequest, UnsupportedRequest } from './RestRequest.js';
import { Router, route } from './Router.js';
import type { Route, RouteMatch } from './Router.js';
import { applicationRoutes } from './routes/applications.js';
import { channelRoutes } from './routes/channels.js';
import { entitlementRoutes } from './routes/entitlements.js';
import { expressionRoutes } from './routes/expressions.js';
import { gatewayRoutes } from './routes/gateway.js';
import type { GatewayFacts } from './routes/gateway.js';
import { commandRoutes } from './routes/commands.js';
import { eventUserRoutes } from './routes/eventUsers.js';
import { guildRoutes } from './routes/guilds.js';
import { guildSettingsRoutes } from './routes/guildSettings.js';
import { interactionRoutes } from './routes/interactions.js';
import { integrationRoutes } from './routes/integrations.js';
import { inviteRoutes } from './routes/invites.js';
import { joinRequestRoutes } from './routes/joinRequests.js';
import { lobbyRoutes } from './routes/lobbies.js';
import { memberRoutes } from './routes/members.js';
import { oauthRoutes } from './routes/oauth.js';
import { messageRoutes } from './routes/messages.js';
import { pinRoutes } from './routes/pins.js';
import { pollRoutes } from './routes/polls.js';
import { reactionRoutes } from './routes/reactions.js';
import { roleConnectionRoutes } from './routes/roleConnections.js';
import { roleRoutes } from './routes/roles.js';
import { searchRoutes } from './routes/search.js';
import { subscriptionRoutes } from './routes/subscriptions.js';
import { templateRoutes } from './routes/templates.js';
import { threadRoutes } from './routes/threads.js';
import { thingRoutes } from './routes/things.js';
import { userRoutes } from './routes/users.js';
import { voiceRoutes } from './routes/voice.js';
import { webhookRoutes } from './routes/webhooks.js';
import { widgetRoutes } from './routes/widgets.js';

const UNSUPPORTED_KEPT_MAX = 1_000;

/** What the API answers from. */
export interface RestApiOptions extends Deeds {
  readonly gatewayFacts: () => GatewayFacts;
  readonly limits: RateLimits;
  readonly token: string;
  readonly world: World;
}

/**
 * Answers requests: finds the route, checks what Discord checks before any route, and turns what routes throw into Discord's error
 * bodies. It knows no socket: a request is a value and so is its answer.
 */
export class RestApi {
  /** What was asked for and is not simulated, in order: the first 1,000. */
  readonly unsupported: UnsupportedRequest[] = [];

  private readonly options: RestApiOptions;
  private readonly router: Router;

  constructor(options: RestApiOptions) {
    this.options = options;
    this.router = new Router([
      ...gatewayRoutes(options.gatewayFacts),
      ...oauthRoutes,
      ...roleConnectionRoutes,
      ...applicationRoutes,
      ...commandRoutes,
      ...userRoutes,
      ...templateRoutes,
      ...guildRoutes,
      ...integrationRoutes,
      ...joinRequestRoutes,
      ...widgetRoutes,
      ...roleRoutes,
      ...memberRoutes,
      ...channelRoutes,
      ...threadRoutes,
      ...thingRoutes,
      ...eventUserRoutes,
      ...guildSettingsRoutes,
      ...inviteRoutes,
      ...entitlementRoutes,
      ...subscriptionRoutes,
      ...expressionRoutes,
      ...searchRoutes,
      ...voiceRoutes,
      ...pinRoutes,
      ...messageRoutes,
      ...pollRoutes,
      ...reactionRoutes,
      ...interactionRoutes,
      ...webhookRoutes,
      ...lobbyRoutes,
    ]);
  }

  /** Everything that is served. */
  get routes(): readonly Route[] {
    return this.router.routes;
  }

  answer(request: RestRequest): RestReply {
    try {
      checkUserAgent(request);
      return this.route(request);
    } catch (error) {
      return this.replyTo(error, request);
    }
  }

  /** What limits need to know of a request, whether it is served or not. */
  callOf(request: RestRequest): LimitedCall {
    const { method, path } = request;
    const match = this.router.find(method, path) ?? { params: {}, route: route(`${method} ${path}`, () => ({ status: 501 })) };
    return limitedCall(request, match, this.options.world.application.id);
  }

  private route(request: RestRequest): RestReply {
    const match = this.router.find(request.method, request.path);
    if (match === undefined) return this.answerUnserved(request);
    const { grants, limits, token, world } = this.options;
    const call = limitedCall(request, match, world.application.id);
    const refusal = limits.enter(call, world.connectionClock.nowMs());
    if (refusal !== null) return limitedReply(refusal, {});
    const grant = admit(request, match.route, { grants, token });
    return this.limit(call, () => this.run(request, match, grant));
  }

  /** What comes behind the bucket counts for it, whatever is answered. */
  private limit(call: LimitedCall, run: () => RestReply): RestReply {
    const { connectionClock: clock } = this.options.world;
    const { bucket, refusal } = this.options.limits.take(call, clock.nowMs());
    const headers = bucketHeaders(bucket, { nowMs: clock.nowMs(), wallMs: clock.wallMs() });
    if (refusal !== null) return limitedReply(refusal, headers);
    const reply = run();
    return bucket === null ? reply : { ...reply, headers: { ...headers, ...reply.headers } };
  }

  private run(request: RestRequest, { params, route: { fileField, run, takesList } }: RouteMatch, grant: Grant | null): RestReply {
    try {
      checkIds(params);
      return run({
        ...this.options,
        ...readContent(request, { fileField, takesList }),
        grant,
        locale: readLocale(request),
        params,
        query: request.query,
        reason: readReason(request),
      });
    } catch (error) {
      return this.replyTo(error, request);
    }
  }

  private answerUnserved(request: RestRequest): RestReply {
    const { method, path } = request;
    const knowledge = lookUpOperation(method, path);
    if (knowledge === 'operation') return this.notSimulated(request, whyNotSimulated(path));
    if (knowledge === 'other methods only') return plainError(405, '405: Method Not Allowed');
    this.note({ method, path, reason: "Discord's lists of operations do not know this path." });
    return plainError(404, '404: Not Found');
  }

  private replyTo(error: unknown, request: RestRequest): RestReply {
    if (error instanceof RefusedError) return { status: error.refusal.status, body: errorBody(error.refusal) };
    if (error instanceof FakeDiscordError && error.code === 'FAKE_NOT_SIMULATED') return this.notSimulated(request, error.message);
    throw error;
  }

  /** Loud on purpose: a bot that relies on this must not believe that it was tested. */
  private notSimulated({ method, path }: RestRequest, reason: string): RestReply {
    this.note({ method, path, reason });
    return plainError(501, `501: Not Implemented by FakeDiscord: ${method} ${path}. ${reason}`);
  }

  private note(request: UnsupportedRequest): void {
    if (this.unsupported.length < UNSUPPORTED_KEPT_MAX) this.unsupported.push(request);
  }
}

/** The body of a plain HTTP error, which has no JSON code of its own. */
export function plainError(status: number, message: string): RestReply {
  return { status, body: { message, code: 0 } };
}

function errorBody({ discordCode, discordMessage, errors }: Refusal): object {
  return { message: discordMessage, code: discordCode, ...(errors !== undefined && { errors }) };
}
