// A page to talk to a bot on
export { startPlayground } from './startPlayground.js';
export { Playground } from './Playground.js';
export type { PlaygroundOptions } from './PlaygroundOptions.js';
export type { PlaygroundBot, PlaygroundBotShard } from './shards/PlaygroundBot.js';

// Errors
export { PlaygroundError, type PlaygroundErrorCode } from './errors.js';

// What the page and its server say to each other
export type * from './protocol.js';
