import { describe, expect, it } from '@jest/globals';
import type { RateTicket } from '../../src/ratelimit/RateTicket.js';
import { answer, good, ticketFor, VirtualLimiter } from './virtualLimiter.js';

const CALLBACK = { isInteraction: true, routeKey: 'POST /interactions/:id/:token/callback', majorKey: 'interactions/1/a' };
const channel = (id: number): Partial<RateTicket> => ({ majorKey: `channels/${String(id)}` });

function mostWithin(instants: readonly number[], lengthMs: number): number {
  return Math.max(...instants.map((fromMs) => instants.filter((atMs) => atMs >= fromMs && atMs < fromMs + lengthMs).length));
}

describe('a limiter that knows nothing of a bucket', () => {
  it('lets the first call go at once', () => {
    const virtual = new VirtualLimiter();
    expect(virtual.isGranted(virtual.ask())).toBe(true);
  });

  it('lets one call go at a time, in the order in which they asked', () => {
    const virtual = new VirtualLimiter();
    const [first, second, third] = [virtual.ask(), virtual.ask(), virtual.ask()];
    virtual.answer(first, answer(200));
    expect(virtual.grants.map(({ ticket }) => ticket)).toEqual([first, second]);
    virtual.answer(second, answer(200));
    expect(virtual.isGranted(third)).toBe(true);
  });

  it('R-12 goes on one by one for ever when answers never carry headers', () => {
    const virtual = new VirtualLimiter({ server: () => ({ afterMs: 10, facts: answer(204) }) });
    for (let call = 0; call < 20; call += 1) virtual.ask();
    virtual.clock.advance(1_000);
    expect([virtual.grants.length, virtual.limiter.snapshot().waiting]).toEqual([20, 0]);
  });

  it('keeps buckets independent', () => {
    const virtual = new VirtualLimiter();
    const tickets = [1, 2, 3].map((id) => virtual.ask(channel(id)));
    expect(tickets.every((ticket) => virtual.isGranted(ticket))).toBe(true);
  });

  it('R-29 lets the next call go as soon as the answer to the one before is known, whatever its caller does with it', () => {
    const virtual = new VirtualLimiter();
    const outer = virtual.ask();
    virtual.answer(outer, good(4, 5_000));
    expect(virtual.isGranted(virtual.ask())).toBe(true);
  });
});

