import { describe, expect, it } from '@jest/globals';
import { entitlementEndpoints } from '../../src/endpoints/entitlements.js';
import { RecordingRequester } from './RecordingRequester.js';

const page = (from: number, count: number) => Array.from({ length: count }, (_, index) => ({ id: String(from + index) }));

describe('the entitlement endpoints', () => {
  it('give one page when awaited', async () => {
    const rest = new RecordingRequester(page(1, 2));
    expect(await entitlementEndpoints(rest).list('1', { sku_ids: '2,3', limit: 2 })).toEqual(page(1, 2));
    expect(rest.calls).toEqual([['GET /applications/1/entitlements', { query: { sku_ids: '2,3', limit: 2 } }]]);
  });

  it('give all entitlements when iterated, 100 at a time', async () => {
    const rest = new RecordingRequester(page(1, 100), page(101, 3));
    const ids: string[] = [];
    for await (const { id } of entitlementEndpoints(rest).list('1', { user_id: '5' })) ids.push(id);
    expect(ids).toHaveLength(103);
    expect(rest.calls.map(([, options]) => options?.query)).toEqual([
      { user_id: '5', after: '0', limit: 100 },
      { user_id: '5', after: '100', limit: 100 },
    ]);
  });

  it('reject with an id that is none, awaited or iterated', async () => {
    const list = entitlementEndpoints(new RecordingRequester()).list('../users/@me');
    await expect(list).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(list[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'INVALID_OPTION' });
  });

  it('consume, give and take back', async () => {
    const rest = new RecordingRequester();
    const entitlements = entitlementEndpoints(rest);
    await entitlements.get('1', '2');
    await entitlements.consume('1', '2');
    await entitlements.createTest('1', { sku_id: '3', owner_id: '4', owner_type: 2 });
    await entitlements.deleteTest('1', '2');
    expect(rest.calls).toEqual([
      ['GET /applications/1/entitlements/2'],
      ['POST /applications/1/entitlements/2/consume'],
      ['POST /applications/1/entitlements', { body: { sku_id: '3', owner_id: '4', owner_type: 2 } }],
      ['DELETE /applications/1/entitlements/2'],
    ]);
  });
});
