import type { InteractionNews } from './InteractionNews.js';

/**
 * Something that a person sees happen, like an event of the gateway.
 *
 * `t` is the name of one of Discord's events with its payload in `d`. Channels (in CHANNEL_ and THREAD_ events and in GUILD_CREATE) also have the
 * person's `permissions`, and such an event comes whenever these change: CHANNEL_CREATE when a channel comes into sight, CHANNEL_DELETE when it
 * goes out of it. GUILD_CREATE carries a {@link SeenGuild}. What becomes of the person's own interactions is told as `INTERACTION_STATE`, with an
 * {@link InteractionNews} in `d`.
 */
export interface PersonEvent {
  readonly d: unknown;
  readonly t: string;
}

/** The event that tells of a person's own interactions. */
export interface InteractionStateEvent extends PersonEvent {
  readonly d: InteractionNews;
  readonly t: 'INTERACTION_STATE';
}