describe('a limiter with a known bucket', () => {
  it('R-01 sends nothing into a used-up window, and the next call 2 ms after the latest instant at which it may reset', () => {
    const virtual = new VirtualLimiter();
    const first = virtual.ask();
    virtual.clock.advance(30);
    virtual.answer(first, good(0, 5_000));
    virtual.ask();
    virtual.clock.advance(5_001);
    expect(virtual.grants).toHaveLength(1);
    virtual.clock.advance(1);
    expect(virtual.grantTimes).toEqual([0, 5_032]);
  });

  it('narrows the reset down by each answer of one window', () => {
    const virtual = new VirtualLimiter();
    const first = virtual.ask();
    virtual.clock.advance(100);
    virtual.answer(first, good(1, 1_000));
    const second = virtual.ask();
    virtual.clock.advance(20);
    virtual.answer(second, good(0, 930));
    virtual.ask();
    virtual.clock.advance(2_000);
    expect(virtual.grantTimes).toEqual([0, 100, 1_052]);
  });

  it('lets reads go beside each other, as many as are left', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(3, 5_000), { isRead: true });
    const reads = [1, 2, 3, 4].map(() => virtual.ask({ isRead: true }));
    expect(reads.map((read) => virtual.isGranted(read))).toEqual([true, true, true, false]);
  });

  it('lets a write go alone, and nobody pass it', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(4, 5_000), { isRead: true });
    const read = virtual.ask({ isRead: true });
    const write = virtual.ask();
    const laterRead = virtual.ask({ isRead: true });
    expect([virtual.isGranted(write), virtual.isGranted(laterRead)]).toEqual([false, false]);
    virtual.answer(read, good(3, 4_000));
    expect([virtual.isGranted(write), virtual.isGranted(laterRead)]).toEqual([true, false]);
  });

  it('counts a call that nobody answered', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(1, 5_000));
    virtual.feed({ type: 'failed', ticket: virtual.ask() });
    virtual.ask();
    virtual.clock.advance(4_000);
    expect(virtual.grants).toHaveLength(2);
  });

  it('does not count a call that was never sent', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(1, 5_000));
    virtual.feed({ type: 'unsent', ticket: virtual.ask() });
    expect(virtual.isGranted(virtual.ask())).toBe(true);
  });

  it('R-10 R-12 goes on by its own count when headers lack', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(2, 5_000));
    virtual.pass(answer(200));
    virtual.pass(answer(200));
    virtual.ask();
    expect(virtual.grants).toHaveLength(3);
    virtual.clock.advance(5_002);
    expect(virtual.grants).toHaveLength(4);
  });

  it('takes one at a time again when a window was used up by calls that nobody answered', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(1, 1_000, { limit: 2 }), { isRead: true });
    virtual.clock.advance(10_000);
    for (let call = 0; call < 4; call += 1) virtual.ask({ isRead: true });
    for (const { ticket } of virtual.grants.slice(1)) virtual.feed({ type: 'failed', ticket });
    virtual.clock.advance(10_000);
    expect(virtual.grants.length).toBeGreaterThan(3);
  });

  it('R-01 sends 20 calls through a bucket of 1 per 0.33 s in 6.5 s at most, without one 429', () => {
    let resetMs = 0;
    const virtual = new VirtualLimiter({
      server: (_, nowMs) => {
        const isFree = nowMs >= resetMs;
        if (isFree) resetMs = nowMs + 330;
        const headers = { bucket: 'b1', limit: 1, remaining: 0, resetAfterMs: resetMs - nowMs };
        return { afterMs: 1, facts: answer(isFree ? 200 : 429, { headers, retryAfterMs: isFree ? null : resetMs - nowMs }) };
      },
    });
    for (let call = 0; call < 20; call += 1) virtual.ask();
    virtual.clock.advance(6_500);
    expect([virtual.grants.length, virtual.reports.filter(({ wait }) => wait.isAnswer).length]).toEqual([20, 0]);
  });
});

