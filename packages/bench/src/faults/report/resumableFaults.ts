import type { FakeDiscord } from '@aplomb/fake-discord';
import { closeRules } from '@aplomb/gateway';
import { FastClock } from './FastClock.js';
import type { Figure } from './Figure.js';
import { deliveryText, isClean, Subject } from './Subject.js';

/** Some of these wait for time-outs of seconds. */
const SPEED = 20;
const RSV1_TEXT = { opcode: 1, rsv: 4, payload: '{}' } as const;

type Faults = FakeDiscord['faults'];
type Harm = (faults: Faults) => void;

/** A fault that strikes on the way back from a dropped socket. */
const onReturn =
  (plan: Harm): Harm =>
  (faults) => {
    plan(faults);
    faults.dropSocket(0);
  };

/** Close codes after which Discord keeps the session, and one that its table does not know. */
const RESUMABLE_CODES = [...[...closeRules].filter(([, { then }]) => then === 'resume').map(([code]) => code), 4_099];

/** What happens on a live connection. */
const LIVE: Readonly<Record<string, Harm>> = {
  RST: (faults) => {
    faults.resetSocket(0);
  },
  FIN: (faults) => {
    faults.dropSocket(0);
  },
  'half-open link': (faults) => {
    faults.blackhole(0);
  },
  'unacknowledged heartbeats': (faults) => {
    faults.zombify(0);
    faults.mute(0);
  },
  'op 7': (faults) => {
    faults.reconnect(0);
  },
  'op 9 true': (faults) => {
    faults.invalidateSession(0, true);
  },
  'corrupt stream': (faults) => {
    faults.corruptCompression(0);
  },
  'missing flush suffix': (faults) => {
    faults.splitMessages(0, 1_000);
    faults.withholdFlushSuffix(0);
  },
  'malformed JSON': (faults) => {
    faults.sendText(0, '{"op":0,"t":"MESS');
  },
  'empty message': (faults) => {
    faults.rawFrame(0, { opcode: 1 });
  },
  'reserved bit': (faults) => {
    faults.rawFrame(0, RSV1_TEXT);
  },
  'zip bomb': (faults) => {
    faults.zipBomb(0, 2 ** 24);
  },
};

/** What happens to the next connection. */
const RETURN: Readonly<Record<string, Harm>> = {
  'upgrade refused twice': onReturn((faults) => faults.refuseUpgrade({ status: 503 }, { count: 2 })),
  'upgrade reset': onReturn((faults) => faults.resetUpgrade()),
  'upgrade never answered': onReturn((faults) => faults.hangUpgrade()),
  'HELLO never comes': onReturn((faults) => faults.withholdHello()),
  'HELLO in the upgrade': onReturn((faults) => faults.helloInUpgradeSegment()),
  'op 7 for HELLO': onReturn((faults) => faults.firstFrame({ op: 7 })),
  'op 9 for HELLO': onReturn((faults) => faults.firstFrame({ op: 9, d: false })),
  'absurd interval': onReturn((faults) => faults.heartbeatInterval(0)),
  'op 7 for RESUMED': onReturn((faults) => faults.reconnectAfterResume()),
  'op 9 true for RESUMED': onReturn((faults) => faults.invalidateAfterResume(true)),
  'close for RESUMED': onReturn((faults) => faults.closeAfterResume({ code: 4_000 })),
  'RESUMED never comes': onReturn((faults) => faults.withholdResumed()),
  'replay from too early': onReturn((faults) => faults.replayEarlier(1)),
  'RST amid the replay': onReturn((faults) => faults.when('MESSAGE_CREATE', (connection) => connection.resetSocket())),
};

/** Every fault that a session survives: what it lost, doubled and cost, and how long it took on the shard's clock. */
export async function* resumableFigures(): AsyncGenerator<Figure> {
  const closes = RESUMABLE_CODES.map((code): [string, Harm] => [
    `close ${code}`,
    (faults) => {
      faults.closeShard(0, code);
    },
  ]);
  for (const [name, harm] of [...Object.entries(LIVE), ...closes, ...Object.entries(RETURN)]) yield resumableFigure(name, harm);
}

async function resumableFigure(name: string, harm: Harm): Promise<Figure> {
  await using subject = await Subject.connected({ clock: new FastClock(SPEED), shard: { compression: 'zlib-stream' } });
  await subject.delivery();
  const tookMs = await subject.recoveryMs(() => {
    harm(subject.faults);
  });
  const delivery = await subject.delivery();
  return {
    name: `${name}: lost/duplicated/IDENTIFYs`,
    goal: '0/0/0',
    measured: `${deliveryText(delivery)} in ${((tookMs * SPEED) / 1_000).toFixed(1)} s`,
    isMet: isClean(delivery) && tookMs < Infinity,
  };
}
