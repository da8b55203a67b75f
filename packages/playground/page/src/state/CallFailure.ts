import type { CallError } from './protocol.js';

/** A call that the server did not do, in the server's words. */
export class CallFailure extends Error {
  readonly code: string;
  readonly discordCode: number | undefined;

  constructor({ code, discordCode, message }: CallError) {
    super(message);
    this.name = 'CallFailure';
    this.code = code;
    this.discordCode = discordCode;
  }
}
