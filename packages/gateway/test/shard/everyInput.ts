import * as fc from 'fast-check';
import type { ConnectionStage } from '../../src/shard/ConnectionStage.js';
import type { ShardInput } from '../../src/shard/ShardInput.js';
import type { ConnectionEnd } from '../../src/transport/GatewayTransport.js';
import type { ProtocolRig } from './ProtocolRig.js';

const closeFrame = (code: number): ConnectionEnd => ({ type: 'close-frame', code, reason: '' });

const ends: readonly ConnectionEnd[] = [
  { type: 'dropped', message: 'ECONNRESET' },
  { type: 'protocol-error', message: 'RSV1 must be clear' },
  { type: 'connect-failed', reason: 'refused', message: 'ECONNREFUSED' },
  { type: 'connect-failed', reason: 'bad-status', message: '429', status: 429, retryAfterMs: 7_000 },
  ...[1000, 1001, 1005, 4000, 4003, 4004, 4007, 4008, 4009, 4014].map(closeFrame),
];

const restored = { id: 'stored', sequence: 70, resumeUrl: 'wss://gateway-us-east1-c.discord.gg' };

/** Every kind of input, with the values that make a difference. */
export const everyInput: readonly ShardInput[] = [
  { type: 'start' },
  { type: 'start', session: restored },
  { type: 'start', session: { ...restored, resumeUrl: 'wss://attacker.example' } },
  { type: 'close', code: 1000, reason: '' },
  { type: 'close', code: 4000, reason: 'later' },
  { type: 'reconnect', resume: true },
  { type: 'reconnect', resume: false },
  { type: 'heartbeat' },
  { type: 'command', command: { id: 1, text: '{"op":8}', expiresMs: 30_000 } },
  { type: 'presence', text: '{"op":3,"d":{}}', payload: {} },
  { type: 'voiceState', guildId: '1', text: '{"op":4,"d":{}}', stays: true },
  { type: 'voiceState', guildId: '1', text: '{"op":4,"d":{}}', stays: false },
  { type: 'backpressure', isOn: true },
  { type: 'backpressure', isOn: false },
  { type: 'opened' },
  ...ends.map((end): ShardInput => ({ type: 'closed', end })),
  { type: 'pong' },
  { type: 'partial', isOn: true },
  { type: 'partial', isOn: false },
  { type: 'control', op: 1, d: null },
  { type: 'control', op: 7, d: null },
  { type: 'control', op: 9, d: true },
  { type: 'control', op: 9, d: false },
  { type: 'control', op: 10, d: { heartbeat_interval: 41_250 } },
  { type: 'control', op: 10, d: { heartbeat_interval: 0 } },
  { type: 'control', op: 10, d: null },
  { type: 'control', op: 11, d: null },
  { type: 'control', op: 99, d: null },
  { type: 'ready', d: { session_id: 's2', resume_gateway_url: 'wss://gateway-us-east1-d.discord.gg' }, sequence: 1 },
  { type: 'ready', d: { session_id: 's3' }, sequence: NaN },
  { type: 'ready', d: null, sequence: 1 },
  { type: 'resumed', sequence: 9 },
  { type: 'resumed', sequence: NaN },
  { type: 'unreadable', what: 'text', message: 'no JSON' },
  { type: 'unreadable', what: 'stream', message: 'broken' },
  { type: 'stalled', bytesBuffered: 2_000_000 },
  { type: 'permit' },
  { type: 'permitRefused', message: 'closed' },
];

/** One thing that happens to a shard: plain data, so that a history that fails can be read. */
export type Step =
  /** Whatever leads on from where the shard is. */
  | { readonly do: 'go on' }
  | { readonly do: 'feed'; readonly input: ShardInput }
  | { readonly do: 'wait' | 'stall' | 'suspend'; readonly ms: number }
  | { readonly do: 'look' }
  | { readonly do: 'dispatch'; readonly sequence: number }
  | { readonly do: 'flow' | 'clog'; readonly bytes: number };

/** Histories of 20 to 60 steps. Many of the steps lead on, so that they get around. */
export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constant<Step>({ do: 'go on' }) },
    { weight: 8, arbitrary: fc.constantFrom(...everyInput).map((input): Step => ({ do: 'feed', input })) },
    { weight: 2, arbitrary: fc.constantFrom(1, 100, 1_000, 5_000, 15_000, 45_000, 300_000).map((ms): Step => ({ do: 'wait', ms })) },
    { weight: 1, arbitrary: fc.constantFrom(100, 6_000, 700_000).map((ms): Step => ({ do: 'stall', ms })) },
    { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'look' }, { do: 'suspend', ms: 3_600_000 }) },
    { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'flow', bytes: 10 }, { do: 'clog', bytes: 0 }, { do: 'clog', bytes: 500 }) },
    {
      weight: 2,
      arbitrary: fc.oneof(fc.nat(50), fc.constantFrom(NaN, -1, 2 ** 53)).map((sequence): Step => ({ do: 'dispatch', sequence })),
    },
  ),
  { minLength: 20, maxLength: 60, size: 'max' },
);

/** Lets a history happen. */
export function happen(rig: ProtocolRig, steps: readonly Step[]): void {
  steps.forEach((step, index) => {
    perform(rig, step, index);
  });
}

function perform(rig: ProtocolRig, step: Step, index: number): void {
  switch (step.do) {
    case 'go on':
      return goOn(rig);
    case 'feed':
      // Ids are handed out once, as `CommandPromises` does.
      if (step.input.type === 'command') rig.command(1_000 + index, step.input.command.text);
      else rig.feed(step.input);
      return;
    case 'wait':
      rig.wind(step.ms);
      return;
    case 'stall':
      rig.stall(step.ms);
      return;
    case 'suspend':
      return rig.suspend(step.ms);
    case 'look':
      rig.deadline();
      return;
    case 'dispatch':
      rig.dispatch(step.sequence);
      return;
    case 'flow':
      rig.world.bytesReceived += step.bytes;
      return;
    case 'clog':
      rig.world.bytesBuffered = step.bytes;
  }
}

const waysOn: Partial<Readonly<Record<ConnectionStage, (rig: ProtocolRig) => void>>> = {
  Disconnected: (rig) => rig.start(),
  Failed: (rig) => rig.start(),
  Backoff: (rig) => rig.wind(5_000),
  Connecting: (rig) => rig.open(),
  Handshake: (rig) => rig.hello(),
  Queued: (rig) => rig.permit(),
  Identifying: (rig) => rig.ready(),
  Resuming: (rig) => rig.resumed(),
};

function goOn(rig: ProtocolRig): void {
  waysOn[rig.stage]?.(rig);
}
