import { AplombError } from '@aplomb/base';

/** The codes of {@link FakeGatewayError}. */
export type FakeGatewayErrorCode = 'FAKE_NOT_LISTENING' | 'FAKE_SHARD_NOT_CONNECTED' | 'FAKE_WAIT_EXPIRED';

/** A test asked the fake gateway for something that cannot be now: a fault on a shard that is not connected, or a fact that never came. */
export class FakeGatewayError extends AplombError<FakeGatewayErrorCode> {}
