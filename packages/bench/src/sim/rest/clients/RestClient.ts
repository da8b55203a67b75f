import type { SimCall } from '../SimCall.js';

/** What makes calls, in any of the ways that are compared. */
export interface RestClient {
  submit(call: SimCall): void;
  /** The user takes a call back. */
  withdraw(call: SimCall): void;
}