describe('a limiter that learns of hashes', () => {
  const reaction = (method: string) => ({ routeKey: `${method} /channels/:id/messages/:id/reactions/:emoji/@me` });

  it('R-11 joins routes that share a hash, in the order in which they asked', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(1, 5_000), reaction('PUT'));
    virtual.pass(good(0, 5_000), reaction('DELETE'));
    const calls = [virtual.ask(reaction('DELETE')), virtual.ask(reaction('PUT')), virtual.ask(reaction('DELETE'))];
    virtual.clock.advance(5_002);
    expect(calls.map((call) => virtual.isGranted(call))).toEqual([true, false, false]);
    expect(virtual.limiter.bucketOf(calls[1]!)).toBe(virtual.limiter.bucketOf(calls[0]!));
  });

  it('R-11 takes what waits along when a route’s hash changes', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(4, 5_000));
    const first = virtual.ask();
    const second = virtual.ask();
    virtual.answer(first, good(0, 9_000, { bucket: 'b2' }));
    expect(virtual.limiter.bucketOf(second)?.hash).toBe('b2');
    virtual.clock.advance(8_000);
    expect(virtual.isGranted(second)).toBe(false);
    virtual.clock.advance(1_002);
    expect(virtual.isGranted(second)).toBe(true);
  });

  it('R-11 has all lanes of a route follow its hash', () => {
    const virtual = new VirtualLimiter();
    for (const id of [1, 2]) virtual.pass(good(4, 5_000), channel(id));
    virtual.pass(good(4, 5_000, { bucket: 'b2' }), channel(1));
    const ticket = virtual.ask(channel(2));
    expect(virtual.limiter.bucketOf(ticket)).toMatchObject({ hash: 'b2', key: 'b2 channels/2' });
  });

  it('R-11 stays out of a used-up window in the bucket that it has left, since its calls may be counted there again', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(3, 9_000), { isRead: true });
    const [first, second] = [virtual.ask({ isRead: true }), virtual.ask({ isRead: true })];
    virtual.clock.advance(10);
    virtual.answer(first, good(0, 8_990));
    virtual.answer(second, good(4, 1_000, { bucket: 'b2' }));
    const ticket = virtual.ask({ isRead: true });
    virtual.clock.advance(8_991);
    expect([virtual.limiter.bucketOf(ticket)?.hash, virtual.isGranted(ticket)]).toEqual(['b2', false]);
    virtual.clock.advance(1);
    expect(virtual.isGranted(ticket)).toBe(true);
  });

  it('R-11 counts what is under way in the bucket that its route has left, and in the one where the route was found', () => {
    const virtual = new VirtualLimiter();
    for (const id of [1, 2]) virtual.pass(good(4, 1_000), { ...channel(id), isRead: true });
    virtual.clock.advance(2_000);
    const reads = Array.from({ length: 5 }, () => virtual.ask({ ...channel(1), isRead: true }));
    virtual.clock.advance(50);
    virtual.pass(good(4, 5_000, { bucket: 'b2' }), { ...channel(2), isRead: true });
    virtual.answer(reads[0]!, good(4, 5_000));
    expect(virtual.isGranted(virtual.ask({ ...channel(1), isRead: true }))).toBe(false);
  });

  it('counts routes apart that share a hash, as soon as their answers show it', () => {
    const virtual = new VirtualLimiter();
    const edit = { routeKey: 'PATCH /channels/:id/messages/:id' };
    virtual.pass(good(1, 5_000));
    virtual.clock.advance(100);
    virtual.pass(good(4, 5_000), edit);
    virtual.clock.advance(100);
    virtual.pass(good(0, 4_800));
    expect([virtual.isGranted(virtual.ask()), virtual.isGranted(virtual.ask(edit))]).toEqual([false, true]);
  });

  it('R-11 keeps no more lanes, buckets and routes than are in use', () => {
    const virtual = new VirtualLimiter({ globalRequestsPerSecond: 0 });
    for (let id = 0; id < 5_000; id += 1) {
      virtual.pass(good(4, 1_000, { bucket: `h${String(id)}` }), { ...channel(id), routeKey: `GET /thing-${String(id)}` });
      virtual.clock.advance(20);
    }
    const { buckets, lanes, routes } = virtual.limiter.snapshot();
    expect([buckets < 700, lanes < 700, routes < 1_300]).toEqual([true, true, true]);
  });
});

