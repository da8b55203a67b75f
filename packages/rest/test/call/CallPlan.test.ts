import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { CallPlan } from '../../src/call/CallPlan.js';
import { resolveRestOptions, type RestOptions } from '../../src/RestOptions.js';
import type { HttpMethod, RequestOptions } from '../../src/RestRequest.js';

const plan = (method: string, path: string, request: RequestOptions = {}, options: RestOptions = {}) =>
  new CallPlan(method as HttpMethod, path, request, resolveRestOptions({ clock: new ManualClock(), ...options }));

describe('the plan of a call', () => {
  it('knows its route, and what limits it', () => {
    expect(plan('DELETE', '/channels/1/messages/2', { query: { a: 'b c' }, reason: 'ä' })).toMatchObject({
      barePath: '/channels/1/messages/2',
      path: '/channels/1/messages/2?a=b+c',
      reason: '%C3%A4',
      route: { majorKey: 'channels/1', routeKey: 'DELETE /channels/:id/messages/:id' },
      subKey: 'old',
    });
  });

  it.each([
    ['GET', true],
    ['PUT', true],
    ['DELETE', true],
    ['POST', false],
    ['PATCH', false],
  ])('may repeat a %s: %p, unless it is said otherwise', (method, isRepeatable) => {
    expect(plan(method, '/x').isRepeatable).toBe(isRepeatable);
    expect(plan(method, '/x', { isRepeatable: !isRepeatable }).isRepeatable).toBe(!isRepeatable);
  });

  it.each([
    ['/users/@me', true],
    ['/webhooks/1', true],
    ['/webhooks/1/token', false],
    ['/interactions/1/token/callback', false],
  ])('Y-09: takes the bot’s token along to %s: %p, unless it is said otherwise', (path, isAuthorized) => {
    expect(plan('GET', path).isAuthorized).toBe(isAuthorized);
    expect(plan('GET', path, { authorized: false }).isAuthorized).toBe(false);
  });

  it.each([
    ['/webhooks/1/token', true, true],
    ['/webhooks/1/aW50ZXJhY3Rpb246MTIz', undefined, true],
    ['/webhooks/1/aW50ZXJhY3Rpb246MTIz', false, false],
    ['/channels/1/messages', true, false],
  ])('believes whoever says that %s is an interaction’s (%p): %p', (path, isInteraction, expected) => {
    expect(plan('GET', path, isInteraction === undefined ? {} : { isInteraction }).route.isInteraction).toBe(expected);
  });

  it('R-28 waits for a limit no longer than Discord waits for the first answer, unless it is said otherwise', () => {
    const path = '/interactions/1/token/callback';
    expect(plan('POST', path).maxWaitMs).toBe(3_000);
    expect(plan('POST', path, { maxWaitMs: 9_000 }).maxWaitMs).toBe(9_000);
    expect(plan('POST', path, {}, { maxWaitMs: 500 }).maxWaitMs).toBe(500);
  });

  it.each([[new AbortController()], ['soon'], [{ throwIfAborted: () => undefined }], [5]])('refuses %p as a signal', (signal) => {
    expect(() => plan('GET', '/x', { signal: signal as AbortSignal })).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });

  it('takes null for no signal, as fetch does', () => {
    expect(plan('GET', '/x', { signal: null as unknown as AbortSignal }).signal).toBeUndefined();
  });

  it('has its own time, or that of its Rest', () => {
    expect(plan('GET', '/x', {}, { maxWaitMs: 1, timeoutMs: 2 })).toMatchObject({ maxWaitMs: 1, timeoutMs: 2 });
    expect(plan('GET', '/x', { maxWaitMs: 0, timeoutMs: 4 }, { maxWaitMs: 1, timeoutMs: 2 })).toMatchObject({ maxWaitMs: 0, timeoutMs: 4 });
  });

  it('has a body as JSON, as files, or none', () => {
    expect(plan('POST', '/x').body).toBeNull();
    expect(plan('POST', '/x', { body: null }).body).toBe('null');
    expect(plan('POST', '/x', { body: { a: 1 }, files: [] }).body).toBe('{"a":1}');
    expect(plan('POST', '/x', { files: [Buffer.from('x')] }).body).toMatchObject({ isRepeatable: true });
    expect(plan('POST', '/x', { form: { name: 'x' } }).body).toMatchObject({ contentType: expect.stringContaining('multipart/form-data') });
  });

  it('checks what a form says, as it checks a body', () => {
    const form = { name: 'x', description: '', tags: 'wave' };
    expect(() => plan('POST', '/guilds/1/stickers', { form })).toThrow(expect.objectContaining({ code: 'INVALID_BODY' }));
    expect(() => plan('POST', '/guilds/1/stickers', { form }, { validatesBodies: false })).not.toThrow();
  });

  it('bounds each file where the call says so', () => {
    const files = [Buffer.alloc(11)];
    expect(() => plan('POST', '/x', { files, maxFileBytes: 10 })).toThrow(expect.objectContaining({ code: 'FILE_TOO_LARGE' }));
    expect(() => plan('POST', '/x', { files, maxFileBytes: 11 })).not.toThrow();
    expect(() => plan('POST', '/x', { files, maxFileBytes: NaN })).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });

  it('waits for a body that is not ready yet', async () => {
    const later = plan('POST', '/x', { files: [{ name: 'a', data: Buffer.from('x'), sizeBytes: () => Promise.resolve(1) }, { name: 'b', data: () => Promise.reject(new TypeError('later')), sizeBytes: () => Promise.resolve(1) }] }); // prettier-ignore
    expect(later.body).toBeNull();
    await later.preparing;
    expect([later.preparing, typeof later.body]).toEqual([null, 'object']);
  });

  it('Y-01: shows a path without its token', () => {
    expect(plan('GET', '/webhooks/1/secret', { query: { wait: true } }).call).toEqual({ method: 'GET', path: '/webhooks/1/:token' });
  });
});

describe('Y-03 a call that cannot be planned', () => {
  it.each([
    ['get', '/x', {}, 'INVALID_OPTION'],
    ['GET\r\nX: 1', '/x', {}, 'INVALID_OPTION'],
    ['GET', '/../x', {}, 'INVALID_OPTION'],
    ['GET', '/x?a=1', {}, 'INVALID_OPTION'],
    ['POST', '/x', { body: 1n }, 'INVALID_BODY'],
    ['POST', '/x', { reason: 7 as unknown as string }, 'INVALID_OPTION'],
    ['POST', '/x', Object.fromEntries([['maxwaitms', 1]]), 'UNKNOWN_OPTION'],
    ['POST', '/x', { timeoutMs: -1 }, 'INVALID_OPTION'],
    ['POST', '/x', { maxWaitMs: Infinity }, 'INVALID_OPTION'],
    ['POST', '/channels/1/messages', { body: { content: 'x'.repeat(2_001) } }, 'INVALID_BODY'],
    ['GET', '/channels/1/messages', { query: { limit: 101 } }, 'INVALID_BODY'],
  ])('is refused: %s %s %p', (method, path, request, code) => {
    expect(() => plan(method, path, request)).toThrow(expect.objectContaining({ code }));
  });
});
