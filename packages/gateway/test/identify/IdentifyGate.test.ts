import { describe, expect, it } from '@jest/globals';
import { ManualClock, drive } from '@aplomb/base';
import fc from 'fast-check';
import {
  IdentifyGate,
  identifyTicket,
  LEASE_MS,
  type IdentifyGateInput,
  type IdentifyGateOptions,
  type IdentifyTicket,
} from '../../src/identify/IdentifyGate.js';

const DAY_MS = 86_400_000;

/** A gate in virtual time whose ledger answers at once. Each grant goes to `holder`. */
function running(options: IdentifyGateOptions, holder: (ticket: IdentifyTicket, feed: (input: IdentifyGateInput) => void) => void) {
  const clock = new ManualClock();
  const gate = new IdentifyGate(options);
  const driver = drive<IdentifyGateInput, ReturnType<IdentifyGate['handle']>[number]>(gate, {
    clock,
    deadline: () => ({ type: 'deadline' }),
    perform: (action) => {
      if (action.type === 'readLedger') driver.feed({ type: 'ledgerRead', entries: [] });
      if (action.type === 'record') driver.feed({ type: 'recorded', ticket: action.ticket });
      if (action.type === 'grant') holder(action.ticket, (input) => driver.feed(input));
    },
  });
  const ask = (shardId: number): IdentifyTicket => {
    const ticket = identifyTicket(shardId, 1_000);
    driver.feed({ type: 'asked', ticket });
    return ticket;
  };
  return { clock, gate, driver, ask };
}

/** The IDENTIFYs that `shards` shards of which none ever gets READY send in `ms`, when each asks again the moment it fails. */
function storm(shards: number, maxConcurrency: number, ms: number): { shardId: number; atMs: number }[] {
  const sent: { shardId: number; atMs: number }[] = [];
  const { clock, ask } = running({ maxConcurrency, total: 1_000 }, (ticket, feed) => {
    feed({ type: 'spent', ticket });
    sent.push({ shardId: ticket.shardId, atMs: clock.nowMs() });
    clock.after(100, () => {
      feed({ type: 'released', ticket });
      ask(ticket.shardId);
    });
  });
  for (let shardId = 0; shardId < shards; shardId += 1) ask(shardId);
  clock.advance(ms);
  return sent;
}

describe('an identify gate in a storm', () => {
  it.each([
    [1, 1],
    [10, 1],
    [16, 16],
    [64, 16],
    [300, 16],
    [1_000, 1],
    [1_000, 64],
    [1_000, 1_000],
  ])('I-04 24 hours in which no IDENTIFY of %i shards with max_concurrency %i leads to READY: 300 at most', (shards, maxConcurrency) => {
    const sent = storm(shards, maxConcurrency, DAY_MS);
    expect(sent.length).toBeGreaterThan(140);
    expect(sent.length).toBeLessThanOrEqual(300);
  });

  it('I-04 lets every shard have its turn, so that one that never gets READY does not end the others', () => {
    const ready = new Set<number>();
    const { clock, ask } = running({ maxConcurrency: 1, total: 1_000 }, (ticket, feed) => {
      feed({ type: 'spent', ticket });
      clock.after(100, () => {
        if (ticket.shardId !== 0) ready.add(ticket.shardId);
        feed({ type: ticket.shardId === 0 ? 'released' : 'ready', ticket });
        if (ticket.shardId === 0) ask(0);
      });
    });
    for (let shardId = 0; shardId < 10; shardId += 1) ask(shardId);
    clock.advance(60_000);
    expect(ready.size).toBe(9);
  });
});

/** The IDENTIFYs of a day in which a process that knows only the ledger is started every `everyMs`, asks, and dies. */
function crashLoop(everyMs: number): number {
  const ledger: { shardId: number; atMs: number; ready: boolean }[] = [];
  for (let nowMs = 0; nowMs < DAY_MS; nowMs += everyMs) {
    const gate = new IdentifyGate({ maxConcurrency: 1, total: 1_000 });
    gate.handle({ type: 'asked', ticket: identifyTicket(0, 1) }, nowMs);
    for (const { type } of gate.handle({ type: 'ledgerRead', entries: ledger }, nowMs)) {
      if (type === 'record') ledger.push({ shardId: 0, atMs: nowMs, ready: false });
    }
  }
  return ledger.length;
}

describe('an identify gate of a process in a crash loop', () => {
  it.each([1_000, 7_000, 601_000])(
    'I-04 counts what those before it have sent: 300 at most when one dies every %i ms for 24 hours',
    (everyMs) => {
      const sent = crashLoop(everyMs);
      expect(sent).toBeGreaterThan(140);
      expect(sent).toBeLessThanOrEqual(300);
    },
  );
});