describe('a limiter that Discord says no to', () => {
  it('R-01 waits exactly as long as asked, and sends the same call again', () => {
    const virtual = new VirtualLimiter();
    const ticket = virtual.ask();
    virtual.answer(ticket, answer(429, { retryAfterMs: 1_337, scope: 'user' }));
    virtual.clock.advance(60_000);
    expect(virtual.grants.map(({ atMs }) => atMs)).toEqual([0, 1_339]);
    expect(virtual.grants.every((grant) => grant.ticket === ticket)).toBe(true);
  });

  it('keeps the order when a call is sent back', () => {
    const virtual = new VirtualLimiter();
    const [first, second] = [virtual.ask(), virtual.ask()];
    virtual.answer(first, answer(429, { retryAfterMs: 500 }));
    virtual.clock.advance(502);
    expect(virtual.grants.map(({ ticket }) => ticket)).toEqual([first, first]);
    virtual.answer(first, good(4, 5_000));
    expect(virtual.isGranted(second)).toBe(true);
  });

  it.each([
    ['R-02 nothing', null, 4],
    ['R-03 0', 0, 6],
    ['R-03 next to nothing', 1, 6],
  ])('sends few requests in 6 s when each 429 says %s', (_, retryAfterMs, most) => {
    const virtual = new VirtualLimiter({ server: () => ({ afterMs: 2, facts: answer(429, { retryAfterMs }) }) });
    virtual.ask();
    virtual.clock.advance(6_000);
    expect(virtual.grants.length).toBeGreaterThan(2);
    expect(virtual.grants.length).toBeLessThanOrEqual(most);
  });

  it('R-02 counts such a 429 towards the ban', () => {
    const virtual = new VirtualLimiter();
    virtual.answer(virtual.ask(), answer(429));
    expect(virtual.limiter.snapshot().invalidRequests).toBe(1);
  });

  it('R-04 sends two requests when one is put off to an instant', () => {
    const virtual = new VirtualLimiter();
    virtual.answer(virtual.ask(), answer(429, { retryAfterMs: 2_000 }));
    virtual.clock.advance(4_000);
    expect(virtual.grants).toHaveLength(2);
  });

  it('R-05 refuses at once what would wait too long, and all that comes after it', () => {
    const virtual = new VirtualLimiter();
    const first = virtual.ask({ giveUpAtMs: 60_000 });
    virtual.ask({ giveUpAtMs: 60_000 });
    virtual.answer(first, answer(429, { retryAfterMs: 66_271_000 }));
    virtual.ask({ giveUpAtMs: 60_000 });
    expect(virtual.refusals.map(({ cause, atMs }) => [cause, atMs])).toEqual(Array.from({ length: 3 }, () => ['wait too long', 0]));
    expect([virtual.grants.length, virtual.refusals[2]?.wait.waitMs]).toEqual([1, 66_271_002]);
  });

  it('R-07 waits for a shared limit in one lane only, counts no invalid request, and writes nothing of the bucket', () => {
    const virtual = new VirtualLimiter();
    const headers = { bucket: 'b1', limit: 5, remaining: 0, resetAfterMs: 60_000 };
    virtual.pass(good(4, 5_000), { subKey: 'name' });
    virtual.answer(virtual.ask({ subKey: 'name' }), answer(429, { scope: 'shared', retryAfterMs: 1_500, headers }));
    expect([virtual.limiter.snapshot().invalidRequests, virtual.isGranted(virtual.ask())]).toEqual([0, true]);
    virtual.clock.advance(1_499);
    expect(virtual.grants).toHaveLength(3);
    virtual.answer(virtual.grants[2]!.ticket, good(2, 3_000));
    virtual.clock.advance(3);
    expect(virtual.grantTimes.at(-1)).toBe(1_502);
  });

  it.each([
    ['leaves room in the bucket', 4, 5_000, 5_500],
    ['asks for far longer than the window lasts', 0, 300, 500_000],
  ])('holds only its own kind back when a 429 %s', (_, remaining, resetAfterMs, retryAfterMs) => {
    const virtual = new VirtualLimiter();
    const patch = { routeKey: 'PATCH /channels/:id' };
    virtual.pass(good(4, 5_000), patch);
    const renamed = virtual.ask({ ...patch, subKey: 'name' });
    virtual.answer(renamed, answer(429, { scope: 'user', retryAfterMs, headers: { bucket: 'b1', limit: 5, remaining, resetAfterMs } }));
    const other = virtual.ask(patch);
    virtual.clock.advance(5_400);
    expect([virtual.isGranted(other), virtual.grants.filter(({ ticket }) => ticket === renamed).length]).toEqual([true, 1]);
  });

  it('moves to the bucket that a 429 names', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(4, 5_000));
    const headers = { bucket: 'b2', limit: 5, remaining: 0, resetAfterMs: 4_000 };
    const ticket = virtual.ask();
    virtual.answer(ticket, answer(429, { retryAfterMs: 4_000, headers }));
    expect(virtual.limiter.bucketOf(ticket)?.hash).toBe('b2');
    virtual.clock.advance(4_002);
    expect(virtual.grants).toHaveLength(3);
  });
});

