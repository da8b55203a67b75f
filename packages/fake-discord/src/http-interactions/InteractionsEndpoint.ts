import type { RestReply, RestRequest } from '../rest/RestRequest.js';
import { RefusedError } from '../errors.js';
import { isObject } from '../world/forms/Form.js';
import { invalidForm } from '../world/refusals.js';
import type { InteractionDelivery } from './InteractionDelivery.js';
import { isOnThisMachine } from './post.js';

const EDITS_APPLICATION = /^\/applications\/[^/]+$/;

/**
 * Where the bot wants its interactions: as signed requests to an HTTP endpoint of its own, instead of over the gateway. Only endpoints of this machine are
 * called (`http://127.0.0.1:…`).
 *
 * @example
 * ```ts
 * import { FakeDiscord } from '@aplomb/fake-discord';
 *
 * await using discord = await FakeDiscord.start();
 * // Start an HTTP server that checks signatures with this key, answers PINGs, and then:
 * console.log(discord.application.verify_key);
 * await discord.interactionsEndpoint.set('http://127.0.0.1:8080/interactions');
 * ```
 *
 * @see {@link https://docs.discord.com/developers/interactions/overview#configuring-an-interactions-endpoint-url | Interactions endpoint URL}
 */
export class InteractionsEndpoint {
  private readonly delivery: InteractionDelivery;

  constructor(delivery: InteractionDelivery) {
    this.delivery = delivery;
  }

  /** Where interactions go; `null` while they go to the gateway. */
  get url(): string | null {
    return this.delivery.url;
  }

  /**
   * Sets the endpoint as the Developer Portal does: when it answers a PING, and refuses one that is signed wrongly. `null` takes it away.
   *
   * @throws {@link RefusedError} 50035 that says what is wrong with the endpoint
   */
  async set(url: string | null): Promise<void> {
    if (url !== null) await this.examine(url);
    this.delivery.url = url;
  }

  /**
   * Does what Discord does now and then: sends a PING that is signed wrongly. Who does not answer it with 401 loses the endpoint. Resolves with whether it is
   * still there.
   */
  async probe(): Promise<boolean> {
    const { url } = this.delivery;
    if (url === null) return false;
    if ((await this.delivery.probe(url)) !== null) this.delivery.url = null;
    return this.delivery.url !== null;
  }

  /** Stands before the routes: a bot that sets an endpoint for itself has it examined first. */
  async examineRequest(request: RestRequest, token: string): Promise<RestReply | null> {
    const url = wantedUrl(request);
    if (url === undefined || request.headers['authorization'] !== `Bot ${token}`) return null;
    try {
      await this.examine(url);
      return null;
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const { discordCode: code, discordMessage: message, errors, status } = error.refusal;
      return { status, body: { message, code, errors } };
    }
  }

  private async examine(url: string): Promise<void> {
    const complaint = isOnThisMachine(url)
      ? await this.delivery.examine(url)
      : 'FakeDiscord calls only endpoints of this machine, such as http://127.0.0.1:8080/.';
    if (complaint === null) return;
    const message = `The specified interactions endpoint url could not be verified. ${complaint}`;
    throw invalidForm({ interactions_endpoint_url: { _errors: [{ code: 'APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID', message }] } });
  }
}

/** The endpoint that a request wants to set. */
function wantedUrl({ body, method, path }: RestRequest): string | undefined {
  if (method !== 'PATCH' || !EDITS_APPLICATION.test(path)) return undefined;
  try {
    const fields: unknown = JSON.parse(body.toString('utf8'));
    const url = isObject(fields) ? fields['interactions_endpoint_url'] : undefined;
    return typeof url === 'string' && url !== '' ? url : undefined;
  } catch {
    // The route says what is wrong with the body.
    return undefined;
  }
}
