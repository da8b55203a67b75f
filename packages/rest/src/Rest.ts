import { GuardedEmitter } from '@aplomb/base';
import type { AllowedMentions } from './AllowedMentions.js';
import { NonceMaker } from './call/NonceMaker.js';
import { Switchboard } from './call/Switchboard.js';
import { Telling } from './call/Telling.js';
import { applicationEndpoints, type ApplicationEndpoints } from './endpoints/applications.js';
import { autoModerationEndpoints, type AutoModerationEndpoints } from './endpoints/autoModeration.js';
import { channelEndpoints, type ChannelEndpoints } from './endpoints/channels.js';
import { commandEndpoints, type CommandEndpoints } from './endpoints/commands.js';
import { emojiEndpoints, type EmojiEndpoints } from './endpoints/emojis.js';
import { entitlementEndpoints, type EntitlementEndpoints } from './endpoints/entitlements.js';
import { gatewayEndpoints, type GatewayEndpoints } from './endpoints/gateway.js';
import { guildEndpoints, type GuildEndpoints } from './endpoints/guilds.js';
import { interactionEndpoints, type InteractionEndpoints } from './endpoints/interactions.js';
import { inviteEndpoints, type InviteEndpoints } from './endpoints/invites.js';
import { lobbyEndpoints, type LobbyEndpoints } from './endpoints/lobbies.js';
import { oauth2Endpoints, type OAuth2Endpoints } from './endpoints/oauth2.js';
import { partnerSdkEndpoints, type PartnerSdkEndpoints } from './endpoints/partnerSdk.js';
import { pollEndpoints, type PollEndpoints } from './endpoints/polls.js';
import { roleConnectionEndpoints, type RoleConnectionEndpoints } from './endpoints/roleConnections.js';
import { scheduledEventEndpoints, type ScheduledEventEndpoints } from './endpoints/scheduledEvents.js';
import { skuEndpoints, type SkuEndpoints } from './endpoints/skus.js';
import { soundboardEndpoints, type SoundboardEndpoints } from './endpoints/soundboard.js';
import { stageInstanceEndpoints, type StageInstanceEndpoints } from './endpoints/stageInstances.js';
import { stickerEndpoints, type StickerEndpoints } from './endpoints/stickers.js';
import { subscriptionEndpoints, type SubscriptionEndpoints } from './endpoints/subscriptions.js';
import { templateEndpoints, type TemplateEndpoints } from './endpoints/templates.js';
import { userEndpoints, type UserEndpoints } from './endpoints/users.js';
import { voiceEndpoints, type VoiceEndpoints } from './endpoints/voice.js';
import { webhookEndpoints, type WebhookEndpoints } from './endpoints/webhooks.js';
import { RateLimiter } from './ratelimit/RateLimiter.js';
import type { RestEvents } from './restEvents.js';
import { resolveRestOptions, type RestOptions } from './RestOptions.js';
import type { HttpMethod, RequestOptions, Requester, RouteText } from './RestRequest.js';
import { splitRoute } from './Route.js';
import { HttpSender } from './transport/HttpSender.js';

/**
 * Discord's REST API: one method for each operation, grouped by resource.
 *
 * Rate limits are kept, per route, per bucket and in all, and waited for up to `maxWaitMs`; calls of one bucket leave in the order in which they were
 * made. What may be repeated without harm is repeated after a 5xx or a network error. After a 401 nothing is sent any more that needs the bot's
 * token, since every further call with a bad one brings the host nearer to a ban. Without a token it serves webhooks and interactions.
 *
 * Every answer and every wait is told by its events, and on `diagnostics_channel` as `aplomb:rest:request`, `aplomb:rest:response` and
 * `aplomb:rest:rateLimited`.
 *
 * @example
 * ```ts
 * import { Rest } from '@aplomb/rest';
 *
 * const rest = new Rest({ token: process.env.DISCORD_TOKEN ?? '' });
 * const me = await rest.users.me();
 * await rest.channels.createMessage('1102', { content: `Hello from ${me.username}` });
 * await rest.close();
 * ```
 * @see {@link https://docs.discord.com/developers/reference | API reference}
 */
export class Rest extends GuardedEmitter<RestEvents> implements Requester {
  readonly applications: ApplicationEndpoints = applicationEndpoints(this);
  readonly autoModeration: AutoModerationEndpoints = autoModerationEndpoints(this);
  readonly channels: ChannelEndpoints = channelEndpoints(this);
  readonly commands: CommandEndpoints = commandEndpoints(this);
  readonly emojis: EmojiEndpoints = emojiEndpoints(this);
  readonly entitlements: EntitlementEndpoints = entitlementEndpoints(this);
  readonly gateway: GatewayEndpoints = gatewayEndpoints(this);
  readonly guilds: GuildEndpoints = guildEndpoints(this);
  readonly interactions: InteractionEndpoints = interactionEndpoints(this);
  readonly invites: InviteEndpoints = inviteEndpoints(this);
  readonly lobbies: LobbyEndpoints = lobbyEndpoints(this);
  readonly oauth2: OAuth2Endpoints = oauth2Endpoints(this);
  readonly partnerSdk: PartnerSdkEndpoints = partnerSdkEndpoints(this);
  readonly polls: PollEndpoints = pollEndpoints(this);
  readonly roleConnections: RoleConnectionEndpoints = roleConnectionEndpoints(this);
  readonly scheduledEvents: ScheduledEventEndpoints = scheduledEventEndpoints(this);
  readonly skus: SkuEndpoints = skuEndpoints(this);
  readonly soundboard: SoundboardEndpoints = soundboardEndpoints(this);
  readonly stageInstances: StageInstanceEndpoints = stageInstanceEndpoints(this);
  readonly stickers: StickerEndpoints = stickerEndpoints(this);
  readonly subscriptions: SubscriptionEndpoints = subscriptionEndpoints(this);
  readonly templates: TemplateEndpoints = templateEndpoints(this);
  readonly users: UserEndpoints = userEndpoints(this);
  readonly voice: VoiceEndpoints = voiceEndpoints(this);
  readonly webhooks: WebhookEndpoints = webhookEndpoints(this);
  /** Whom messages may ping that do not say it themselves. */
  readonly allowedMentions: AllowedMentions;
  private readonly board: Switchboard;
  private readonly nonces: NonceMaker;

