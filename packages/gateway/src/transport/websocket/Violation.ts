/** How a peer broke the web socket protocol, with the close code that tells it so: 1002 protocol error, 1007 not UTF-8, 1009 too large. */
export interface Violation {
  readonly code: 1002 | 1007 | 1009;
  readonly message: string;
}

export function brokenFrame(message: string): Violation {
  return { code: 1002, message };
}

export function notUtf8(what: string): Violation {
  return { code: 1007, message: `${what} is not valid UTF-8` };
}

export function tooLarge(what: string, limit: string): Violation {
  return { code: 1009, message: `${what}, more than the ${limit} allowed` };
}
