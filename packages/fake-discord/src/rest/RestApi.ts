import { FakeDiscordError, RefusedError } from '../errors.js';
import type { Refusal } from '../errors.js';
import type { Messages } from '../world/Messages.js';
import type { Reactions } from '../world/Reactions.js';
import type { World } from '../world/World.js';
import { lookUpOperation } from './knownOperation.js';
import { checkIds, checkToken, checkUserAgent, readForm } from './requestChecks.js';
import type { RestReply, RestRequest, UnsupportedRequest } from './RestRequest.js';
import { Router } from './Router.js';
import { applicationRoutes } from './routes/applications.js';
import { channelRoutes } from './routes/channels.js';
import { gatewayRoutes } from './routes/gateway.js';
import type { GatewayFacts } from './routes/gateway.js';
import { guildRoutes } from './routes/guilds.js';
import { messageRoutes } from './routes/messages.js';
import { reactionRoutes } from './routes/reactions.js';
import { userRoutes } from './routes/users.js';

/** What the API answers from. */
export interface RestApiOptions {
  readonly gatewayFacts: () => GatewayFacts;
  readonly messages: Messages;
  readonly reactions: Reactions;
  readonly token: string;
  readonly world: World;
}

/**
 * Answers requests: finds the route, checks what Discord checks before any route, and turns what routes throw into Discord's error
 * bodies. It knows no socket: a request is a value and so is its answer.
 */
export class RestApi {
  /** Everything that was asked for and is not simulated, in order. */
  readonly unsupported: UnsupportedRequest[] = [];

  private readonly options: RestApiOptions;
  private readonly router: Router;

  constructor(options: RestApiOptions) {
    this.options = options;
    this.router = new Router([
      ...gatewayRoutes(options.gatewayFacts),
      ...applicationRoutes,
      ...userRoutes,
      ...guildRoutes,
      ...channelRoutes,
      ...messageRoutes,
      ...reactionRoutes,
    ]);
  }

  answer(request: RestRequest): RestReply {
    try {
      checkUserAgent(request);
      return this.route(request);
    } catch (error) {
      return this.replyTo(error, request);
    }
  }

  private route(request: RestRequest): RestReply {
    const match = this.router.find(request.method, request.path);
    if (match === undefined) return this.answerUnserved(request);
    if (match.route.needsToken) checkToken(request, this.options.token);
    checkIds(match.params);
    const { messages, reactions, world } = this.options;
    return match.route.run({ messages, reactions, world, form: readForm(request), params: match.params, query: request.query });
  }

  private answerUnserved(request: RestRequest): RestReply {
    const { method, path } = request;
    const knowledge = lookUpOperation(method, path);
    if (knowledge === 'operation') return this.notSimulated(request, `FakeDiscord does not simulate ${method} ${path} yet.`);
    if (knowledge === 'other methods only') return plainError(405, '405: Method Not Allowed');
    this.unsupported.push({ method, path, reason: "Discord's lists of operations do not know this path." });
    return plainError(404, '404: Not Found');
  }

  private replyTo(error: unknown, request: RestRequest): RestReply {
    if (error instanceof RefusedError) return { status: error.refusal.status, body: errorBody(error.refusal) };
    if (error instanceof FakeDiscordError && error.code === 'FAKE_NOT_SIMULATED') return this.notSimulated(request, error.message);
    throw error;
  }

  /** Loud on purpose: a bot that relies on this must not believe that it was tested. */
  private notSimulated({ method, path }: RestRequest, reason: string): RestReply {
    this.unsupported.push({ method, path, reason });
    return plainError(501, `501: Not Implemented by FakeDiscord: ${method} ${path}. ${reason}`);
  }
}

/** The body of a plain HTTP error, which has no JSON code of its own. */
export function plainError(status: number, message: string): RestReply {
  return { status, body: { message, code: 0 } };
}

function errorBody({ discordCode, discordMessage, errors }: Refusal): object {
  return { message: discordMessage, code: discordCode, ...(errors !== undefined && { errors }) };
}
