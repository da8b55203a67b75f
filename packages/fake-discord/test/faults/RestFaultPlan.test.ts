import { describe, expect, it } from '@jest/globals';
import { RestFaultPlan, type RestFault } from '../../src/faults/RestFaultPlan.js';
import type { RestAnswer, RestRequest } from '../../src/rest/RestRequest.js';

const request: RestRequest = { body: Buffer.alloc(0), headers: {}, method: 'GET', path: '/gateway', query: new URLSearchParams() };
const discord = (): Promise<RestAnswer> => Promise.resolve({ status: 200 });
const says =
  (status: number): RestFault =>
  () => ({ status });
const passes: RestFault = (_, next) => next();

async function answers(plan: RestFaultPlan, count: number): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    const answer = await plan.answer(request, discord);
    all.push(answer === 'hang up' ? answer : answer.status);
  }
  return all;
}

describe('a fault of REST that is planned', () => {
  it('strikes as often as it was told to', async () => {
    const plan = new RestFaultPlan();
    const fault = plan.plan('a', '*', says(500), { count: 2 });
    expect([fault.remaining, await answers(plan, 3), fault.remaining]).toEqual([2, [500, 500, 200], 0]);
  });

  it('spares other routes', async () => {
    const plan = new RestFaultPlan();
    plan.plan('a', 'POST /channels/:id/messages', says(500), {});
    expect(await answers(plan, 1)).toEqual([200]);
  });

  it('comes after others of its kind', async () => {
    const plan = new RestFaultPlan();
    plan.plan('a', '*', passes, {});
    const second = plan.plan('a', '*', says(500), {});
    expect([await answers(plan, 1), second.remaining, await answers(plan, 1)]).toEqual([[200], 1, [500]]);
  });

  it('of another kind strikes the same request, unless one before it answers', async () => {
    const plan = new RestFaultPlan();
    plan.plan('a', '*', passes, {});
    plan.plan('b', '*', says(500), {});
    const last = plan.plan('c', '*', says(501), {});
    expect([await answers(plan, 1), last.remaining, await answers(plan, 2)]).toEqual([[500], 1, [501, 200]]);
  });

  it('can be taken back, alone or with all others, also when the block ends', async () => {
    const plan = new RestFaultPlan();
    const [first, second, third] = ['a', 'b', 'c'].map((name) => plan.plan(name, '*', says(500), {}));
    first?.cancel();
    second?.[Symbol.dispose]();
    expect([first, second, third].map((fault) => fault?.remaining)).toEqual([0, 0, 1]);
    plan.clear();
    expect([third?.remaining, await answers(plan, 1)]).toEqual([0, [200]]);
  });

  it('taken back while a request is under way does not strike it any more', async () => {
    const plan = new RestFaultPlan();
    plan.plan('a', '*', (_, next) => (plan.clear(), next()), {});
    plan.plan('b', '*', says(500), {});
    expect(await answers(plan, 1)).toEqual([200]);
  });
});
