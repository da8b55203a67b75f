import { ListedChannel } from './ListedChannel.js';
import type { DirectoryPayload } from './payloads.js';

/** The channel of a hub that lists its guilds. Bots can do nothing in it. */
export class DirectoryChannel extends ListedChannel<DirectoryPayload> {}
