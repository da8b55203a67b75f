import * as fc from 'fast-check';
import type { ConnectionStage } from '../../src/shard/ConnectionStage.js';
import { everyInput, happen, histories } from './everyInput.js';
import type { Transition } from './LifeWatch.js';
import { ProtocolRig } from './ProtocolRig.js';
import { connected, everyStage, handshaking, identifying, queued, resuming } from './stages.js';

/** The stages in the order of a life. */
const order: readonly ConnectionStage[] = [
  'Disconnected',
  'Backoff',
  'Connecting',
  'Handshake',
  'Queued',
  'Identifying',
  'Resuming',
  'Connected',
  'Closing',
  'Failed',
];

/** With so much time for RESUMED, what else can happen to a replay is seen as well. */
const patient = { resumedTimeoutMs: 300_000 };

/** Lives that need more than one input or a long wait to get where they go. */
const longLives: readonly (() => ProtocolRig)[] = [
  // Nothing comes, in each stage that waits for something.
  ...[handshaking, queued, identifying, resuming, connected].map((make) => () => make().wind(60_000)),
  // Hearts beat, ACKs flow, and READY or RESUMED does not come.
  ...[identifying, resuming].map((make) => () => {
    const rig = make();
    for (let second = 0; second < 310; second += 1) rig.ack().wind(1_000);
    return rig;
  }),
  ...[queued, identifying, resuming, connected].flatMap((make) => [
    // Frames stop and the next beat comes before the silence is noticed.
    () => make({ ...patient, silence: { quietMs: Infinity, pingMs: 1, beatMs: 1, frameMs: Infinity } }).wind(100_000),
    // One frame drips.
    () => {
      const rig = make(patient);
      for (let second = 0; second < 40; second += 1) {
        rig.world.bytesReceived += 1;
        rig.wind(1_000);
      }
      return rig;
    },
    // Frames come, and nothing of what we write is taken.
    () => {
      const rig = make(patient);
      rig.world.bytesBuffered = 500;
      for (let second = 0; second < 30; second += 1) {
        rig.control(99);
        rig.wind(1_000);
      }
      return rig;
    },
    // The consumer lags and catches up.
    () => {
      const rig = make(patient);
      rig.feed({ type: 'backpressure', isOn: true });
      rig.wind(30_000);
      rig.feed({ type: 'backpressure', isOn: false });
      return rig;
    },
  ]),
];

/** Every transition that the tables reach, in a fixed order. The same on each run: nothing here is random. */
export function reachedByTables(): readonly Transition[] {
  const rigs = everyStage.flatMap(({ make }) =>
    everyInput.map((input) => {
      const rig = make(patient);
      rig.feed(input);
      return rig.wind(60_000);
    }),
  );
  return distinct([...rigs, ...longLives.map((live) => live())].flatMap((rig) => rig.watch.transitions));
}

/** Transitions that so many random histories reach. */
export function reachedByHistories(numRuns: number, seed: number): readonly Transition[] {
  const lives = fc.sample(histories, { numRuns, seed }).map((steps) => {
    const rig = new ProtocolRig();
    happen(rig, steps);
    return rig;
  });
  return distinct(lives.flatMap((rig) => rig.watch.transitions));
}

function distinct(transitions: readonly Transition[]): readonly Transition[] {
  const byName = new Map(transitions.map((transition) => [nameOf(transition), transition]));
  const rank = ({ before, after, cause }: Transition): string => `${order.indexOf(before)} ${order.indexOf(after)} ${cause}`;
  return [...byName.values()].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/** A transition as a line of text. */
export function nameOf({ before, after, cause }: Transition): string {
  return `${before} -> ${after}: ${cause}`;
}

/** Mermaid's drawing of these transitions: an arrow for each pair of stages, with its causes. */
export function stateDiagram(transitions: readonly Transition[]): string {
  const arrows = new Map<string, string[]>();
  for (const { before, after, cause } of transitions) {
    const arrow = `${before} --> ${after}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), cause.replace(',', '')]);
  }
  const lines = [...arrows].map(([arrow, causes]) => `    ${arrow}: ${causes.join('<br/>')}`);
  return ['stateDiagram-v2', '    [*] --> Disconnected', ...lines, ''].join('\n');
}
