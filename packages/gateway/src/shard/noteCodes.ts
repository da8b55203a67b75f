import type { GatewayErrorCode } from '../errors.js';
import type { ShardNote } from './ShardAction.js';

/** The notes that users should hear of as warnings, with what to do about them; all others are for debugging. */
export const noteCodes: Partial<Readonly<Record<ShardNote['kind'], { readonly code: GatewayErrorCode; readonly cure: string }>>> = {
  'ack missing': {
    code: 'HEARTBEAT_ACK_MISSING',
    cure: 'Nothing to do unless it goes on: then look at the network, or at code that blocks this process.',
  },
  'close code of our making': { code: 'CLOSED_BY_OUR_FAULT', cure: 'The shard reconnects by itself.' },
  'connect failed': {
    code: 'CONNECT_FAILED',
    cure: 'The shard tries again by itself; if it goes on, look at the network and at status.discord.com.',
  },
  'message skipped': {
    code: 'MESSAGE_SKIPPED',
    cure: 'One event is lost. If it happens again, report it with the Discord event that is missing.',
  },
  'ready without session': {
    code: 'READY_WITHOUT_SESSION',
    cure: 'Check what stands between this process and Discord: a gateway proxy should pass READY on whole.',
  },
  'resume url refused': { code: 'RESUME_URL_REFUSED', cure: 'Check `url`; behind a gateway proxy set `followsResumeUrl: false`.' },
};
