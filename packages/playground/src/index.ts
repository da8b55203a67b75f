// What the page and its server say to each other
export type * from './protocol.js';

// Errors
export { PlaygroundError, type PlaygroundErrorCode } from './errors.js';
