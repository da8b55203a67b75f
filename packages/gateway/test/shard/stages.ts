import type { ConnectionStage } from '../../src/shard/ConnectionStage.js';
import type { ShardProtocolOptions } from '../../src/shard/ShardProtocolOptions.js';
import { ProtocolRig } from './ProtocolRig.js';

type Options = Partial<ShardProtocolOptions>;

export const connecting = (options?: Options): ProtocolRig => new ProtocolRig(options).start();
export const handshaking = (options?: Options): ProtocolRig => connecting(options).open();
export const queued = (options?: Options): ProtocolRig => handshaking(options).hello();
export const identifying = (options?: Options): ProtocolRig => queued(options).permit();
export const connected = (options?: Options): ProtocolRig => identifying(options).ready();

/** A live shard that has forgotten earlier failures. */
export function healthy(options?: Options): ProtocolRig {
  const rig = connected(options);
  for (let second = 1; second <= 31; second += 1) {
    rig.wind(1_000);
    rig.dispatch(1 + second);
    rig.ack();
  }
  return rig.forget();
}

/** A shard that lost its link and is on its way to its resume host. */
export function reconnecting(options?: Options): ProtocolRig {
  const rig = connected(options);
  rig.closed();
  return rig;
}

export const resuming = (options?: Options): ProtocolRig => reconnecting(options).open().hello();

function waiting(options?: Options): ProtocolRig {
  const rig = connecting(options);
  rig.closed({ type: 'connect-failed', reason: 'refused', message: 'ECONNREFUSED' });
  return rig;
}

function lagging(options?: Options): ProtocolRig {
  const rig = connected(options);
  rig.feed({ type: 'backpressure', isOn: true });
  return rig.wind(30_000);
}

function closing(options?: Options): ProtocolRig {
  const rig = connected(options);
  rig.feed({ type: 'close', code: 4000, reason: '' });
  return rig;
}

function failed(options?: Options): ProtocolRig {
  const rig = connected(options);
  rig.closed(4004);
  return rig;
}

/** A way into every stage, and into the variants that behave otherwise. */
export const everyStage: readonly {
  readonly stage: ConnectionStage;
  readonly how: string;
  readonly make: (options?: Options) => ProtocolRig;
}[] = [
  { stage: 'Disconnected', how: 'never started', make: (options) => new ProtocolRig(options) },
  { stage: 'Backoff', how: 'after a failed connect', make: waiting },
  { stage: 'Backoff', how: 'for a lagging consumer', make: lagging },
  { stage: 'Connecting', how: 'for the first time', make: connecting },
  { stage: 'Connecting', how: 'to a resume host', make: reconnecting },
  { stage: 'Handshake', how: 'for the first time', make: handshaking },
  { stage: 'Handshake', how: 'with a resume host', make: (options) => reconnecting(options).open() },
  { stage: 'Queued', how: 'without a session', make: queued },
  { stage: 'Identifying', how: 'before READY', make: identifying },
  { stage: 'Resuming', how: 'before the first dispatch', make: resuming },
  {
    stage: 'Resuming',
    how: 'amid the replay',
    make: (options) => {
      const rig = resuming(options);
      rig.dispatch(2);
      return rig;
    },
  },
  { stage: 'Connected', how: 'a moment ago', make: connected },
  { stage: 'Connected', how: 'for a while', make: healthy },
  { stage: 'Connected', how: 'by RESUMED', make: (options) => resuming(options).resumed() },
  { stage: 'Closing', how: 'on a live link', make: closing },
  { stage: 'Failed', how: 'with 4004', make: failed },
];
