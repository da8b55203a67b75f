import { isUtf8 } from 'node:buffer';
import { isSendableCode } from '../closeFrame.js';
import { brokenFrame, notUtf8, type Violation } from './Violation.js';

/** What a close frame says. */
export interface CloseWords {
  /** 1005 where it carried none. */
  readonly code: number;
  readonly reason: string;
}

/** Stands for a close frame without a code; no frame may carry it. */
export const NO_STATUS = 1005;

/**
 * Reads the payload of a close frame.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1 | RFC 6455, section 5.5.1}
 */
export function readClose(payload: Buffer): CloseWords | Violation {
  if (payload.length === 0) return { code: NO_STATUS, reason: '' };
  if (payload.length === 1) return brokenFrame('a close frame has half a code');
  const code = payload.readUInt16BE(0);
  if (!isSendableCode(code)) return brokenFrame(`a close frame has the code ${code}, which no frame may have`);
  const reason = payload.subarray(2);
  return isUtf8(reason) ? { code, reason: reason.toString() } : notUtf8('the reason of a close frame');
}
