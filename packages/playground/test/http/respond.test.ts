import { describe, expect, it } from '@jest/globals';
import { safeHeaders, textReply } from '../../src/http/respond.js';

describe('the headers of every answer', () => {
  const headers = safeHeaders('127.0.0.1:4000');
  const policy = String(headers['content-security-policy']).split('; ');

  it('allow the own files and the own web socket, and nothing else', () => {
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`script-src 'self'`);
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:4000`);
    expect(policy.join()).not.toMatch(/unsafe|https?:|\*/);
  });

  it('let nobody frame the page, read it, or learn its address', () => {
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });
});

describe('an answer for people', () => {
  it('is plain text', () => {
    expect(textReply(404, 'Nothing.')).toEqual({
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: 'Nothing.\n',
    });
  });
});