describe('an identify gate of a large bot', () => {
  it('I-02 1,000 shards with max_concurrency 16: no violation, in 1.05 × 63 windows of 5 seconds', () => {
    const sentAtMs: number[] = [];
    const lastOfKey = new Map<number, number>();
    let violations = 0;
    const { clock, ask } = running({ maxConcurrency: 16, total: 2_000 }, (ticket, feed) => {
      const key = ticket.shardId % 16;
      if (clock.nowMs() - (lastOfKey.get(key) ?? -Infinity) < 5_000) violations += 1;
      lastOfKey.set(key, clock.nowMs());
      sentAtMs.push(clock.nowMs());
      feed({ type: 'spent', ticket });
      clock.after(20_000, () => feed({ type: 'ready', ticket }));
    });
    for (let shardId = 999; shardId >= 0; shardId -= 1) ask(shardId);
    clock.advance(400_000);
    expect([sentAtMs.length, violations]).toEqual([1_000, 0]);
    expect(sentAtMs.at(-1)).toBeLessThanOrEqual(1.05 * 63 * 5_000);
  });

  it('I-03 8 managers of 1,000 shards each on one queue and ledger: no violation', () => {
    const lastOfKey = new Map<number, number>();
    let violations = 0;
    let sent = 0;
    const { clock, ask } = running({ maxConcurrency: 16, total: 20_000 }, (ticket, feed) => {
      clock.after((ticket.shardId * 7_919) % 400, () => {
        const key = ticket.shardId % 16;
        if (clock.nowMs() - (lastOfKey.get(key) ?? -Infinity) < 5_000) violations += 1;
        lastOfKey.set(key, clock.nowMs());
        sent += 1;
        feed({ type: 'spent', ticket });
        clock.after(2_000, () => feed({ type: 'ready', ticket }));
      });
    });
    for (let shardId = 0; shardId < 1_000; shardId += 1) {
      for (let manager = 0; manager < 8; manager += 1) ask(manager * 1_000 + shardId);
    }
    clock.advance(3_600_000);
    expect([sent, violations]).toEqual([8_000, 0]);
  });
});

describe('an identify gate under random schedules', () => {
  type Act = { readonly waitMs: number; readonly shardId: number; readonly deed: number };
  const acts = fc.array(fc.record({ waitMs: fc.nat(9_000), shardId: fc.nat(20), deed: fc.nat(9) }), { minLength: 1, maxLength: 60 });

  /** Plays a schedule: asks, abandons, spends late or never, updates; returns the spacing violations and what is left waiting at the end. */
  function play(schedule: readonly Act[], maxConcurrency: number): { violations: number; waiting: number } {
    const tickets: IdentifyTicket[] = [];
    const held: IdentifyTicket[] = [];
    const lastOfKey = new Map<number, number>();
    let violations = 0;
    const { clock, gate, driver, ask } = running({ maxConcurrency, total: 100_000 }, (ticket) => held.push(ticket));
    const spend = (ticket: IdentifyTicket | undefined): void => {
      if (ticket?.state !== 'granted') return;
      const key = ticket.shardId % maxConcurrency;
      if (clock.nowMs() - (lastOfKey.get(key) ?? -Infinity) < 5_000) violations += 1;
      lastOfKey.set(key, clock.nowMs());
      driver.feed({ type: 'spent', ticket });
    };
    for (const { waitMs, shardId, deed } of schedule) {
      clock.advance(waitMs);
      const chosen = held[shardId % Math.max(1, held.length)];
      if (deed < 4) tickets.push(ask(shardId));
      else if (deed < 7) spend(held.shift());
      else if (deed < 8 && tickets[shardId] !== undefined) driver.feed({ type: 'released', ticket: tickets[shardId] });
      else if (chosen !== undefined) driver.feed({ type: deed === 8 ? 'ready' : 'released', ticket: chosen });
    }
    clock.advance(60 * (LEASE_MS + 10_000));
    return { violations, waiting: gate.waiting };
  }

  it('I-01 keeps 5 seconds a key in 10,000 of them', () => {
    fc.assert(
      fc.property(acts, fc.constantFrom(1, 2, 16), (schedule, maxConcurrency) => {
        // A READY without a written IDENTIFY is no schedule that can happen.
        const possible = schedule.filter(({ deed }) => deed !== 8);
        expect(play(possible, maxConcurrency).violations).toBe(0);
      }),
      { numRuns: 10_000 },
    );
  });

  it('I-07 always drains, whoever leaves or keeps silent', () => {
    fc.assert(
      fc.property(acts, fc.constantFrom(1, 2, 16), (schedule, maxConcurrency) => {
        expect(play(schedule, maxConcurrency).waiting).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('an identify gate', () => {
  it('counts an IDENTIFY that was written after its lease ran out, and goes on from there', () => {
    const granted: number[] = [];
    const held: IdentifyTicket[] = [];
    const { clock, driver, ask } = running({ maxConcurrency: 1, total: 1_000 }, (ticket) => {
      granted.push(clock.nowMs());
      held.push(ticket);
    });
    ask(0);
    clock.advance(LEASE_MS + 1);
    if (held[0] !== undefined) driver.feed({ type: 'spent', ticket: held[0] });
    ask(1);
    clock.advance(10_000);
    expect(granted).toEqual([0, LEASE_MS + 1 + 5_250]);
  });

  it('wants no deadline while nobody waits and no lease runs', () => {
    const { clock, gate, ask } = running({ maxConcurrency: 1, total: 1_000 }, (ticket, feed) => feed({ type: 'spent', ticket }));
    ask(0);
    expect([gate.deadlineMs, clock.pendingTimers]).toEqual([null, 0]);
  });

  it.each(['spent', 'ready', 'released', 'recorded'] as const)('takes %s for a ticket that is over without a change', (type) => {
    const gate = new IdentifyGate({ maxConcurrency: 1, total: 1_000 });
    const ticket = identifyTicket(0, 1);
    gate.handle({ type: 'released', ticket }, 0);
    const before = gate.budget.remaining;
    gate.handle({ type, ticket }, 1);
    expect([gate.budget.remaining, gate.budget.log.usedAt(1), gate.waiting]).toEqual([before, 0, 0]);
  });
});
