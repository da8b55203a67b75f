import type { Observation } from '@aplomb/fake-discord';
import { describe } from './describe.js';
import type { Timeline } from './Timeline.js';

const HEARTBEAT = 1;
const HEARTBEAT_ACK = 11;
/** Requests that are never answered are forgotten after so many others. */
const OPEN_MAX = 1_000;

type Fact<Type extends Observation['type']> = Extract<Observation, { readonly type: Type }>;

/**
 * Writes what is observed into the timeline, as a person wants to read it: a request and its answer are one entry, and so are an event and its way to
 * the bot. The fake asks sessions for a heartbeat after every act, to know that they have read it: those beats are left out.
 */
export class FactRecorder {
  /** The entry of what each person did last. */
  private readonly latestActs = new Map<string, number>();
  /** The entry of the event that was just told, which becomes a dispatch when it is sent next. */
  private latestEvent: { readonly id: number; readonly t: string } | null = null;
  /** The entries of requests that wait for an answer, by the numbers of the requests. */
  private readonly openRequests = new Map<number, number>();
  /** What is left to pass unseen on a connection: a beat that was asked for, and its acknowledgement. */
  private readonly probes = new Map<number, { acks: number; beats: number }>();
  private readonly timeline: Timeline;

  constructor(timeline: Timeline) {
    this.timeline = timeline;
  }

  record(fact: Observation): void {
    const event = this.latestEvent;
    this.latestEvent = null;
    if (fact.type === 'response') return this.answered(fact);
    if (this.isProbe(fact)) return;
    const { entry, payload } = describe(fact);
    if (fact.type === 'dispatch' && event?.t === fact.t) return this.timeline.change(event.id, entry);
    const id = this.timeline.add(entry, payload);
    if (fact.type === 'event') this.latestEvent = { id, t: fact.t };
    if (fact.type === 'act') this.latestActs.set(fact.userId, id);
    if (fact.type === 'request') this.opened(fact.id, id);
    if (fact.type === 'disconnection') this.probes.delete(fact.connectionId);
  }

  /** Marks what somebody did after the entry `since` as not done. What never became an act, because it was not understood, has no entry. */
  refused(userId: unknown, since: number, refusal: string): void {
    const entryId = typeof userId === 'string' ? (this.latestActs.get(userId) ?? 0) : 0;
    if (entryId > since) this.timeline.change(entryId, { refusal });
  }

  private opened(requestId: number, entryId: number): void {
    this.openRequests.set(requestId, entryId);
    for (const oldest of this.openRequests.keys()) {
      if (this.openRequests.size <= OPEN_MAX) break;
      this.openRequests.delete(oldest);
    }
  }

  private answered({ body, bucket, id, latencyMs, status }: Fact<'response'>): void {
    const entryId = this.openRequests.get(id);
    if (entryId === undefined) return;
    this.openRequests.delete(id);
    const told = { ...(status !== null && { status }), ...(bucket !== null && { bucket: bucket.hash }) };
    this.timeline.change(entryId, { latencyMs, ...told }, { answer: body });
  }

  private isProbe(fact: Observation): boolean {
    if (fact.type !== 'sent' && fact.type !== 'received') return false;
    const { connectionId, op, type } = fact;
    const probes = this.probes.get(connectionId) ?? { acks: 0, beats: 0 };
    if (type === 'sent' && op === HEARTBEAT) {
      this.probes.set(connectionId, { acks: probes.acks + 1, beats: probes.beats + 1 });
      return true;
    }
    const expected = type === 'received' && op === HEARTBEAT ? 'beats' : type === 'sent' && op === HEARTBEAT_ACK ? 'acks' : null;
    if (expected === null || probes[expected] === 0) return false;
    probes[expected] -= 1;
    return true;
  }
}
