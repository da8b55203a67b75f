import { FakeDiscordError, RefusedError } from '../errors.js';
import { readContent } from '../rest/readContent.js';
import type { InteractionRecord } from '../world/interactions/InteractionRecord.js';
import { interactionPayload } from '../world/interactions/interactionPayload.js';
import { FIRST_ANSWER_MS } from '../world/interactions/Interactions.js';
import type { Interactions } from '../world/interactions/Interactions.js';
import type { World } from '../world/World.js';
import { post } from './post.js';
import type { EndpointReply } from './post.js';
import { Signer, WRONG_SIGNATURE } from './Signer.js';

const USER_AGENT = 'Discord-Interactions/1.0 (+https://discord.com)';
const PING = 1;
const PONG = 1;
const OK = 200;
const ACCEPTED = 202;
const UNAUTHORIZED = 401;

/** What deliveries need. */
export interface DeliveryParts {
  readonly interactions: Interactions;
  readonly random: () => number;
  readonly world: World;
}

/**
 * Brings interactions to the endpoint of an application, signed, and takes the answers out of its responses. While there is an endpoint, the gateway tells of
 * none.
 *
 * @see {@link https://docs.discord.com/developers/interactions/overview#configuring-an-interactions-endpoint-url | Interactions endpoint URL}
 */
export class InteractionDelivery {
  /** How many requests were made since the start. */
  sent = 0;

  private readonly interactions: Interactions;
  private readonly leaving = new AbortController();
  private readonly signer: Signer;
  private readonly underWay = new Set<Promise<void>>();
  private readonly world: World;

  constructor({ interactions, random, world }: DeliveryParts) {
    this.interactions = interactions;
    this.signer = new Signer(random);
    this.world = world;
    world.application = { ...world.application, verify_key: this.signer.verifyKey };
    interactions.deliverBy((record) => this.take(record));
  }

  get inFlight(): number {
    return this.underWay.size;
  }

  /** Where interactions go; `null` while they go to the gateway. */
  get url(): string | null {
    const { interactions_endpoint_url: url } = this.world.application;
    return url === undefined || url === '' ? null : url;
  }

  set url(url: string | null) {
    this.world.application = { ...this.world.application, interactions_endpoint_url: url };
  }

  /** Resolves when each request has its answer, or none. */
  async idle(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  /** Gives up what is under way. */
  close(): void {
    this.leaving.abort();
  }

  /** Asks an endpoint whether it is one: it must answer a PING, and nothing that is signed wrongly. Resolves with what is wrong, or `null`. */
  async examine(url: string): Promise<string | null> {
    return (await this.greet(url)) ?? (await this.probe(url));
  }

  /** Sends a PING that is signed wrongly. Resolves with what is wrong with the answer, or `null`. */
  async probe(url: string): Promise<string | null> {
    const reply = await this.send(url, this.ping(), WRONG_SIGNATURE);
    if (typeof reply === 'string') return reply;
    return reply.status === UNAUTHORIZED ? null : `It answered a wrong signature with the status ${String(reply.status)}, not with 401.`;
  }

  private async greet(url: string): Promise<string | null> {
    const reply = await this.send(url, this.ping());
    if (typeof reply === 'string') return reply;
    if (reply.status !== OK) return `It answered a PING with the status ${String(reply.status)}, not with 200.`;
    try {
      return formOf(reply).form.raw('type') === PONG ? null : 'It answered a PING with something else than {"type":1}.';
    } catch (error) {
      return `It answered a PING with what cannot be read: ${(error as Error).message}`;
    }
  }

  /** Returns whether the interaction goes to an endpoint. */
  private take(record: InteractionRecord): boolean {
    const { url } = this;
    if (url === null) return false;
    const delivery = this.deliver(url, record).finally(() => this.underWay.delete(delivery));
    this.underWay.add(delivery);
    return true;
  }

  private async deliver(url: string, record: InteractionRecord): Promise<void> {
    const reply = await this.send(url, interactionPayload(this.world, record));
    const failure = typeof reply === 'string' ? reply : this.answer(record, reply);
    if (record.answer === null && failure !== null) this.interactions.fail(record, failure);
  }

  /** Takes the answer out of a response, unless there was one over REST, which a 202 without a body says. Returns what is wrong with it. */
  private answer(record: InteractionRecord, reply: EndpointReply): string | null {
    if (reply.status === ACCEPTED && reply.body.length === 0)
      return 'It answered with 202, which says that the answer was given over REST, and there was none.';
    if (reply.status !== OK) return `It answered with the status ${String(reply.status)}, not with 200.`;
    try {
      const { files, form } = formOf(reply);
      this.interactions.answer(record.id, record.token, form, files);
      return null;
    } catch (error) {
      if (error instanceof RefusedError) return new RefusedError(error.refusal, 'Its answer').message;
      if (error instanceof FakeDiscordError) return error.message;
      throw error;
    }
  }

  private ping(): object {
    const { application, snowflakes } = this.world;
    const id = snowflakes.next();
    return {
      id,
      application_id: application.id,
      type: PING,
      token: `ping${id}`,
      version: 1,
      entitlements: [],
      authorizing_integration_owners: {},
    };
  }

  /** Posts something, signed rightly unless `signature` is given. Resolves with why there is no answer when none came in time. */
  private async send(url: string, payload: object, signature?: string): Promise<EndpointReply | string> {
    this.sent += 1;
    const body = JSON.stringify(payload);
    // Endpoints compare it with their own clocks: the world's may have been moved.
    const timestamp = String(Math.floor(this.world.connectionClock.wallMs() / 1_000));
    const late = new AbortController();
    const cancel = this.world.clock.after(FIRST_ANSWER_MS, () => {
      late.abort();
    });
    const headers = {
      'user-agent': USER_AGENT,
      'x-signature-ed25519': signature ?? this.signer.sign(timestamp, body),
      'x-signature-timestamp': timestamp,
    };
    try {
      return await post(url, body, headers, AbortSignal.any([late.signal, this.leaving.signal]));
    } catch (error) {
      return late.signal.aborted ? 'It did not answer within three seconds.' : `It cannot be asked: ${(error as Error).message}.`;
    } finally {
      cancel();
    }
  }
}

function formOf({ body, headers }: EndpointReply): ReturnType<typeof readContent> {
  const request = { body, headers: { 'content-type': headers['content-type'] }, method: 'POST', path: '', query: new URLSearchParams() };
  return readContent(request);
}
