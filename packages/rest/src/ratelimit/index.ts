// The limiter without the rest: for simulations, and for whoever writes a client of their own.
export { RateLimiter } from './RateLimiter.js';
export type { RateLimiterOptions, RateLimiterSnapshot } from './RateLimiterOptions.js';
export type { RateTicket } from './RateTicket.js';
export type { RateLimiterInput } from './RateLimiterInput.js';
export type { InvalidRequestBand, RateLimiterAction, RateLimitWait, RateRefusalCause } from './RateLimiterAction.js';

// Reading what Discord says
export { readRateFacts, type HeaderReader } from './readRateFacts.js';
export type { RateFacts, RateHeaders, RateLimitScope } from './RateFacts.js';
export { limitRouteOf } from './limitRouteOf.js';
export type { LimitRoute } from './LimitRoute.js';
export { subKeyOf } from './subKeyOf.js';

// Counting together with others
export { MemoryRateLimitStore, type MemoryRateLimitStoreOptions } from './MemoryRateLimitStore.js';
export { bucketKeyOf } from './bucketKeyOf.js';
export type { RateLimitLesson, RateLimitRequest, RateLimitStore } from './RateLimitStore.js';
