import type { Identified } from '../Identified.js';
import { Place } from './Place.js';

/**
 * A channel of which only the id is known, with all that can be done with any channel: `client.channel(id)`. What its kind does not allow, Discord refuses.
 * {@link ChannelHandle.cached} is the channel as the cache knows it, {@link ChannelHandle.fetch} asks Discord.
 *
 * @example
 * ```ts
 * import { Client } from 'aplomb';
 *
 * const client = new Client({ token: process.env.DISCORD_TOKEN ?? '' });
 * await client.channel('103735883630395392').send('Nobody has to know me for that.');
 * ```
 */
export class ChannelHandle<Payload extends Identified = Identified> extends Place<Payload> {}
