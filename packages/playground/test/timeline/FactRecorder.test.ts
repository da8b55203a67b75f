import type { Observation } from '@aplomb/fake-discord';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FactRecorder } from '../../src/timeline/FactRecorder.js';
import { Timeline } from '../../src/timeline/Timeline.js';

let timeline: Timeline;
let recorder: FactRecorder;

beforeEach(() => {
  timeline = new Timeline();
  recorder = new FactRecorder(timeline);
});

/** Tells facts, of which only what matters is said. */
function tell(...facts: readonly (Partial<Record<string, unknown>> & { readonly type: Observation['type'] })[]): void {
  for (const fact of facts) recorder.record({ wallMs: 0, connectionId: 1, shard: 0, ...fact } as unknown as Observation);
}

const shown = () => timeline.latest(100).map(({ kind, name }) => `${kind} ${name}`);
const event = { type: 'event', t: 'MESSAGE_CREATE', d: { id: '1' }, onlyFor: null } as const;
const dispatch = { type: 'dispatch', t: 'MESSAGE_CREATE', s: 4, d: { id: '1' } } as const;
const request = (id: number) =>
  ({ type: 'request', id, method: 'GET', path: '/', query: '', route: `GET /${id}`, body: { asked: id } }) as const;
const response = (id: number, status: number | null = 200) =>
  ({ type: 'response', id, status, latencyMs: 7, bucket: status === null ? null : { hash: 'b' }, body: { answered: id } }) as const;

describe('what a person did', () => {
  const act = { type: 'act', userId: '1', username: 'alice', verb: 'pin', what: 'pin' } as const;

  it('is marked when it was refused', () => {
    tell(act);
    recorder.refused('1', 0, 'No.');
    expect(timeline.latest(9)).toMatchObject([{ kind: 'act', name: 'pin', refusal: 'No.' }]);
  });

  it('is not marked for what was refused later, and did not become an act', () => {
    tell(act);
    recorder.refused('1', timeline.latestId, 'Not understood.');
    recorder.refused(undefined, 0, 'Of nobody.');
    expect(timeline.latest(9)[0]).not.toHaveProperty('refusal');
  });
});

describe('what is observed of a fake Discord', () => {
  it('is one entry for an event and its way to the bot', () => {
    tell(event, dispatch);
    expect(timeline.latest(9)).toEqual([{ id: 1, atMs: 0, kind: 'dispatch', name: 'MESSAGE_CREATE', detail: '', sequence: 4, shard: 0 }]);
  });

  it('is an entry of its own for an event that the bot is not told, and for a second shard', () => {
    tell(event, event, dispatch, dispatch);
    expect(shown()).toEqual(['event MESSAGE_CREATE', 'dispatch MESSAGE_CREATE', 'dispatch MESSAGE_CREATE']);
  });

  it('is one entry for a request and its answer, whichever is answered first', () => {
    tell(request(1), request(2), response(2), response(1, null));
    const [first, second] = timeline.latest(9);
    expect(second).toMatchObject({ name: 'GET /2', status: 200, bucket: 'b', latencyMs: 7 });
    expect([first?.status, first?.bucket, first?.latencyMs]).toEqual([undefined, undefined, 7]);
    expect(timeline.payload(2)).toEqual({ payload: { asked: 2 }, answer: { answered: 2 } });
  });

  it('is nothing for an answer to a request of which it knows nothing', () => {
    tell(response(9));
    expect(shown()).toEqual([]);
  });

  it('forgets requests that are never answered when many others have come', () => {
    for (let id = 1; id <= 1_001; id += 1) tell(request(id));
    tell(response(1), response(2));
    expect([timeline.latest(2_000)[0]?.status, timeline.latest(2_000)[1]?.status]).toEqual([undefined, 200]);
  });

  it('leaves out the heartbeats that the fake asks for, and no others', () => {
    tell({ type: 'sent', op: 1 }, { type: 'received', op: 1, bytes: 1 }, { type: 'sent', op: 11 });
    expect(shown()).toEqual([]);
    tell({ type: 'received', op: 1, bytes: 1 }, { type: 'sent', op: 11 });
    expect(shown()).toEqual(['frame HEARTBEAT', 'frame HEARTBEAT_ACK']);
  });

  it('does not mistake the heartbeats of a new connection for those that an old one owes', () => {
    tell({ type: 'sent', op: 1 }, { type: 'disconnection', by: 'client', code: null }, { type: 'received', op: 1, bytes: 1 });
    expect(shown()).toEqual(['connection DISCONNECT', 'frame HEARTBEAT']);
  });
});
