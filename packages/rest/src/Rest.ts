import { sleep } from '@aplomb/base';
import { setMaxListeners } from 'node:events';
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
import { RateLimitError, TransportError, type RestCall } from './errors.js';
import { HttpSender, type HttpAnswer } from './HttpSender.js';
import { Patience, type Outcome } from './Patience.js';
import { refusal, tokenRejected } from './refusal.js';
import { restClosed } from './restClosed.js';
import { resolveRestOptions, type ResolvedRestOptions, type RestOptions } from './RestOptions.js';
import type { AllowedMentions } from './AllowedMentions.js';
import { NonceMaker } from './call/NonceMaker.js';
import type { HttpMethod, RequestOptions, Requester, RouteText } from './RestRequest.js';
import { checkedPath, splitRoute } from './Route.js';

/**
 * Discord's REST API: one method for each operation, grouped by resource.
 *
 * Rate limits are waited for as Discord asks, up to `maxWaitMs`; a GET is repeated after a 5xx or a network error. After a 401 nothing is sent any
 * more, since every further call with a bad token brings the host nearer to a ban.
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
export class Rest implements Requester {
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
  private readonly nonces: NonceMaker;
  private readonly options: ResolvedRestOptions;
  private readonly sender: HttpSender;
  private readonly closing = new AbortController();
  private readonly idleWaiters: (() => void)[] = [];
  private callsUnderWay = 0;
  private isTokenRejected = false;

  /** @throws {@link OptionsError} for an option that cannot be right; nothing is sent yet. */
  constructor(options: RestOptions) {
    this.options = resolveRestOptions(options);
    this.sender = new HttpSender(this.options);
    this.allowedMentions = this.options.allowedMentions;
    this.nonces = new NonceMaker(this.options.random, this.options.clock.wallMs());
    // Any number of calls may wait at once; Node would call more than ten a leak.
    setMaxListeners(0, this.closing.signal);
  }

  /** How many calls have not settled yet. */
  get pendingCalls(): number {
    return this.callsUnderWay;
  }

  /**
   * Makes a call that has no method of its own yet. Resolves with the JSON of the answer, `undefined` where it has none.
   *
   * @throws {@link DiscordApiError} when Discord says no; {@link RateLimitError} when a limit lasts longer than `maxWaitMs`; {@link TransportError}
   * when the network fails; {@link OptionsError} `INVALID_OPTION` for a path that is none, `CLIENT_CLOSED` after {@link Rest.close} or when it finds
   * the call waiting; the signal's reason when `signal` aborts.
   */
  async request<T = unknown>(route: RouteText, options?: RequestOptions): Promise<T>;
  async request<T = unknown>(method: HttpMethod, path: string, options?: RequestOptions): Promise<T>;
  async request(first: HttpMethod | RouteText, second?: RequestOptions | string, third?: RequestOptions): Promise<unknown> {
    const [method, path] = typeof second === 'string' ? [first as HttpMethod, second] : splitRoute(first);
    const options = (typeof second === 'string' ? third : second) ?? {};
    const call = { method, path: checkedPath(path) };
    this.callsUnderWay += 1;
    try {
      return await this.persist(method, call, options);
    } finally {
      this.callsUnderWay -= 1;
      if (this.callsUnderWay === 0) for (const wake of this.idleWaiters.splice(0)) wake();
    }
  }

  /** A nonce that no call had before, at most 25 characters long: with `enforce_nonce` Discord sends a message with it once only. */
  makeNonce(): string {
    return this.nonces.next();
  }

  /** Resolves as soon as no call is under way. */
  async idle(): Promise<void> {
    if (this.callsUnderWay > 0) await new Promise<void>((resolve) => this.idleWaiters.push(resolve));
  }

  /** Sends calls again after a 401. They fail as before unless the token has become good. */
  forgetRejection(): void {
    this.isTokenRejected = false;
  }

  /**
   * Ends this `Rest` for good. Calls that wait (for a rate limit, for another try) reject at once with `CLIENT_CLOSED`, as later calls do; requests
   * under way may finish within `timeoutMs`, then the connections close. Safe to call twice and at any moment.
   */
  async close(): Promise<void> {
    this.closing.abort();
    await this.sender.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  private async persist(method: HttpMethod, call: RestCall, options: RequestOptions): Promise<unknown> {
    const patience = new Patience(method, this.options);
    for (;;) {
      options.signal?.throwIfAborted();
      if (this.closing.signal.aborted) throw restClosed(call);
      if (this.isTokenRejected && options.authorized !== false) throw tokenRejected(call);
      const outcome = await this.attempt(method, call, options);
      const verdict = patience.judge(outcome);
      if (verdict.type === 'final') return this.conclude(call, outcome, options);
      if (verdict.type === 'limited') this.reportLimit(call, outcome, verdict);
      await this.pause(call, verdict.waitMs, options.signal);
    }
  }

  private async pause(call: RestCall, waitMs: number, signal: AbortSignal | undefined): Promise<void> {
    const closing = this.closing.signal;
    try {
      await sleep(this.options.clock, waitMs, signal === undefined ? closing : AbortSignal.any([signal, closing]));
    } catch {
      // One of the two signals has ended the wait. The caller's own tells more than ours.
      signal?.throwIfAborted();
      throw restClosed(call);
    }
  }

  private async attempt(method: HttpMethod, call: RestCall, options: RequestOptions): Promise<Outcome> {
    try {
      return { type: 'answered', answer: await this.sender.send(method, call.path, options) };
    } catch (error) {
      if (error instanceof TransportError) return { type: 'failed', error };
      throw error;
    }
  }

  private conclude(call: RestCall, outcome: Outcome, options: RequestOptions): unknown {
    if (outcome.type === 'failed') throw outcome.error;
    if (outcome.answer.status < 300) return outcome.answer.body;
    const error = refusal(call, outcome.answer);
    if (error.code === 'TOKEN_REJECTED' && options.authorized !== false) this.isTokenRejected = true;
    throw error;
  }

  private reportLimit(
    call: RestCall,
    outcome: Outcome,
    { waitMs, isTooLong }: { readonly waitMs: number; readonly isTooLong: boolean },
  ): void {
    const isGlobal = outcome.type === 'answered' && isGlobalLimit(outcome.answer);
    this.options.onRateLimited({ ...call, retryAfterMs: waitMs, isGlobal });
    if (!isTooLong) return;
    throw new RateLimitError({
      ...call,
      retryAfterMs: waitMs,
      isGlobal,
      what: `Discord limits ${call.method} ${call.path} for another ${String(waitMs)} ms, and this call may wait ${String(this.options.maxWaitMs)} ms in all.`,
      cure: 'Call again later, call less often, or raise `maxWaitMs`.',
    });
  }
}

function isGlobalLimit(answer: HttpAnswer): boolean {
  return answer.header('x-ratelimit-global') === 'true' || (answer.body as { readonly global?: unknown } | undefined)?.global === true;
}