describe('a limiter at the global limit', () => {
  it('R-09 lets no more than 50 go in any second, whatever the way there takes', () => {
    let turn = 0;
    const virtual = new VirtualLimiter({ server: () => ({ afterMs: 20 + ((turn += 37) % 200), facts: answer(200) }) });
    for (let id = 0; id < 200; id += 1) virtual.ask(channel(id));
    virtual.clock.advance(10_000);
    expect([virtual.grants.length, virtual.peakPerSecond]).toEqual([200, 50]);
  });

  it('R-09 lets no more than 50 arrive in any second of a cold start, whose first round trips are all slow', () => {
    const arrivals: number[] = [];
    const virtual = new VirtualLimiter({
      server: (_, nowMs) => {
        const wayMs = nowMs < 500 ? 400 : 5;
        arrivals.push(nowMs + wayMs);
        return { afterMs: 2 * wayMs, facts: answer(200) };
      },
    });
    for (let id = 0; id < 200; id += 1) virtual.ask(channel(id));
    virtual.clock.advance(20_000);
    expect([arrivals.length, mostWithin(arrivals, 1_000)]).toEqual([200, 50]);
  });

  it('R-06 sends nothing but interactions until a global 429 is over', () => {
    const virtual = new VirtualLimiter();
    const underWay = Array.from({ length: 40 }, (_, id) => virtual.ask(channel(id % 20)));
    expect(virtual.grants).toHaveLength(20);
    virtual.answer(underWay[0]!, answer(429, { scope: 'global', retryAfterMs: 2_000 }));
    for (const ticket of underWay.slice(1, 20)) virtual.answer(ticket, good(4, 5_000));
    const callback = virtual.ask(CALLBACK);
    expect([virtual.grants.length, virtual.isGranted(callback)]).toEqual([21, true]);
    virtual.clock.advance(2_001);
    expect(virtual.grants).toHaveLength(21);
    virtual.clock.advance(1);
    expect(virtual.grants.length).toBeGreaterThan(30);
  });

  it('R-06 refuses at once who cannot wait for the end of a global 429, but no interaction', () => {
    const virtual = new VirtualLimiter();
    const first = virtual.ask();
    virtual.ask({ giveUpAtMs: 1_000 });
    const [, callback] = [virtual.ask(CALLBACK), virtual.ask({ ...CALLBACK, giveUpAtMs: 1_000 })];
    virtual.answer(first, answer(429, { scope: 'global', retryAfterMs: 2_000 }));
    expect(virtual.refusals.map(({ wait }) => wait.scope)).toEqual(['global']);
    expect(virtual.refusals.some(({ ticket }) => ticket === callback)).toBe(false);
  });

  it('keeps no more calls under way than it may', () => {
    const virtual = new VirtualLimiter({ maxInFlight: 3, globalRequestsPerSecond: 0 });
    const calls = Array.from({ length: 5 }, (_, id) => virtual.ask(channel(id)));
    expect(virtual.grants).toHaveLength(3);
    virtual.feed({ type: 'withdrawn', ticket: calls[0]! });
    expect(virtual.grants).toHaveLength(4);
  });
});

describe('a limiter of a host that Cloudflare refuses', () => {
  const page = answer(429, { isFromDiscord: false, retryAfterMs: 5_000 });

  it('R-08 sends one request in each window until Discord answers, also when 60 calls wait', () => {
    const virtual = new VirtualLimiter({ server: (_, nowMs) => ({ afterMs: 10, facts: nowMs < 20_000 ? page : answer(200) }) });
    virtual.ask(channel(0));
    virtual.clock.advance(20);
    for (let id = 1; id < 60; id += 1) virtual.ask(channel(id));
    virtual.clock.advance(19_000);
    expect(virtual.grants).toHaveLength(4);
    virtual.clock.advance(20_000);
    expect(virtual.grants).toHaveLength(4 + 60);
  });

  it('R-08 tells each call that the host is refused', () => {
    const virtual = new VirtualLimiter();
    virtual.answer(virtual.ask(), page);
    virtual.ask(channel(2));
    expect(virtual.reports.map(({ wait }) => [wait.scope, wait.isAnswer, wait.waitMs])).toEqual([
      ['host', true, 5_000],
      ['host', false, 5_000],
    ]);
  });

  it('sends one call ahead while nothing is known of the host, and the others after 1.5 s', () => {
    const virtual = new VirtualLimiter({ isProven: false });
    for (let id = 0; id < 5; id += 1) virtual.ask(channel(id));
    const callback = virtual.ask(CALLBACK);
    expect([virtual.grants.length, virtual.isGranted(callback)]).toEqual([2, true]);
    virtual.clock.advance(1_500);
    expect(virtual.grants).toHaveLength(6);
  });

  it('lets the others go as soon as the first is answered', () => {
    const virtual = new VirtualLimiter({ isProven: false });
    const calls = [1, 2, 3].map((id) => virtual.ask(channel(id)));
    virtual.answer(calls[0]!, answer(200));
    expect(virtual.grants).toHaveLength(3);
  });
});

