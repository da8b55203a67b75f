import { describe, expect, it } from '@jest/globals';
import { skuEndpoints } from '../../src/endpoints/skus.js';
import { RecordingRequester } from './RecordingRequester.js';

describe('the SKU endpoints', () => {
  it('list what an application sells', async () => {
    const rest = new RecordingRequester();
    await skuEndpoints(rest).list('1');
    expect(rest.calls).toEqual([['GET /applications/1/skus']]);
  });
});