  /** @throws {@link OptionsError} for an option that cannot be right; nothing is sent yet. */
  constructor(options: RestOptions = {}) {
    super();
    const resolved = resolveRestOptions(options);
    const { clock, globalRequestsPerSecond, maxInFlight, maxWaitingCalls, random } = resolved;
    this.allowedMentions = resolved.allowedMentions;
    this.nonces = new NonceMaker(random, clock.wallMs());
    this.board = new Switchboard({
      limiter: new RateLimiter({ globalRequestsPerSecond, maxInFlight, maxWaiting: maxWaitingCalls, random }),
      options: resolved,
      sender: new HttpSender(resolved),
      telling: new Telling(this),
    });
  }

  /** How many calls that were forbidden, and webhooks that are gone, are remembered: see {@link Rest.forgetRefusals}. */
  get rememberedRefusals(): number {
    return this.board.rememberedRefusals;
  }

  /** How many calls have not settled yet. */
  get pendingCalls(): number {
    return this.board.pendingCalls;
  }

  /**
   * Makes a call that has no method of its own yet. Resolves with the JSON of the answer, or with what `answerAs` asks for; `undefined` where there
   * is no content.
   *
   * @example
   * ```ts
   * import { Rest } from '@aplomb/rest';
   *
   * const rest = new Rest({ token: process.env.DISCORD_TOKEN ?? '' });
   * const channel = await rest.request<{ name: string }>('GET /channels/1102');
   * await rest.request('PATCH', '/channels/1102', { body: { name: `${channel.name}-new` }, reason: 'It moved' });
   * ```
   *
   * @throws {@link DiscordApiError} when Discord says no; {@link RateLimitError} when a limit would hold the call longer than it may wait;
   * {@link TransportError} when the network fails, `REST_OUTCOME_UNKNOWN` where Discord may have carried the call out nevertheless;
   * {@link FileError} for a file that cannot be sent; {@link OptionsError} for what cannot be right, `CLIENT_CLOSED` after {@link Rest.close} or
   * when it finds the call waiting; the signal's reason when `signal` aborts.
   */
  request<T = unknown>(route: RouteText, options?: RequestOptions): Promise<T>;
  request<T = unknown>(method: HttpMethod, path: string, options?: RequestOptions): Promise<T>;
  request(first: HttpMethod | RouteText, second?: RequestOptions | string, third: RequestOptions = {}): Promise<unknown> {
    if (typeof second === 'string') return this.board.call(first as HttpMethod, second, third);
    return this.requestRoute(first, second ?? {});
  }

  /** A nonce that no call had before, at most 25 characters long: with `enforce_nonce` Discord sends a message with it once only. */
  makeNonce(): string {
    return this.nonces.next();
  }

  /** Resolves as soon as no call is under way. */
  async idle(): Promise<void> {
    await this.board.idle();
  }

  /** Sends calls again after a 401. They fail as before unless the token has become good. */
  forgetRejection(): void {
    this.board.forgetRejection();
  }

  /**
   * Lets calls be sent again that were refused here because Discord had refused them: those with the channel, guild or webhook `id` in their path, or
   * all that were forbidden. To be called when permissions may have changed; a client does so when it hears of it.
   */
  forgetRefusals(id?: string): void {
    this.board.forgetRefusals(id);
  }

  /**
   * Ends this `Rest` for good. Calls that wait (for a rate limit, for another try) reject at once with `CLIENT_CLOSED`, as later calls do; requests
   * under way may finish within `timeoutMs`, then the connections close. Safe to call twice and at any moment.
   */
  async close(): Promise<void> {
    await this.board.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** What a log shows of it. Calls under way have tokens of webhooks and interactions in their paths. */
  toJSON(): { readonly pendingCalls: number } {
    return { pendingCalls: this.pendingCalls };
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Rest { pendingCalls: ${String(this.pendingCalls)} }`;
  }

  protected override listenerFailed(event: string, cause: unknown): void {
    // A listener of `listenerFailed` itself has nobody left to be told to.
    if (event !== 'listenerFailed') this.emit('listenerFailed', { cause, event });
  }

  /** async, so that a text that is no route rejects, as everything else does. */
  private async requestRoute(route: string, options: RequestOptions): Promise<unknown> {
    const [method, path] = splitRoute(route);
    return this.board.call(method, path, options);
  }
}