describe('a limiter of a host near a ban', () => {
  it('R-22 tells each band that it comes into', () => {
    const virtual = new VirtualLimiter({ globalRequestsPerSecond: 0, server: () => ({ afterMs: 1, facts: answer(403) }) });
    for (let call = 0; call < 5_000; call += 1) virtual.ask({ ...channel(call), giveUpAtMs: 600_000 });
    virtual.clock.advance(600_000);
    expect(virtual.bands.map(({ band }) => band)).toEqual(['warned', 'slowed']);
    expect(virtual.bands[0]?.count).toBe(1_000);
  });

  it('R-22 sends fewer than 4,500 requests in ten minutes of far more calls, when all of them are refused', () => {
    const virtual = new VirtualLimiter({ server: () => ({ afterMs: 5, facts: answer(403) }) });
    for (let second = 0; second < 600; second += 1) {
      for (let call = 0; call < 100; call += 1) virtual.ask({ ...channel(call), giveUpAtMs: virtual.clock.nowMs() + 1_000 });
      virtual.clock.advance(1_000);
    }
    expect(virtual.grants.length).toBeGreaterThan(3_000);
    expect(virtual.grants.length).toBeLessThan(4_500);
  });

  it('R-22 sends interactions only above the last band, and refuses the others when their time is over', () => {
    const virtual = new VirtualLimiter();
    virtual.feed({ type: 'invalidCounted', count: 4_600 });
    const ticket = virtual.ask({ giveUpAtMs: 10_000 });
    expect([virtual.isGranted(ticket), virtual.isGranted(virtual.ask(CALLBACK))]).toEqual([false, true]);
    expect(virtual.refusals.map(({ cause }) => cause)).toEqual(['too many invalid requests']);
  });
});

describe('a rate limiter whose call has to be repeated', () => {
  const ask = (virtual: VirtualLimiter, order: number): RateTicket => virtual.ask({ giveUpAtMs: 60_000 + order });

  it.each([
    ['an answer', answer(502)],
    ['no answer', 'failed' as const],
    ['not being sent', 'unsent' as const],
  ])('lets nothing of its lane overtake it after %s', (_, outcome) => {
    const virtual = new VirtualLimiter();
    const [first, second] = [ask(virtual, 1), ask(virtual, 2)];
    virtual.feed({ type: 'repeating', ticket: first, outcome, waitMs: 400 });
    virtual.clock.advance(399);
    const before = virtual.grants.length;
    virtual.clock.advance(1);
    virtual.answer(first, answer(200));
    expect([before, virtual.grants.map(({ ticket }) => ticket).slice(-3)]).toEqual([virtual.grants.length - 2, [first, first, second]]);
  });

  it('holds up no other lane', () => {
    const virtual = new VirtualLimiter();
    virtual.feed({ type: 'repeating', ticket: virtual.ask(), outcome: 'failed', waitMs: 400 });
    const other = virtual.ask({ majorKey: 'channels/2' });
    expect(virtual.grants.at(-1)?.ticket).toBe(other);
  });

  it('tells nobody behind it of a limit, since there is none', () => {
    const virtual = new VirtualLimiter();
    virtual.feed({ type: 'repeating', ticket: virtual.ask(), outcome: 'failed', waitMs: 400 });
    virtual.ask();
    expect([virtual.reports, virtual.refusals]).toEqual([[], []]);
  });

  it('gives it up when its ticket says so anew', () => {
    const virtual = new VirtualLimiter();
    const ticket = virtual.ask({ giveUpAtMs: 10 });
    virtual.feed({ type: 'repeating', ticket: Object.assign(ticket, { giveUpAtMs: 900 }), outcome: 'failed', waitMs: 400 });
    virtual.clock.advance(400);
    expect([virtual.grants.at(-1)?.ticket, virtual.refusals]).toEqual([ticket, []]);
  });
});

