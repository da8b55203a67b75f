import type { Batch } from './Batch.js';

/** What an event does to a person's state. It trusts the payload: it comes from the page's own server. */
export type EventReducer = (batch: Batch, payload: never) => void;

/** Reducers by the names of their events. */
export type EventReducers = Readonly<Record<string, EventReducer>>;
