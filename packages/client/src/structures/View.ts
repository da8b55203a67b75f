import type { Views } from './Views.js';

/** A payload, or how to build it: most views of cached records are asked one thing, or nothing. */
export type Source<Payload extends object> = Payload | (() => Payload);

const HIDDEN = '[hidden]';

type Inspect = (value: unknown, options: object) => string;

/**
 * Something of Discord's, as it was at one moment: a payload with getters, ways to what it belongs to, and deeds. It never changes; whoever keeps one
 * keeps a photograph.
 *
 * Every structure is a view, and a handle is a view of which only the ids are known: it has the deeds and lacks the getters. This, and errors, is all
 * that is inherited in this house.
 */
export abstract class View<Payload extends object> {
  /** Hidden, so that a logged view shows its payload and not the whole client. */
  readonly #views: Views;
  #source: Source<Payload>;

  constructor(source: Source<Payload>, views: Views) {
    this.#source = source;
    this.#views = views;
  }

  /** Discord's payload, typed by discord-api-types, for what has no getter. */
  get data(): Payload {
    const source = this.#source;
    if (typeof source !== 'function') return source;
    const built = source();
    this.#source = built;
    return built;
  }

  /** The way to REST, to the cache and to other views. */
  protected get views(): Views {
    return this.#views;
  }

  /** What `JSON.stringify` writes, and with it most loggers: the payload, without a token. */
  toJSON(): object {
    return shown(this.data);
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth: number, options: object, inspect: Inspect): string {
    const { name } = this.constructor;
    return depth < 0 ? `[${name}]` : `${name} ${inspect(shown(this.data), options)}`;
  }
}

/** Who has the token of an interaction, a webhook or a voice server can speak in the bot's name: `data` has it, what is printed and written has not. */
function shown(data: object): object {
  if (!('token' in data) || typeof data.token !== 'string') return data;
  return { ...data, token: HIDDEN, ...('url' in data ? { url: HIDDEN } : {}) };
}