describe('a limiter with a line', () => {
  it('R-27 refuses what comes when the line is full, but not the calls of interactions', () => {
    const virtual = new VirtualLimiter({ maxWaiting: 100 });
    for (let call = 0; call < 102; call += 1) virtual.ask();
    expect(virtual.refusals.map(({ cause }) => cause)).toEqual(['line full']);
    expect(virtual.isGranted(virtual.ask(CALLBACK))).toBe(true);
  });

  it('R-27 lets callbacks go at once beside 10,000 calls that wait', () => {
    const virtual = new VirtualLimiter();
    for (let call = 0; call < 10_000; call += 1) virtual.ask(channel(call % 100));
    const callbacks = Array.from({ length: 200 }, (_, id) => virtual.ask({ ...CALLBACK, majorKey: `interactions/${String(id)}/t` }));
    expect(callbacks.every((ticket) => virtual.isGranted(ticket))).toBe(true);
  });

  it('R-24 takes whoever gives up out of the line at once, and leaves nothing behind', () => {
    const virtual = new VirtualLimiter();
    virtual.ask();
    for (let call = 0; call < 100_000; call += 1) virtual.feed({ type: 'withdrawn', ticket: virtual.ask() });
    expect(virtual.limiter.snapshot()).toMatchObject({ waiting: 0, inFlight: 1 });
  });

  it('R-24 frees the bucket of a call that is withdrawn under way', () => {
    const virtual = new VirtualLimiter();
    const first = virtual.ask();
    const second = virtual.ask();
    virtual.feed({ type: 'withdrawn', ticket: first });
    expect(virtual.isGranted(second)).toBe(true);
  });

  it('refuses a call when it gives up', () => {
    const virtual = new VirtualLimiter();
    virtual.ask();
    virtual.ask({ giveUpAtMs: 700 });
    virtual.clock.advance(5_000);
    expect(virtual.refusals.map(({ atMs, cause, wait }) => [atMs, cause, wait.waitMs])).toEqual([[700, 'wait too long', 0]]);
  });

  it('refuses a call at once that cannot have its turn before it gives up', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(0, 5_000, { limit: 1 }));
    const waits = [1, 2, 3].map(() => virtual.ask({ giveUpAtMs: 12_000 }));
    expect(virtual.refusals.map(({ ticket, wait }) => [ticket === waits[2], wait.waitMs])).toEqual([[true, 15_000]]);
  });

  it('refuses what has waited too long while the process slept, rather than send it late', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(0, 5_000));
    virtual.ask({ giveUpAtMs: 60_000 });
    virtual.clock.stall(600_000);
    expect([virtual.grants.length, virtual.refusals.length]).toEqual([1, 1]);
  });

  it('lets a call go after a store put it off, from the head of its line', () => {
    const virtual = new VirtualLimiter();
    const [first, second] = [virtual.ask(), virtual.ask()];
    virtual.feed({ type: 'postponed', ticket: first, waitMs: 400 });
    virtual.clock.advance(399);
    expect(virtual.grants).toHaveLength(1);
    virtual.clock.advance(1);
    expect(virtual.grants.map(({ ticket }) => ticket)).toEqual([first, first]);
    expect(virtual.isGranted(second)).toBe(false);
  });

  it('tells once that a call waits for a limit, and of each 429', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(0, 1_000));
    const ticket = virtual.ask();
    virtual.clock.advance(1_002);
    for (let refusal = 0; refusal < 2; refusal += 1) {
      virtual.answer(ticket, answer(429, { retryAfterMs: 500 }));
      virtual.clock.advance(1_000);
    }
    expect(virtual.reports.map(({ wait }) => [wait.bucket, wait.isAnswer, wait.scope, wait.waitMs])).toEqual([
      ['b1', false, 'user', 1_000],
      ['b1', true, 'user', 502],
      ['b1', true, 'user', 502],
    ]);
  });

  it('wants no deadline when nothing waits', () => {
    const virtual = new VirtualLimiter();
    virtual.pass(good(0, 5_000));
    expect([virtual.limiter.deadlineMs, virtual.clock.pendingTimers]).toEqual([null, 0]);
  });

  it('ignores whom it does not know, and who asks twice', () => {
    const virtual = new VirtualLimiter();
    const ticket = virtual.ask();
    virtual.feed({ type: 'asked', ticket });
    for (const type of ['failed', 'unsent', 'withdrawn'] as const) virtual.feed({ type, ticket: ticketFor() });
    virtual.feed({ type: 'answered', ticket: ticketFor(), facts: answer(200) });
    virtual.feed({ type: 'postponed', ticket: ticketFor(), waitMs: 1 });
    expect([virtual.grants.length, virtual.limiter.snapshot().inFlight]).toEqual([1, 1]);
  });
});
