import { AplombError, type AplombErrorOptions } from '@aplomb/base';

/** The codes of {@link FakeGatewayError}. */
export type FakeGatewayErrorCode = 'FAKE_SHARD_NOT_CONNECTED' | 'FAKE_NOT_LISTENING' | 'FAKE_WAIT_EXPIRED' | 'FAKE_COMPRESSION_UNSUPPORTED';

/** A test asked the fake gateway for something that cannot be now: a fault on a shard that is not connected, or a fact that never came. */
export class FakeGatewayError extends AplombError<FakeGatewayErrorCode> {
  constructor(code: FakeGatewayErrorCode, options: AplombErrorOptions) {
    super(code, options);
  }
}
