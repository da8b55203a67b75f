import { describe, expect, it } from '@jest/globals';
import { Guard } from '../../src/http/Guard.js';
import type { Visitor } from '../../src/http/Guard.js';

const guard = new Guard(4_000, 'the-token');
const own: Visitor = { method: 'GET', host: '127.0.0.1:4000', origin: undefined };

describe('the guard of a playground on port 4000', () => {
  it.each<[string, Partial<Visitor>]>([
    ['a person who opens the address', { fetchSite: 'none', fetchMode: 'navigate' }],
    ['the page itself', { origin: 'http://127.0.0.1:4000', fetchSite: 'same-origin', method: 'POST' }],
    ['the same machine by another name', { host: 'localhost:4000', origin: 'http://localhost:4000' }],
    ['the same machine by its newer address', { host: '[::1]:4000' }],
    ['a name in capitals', { host: 'LOCALHOST:4000', origin: 'http://localhost:4000' }],
    ['a program that is no browser', {}],
    ['who follows a link on another page', { fetchSite: 'cross-site', fetchMode: 'navigate' }],
  ])('lets %s pass', (_, visitor) => {
    expect(guard.refusal({ ...own, ...visitor })).toBeNull();
  });

  it.each<[string, Partial<Visitor>, string]>([
    ['a foreign name that was rebound to this machine', { host: 'evil.example:4000' }, 'open it at 127.0.0.1'],
    ['a name that only begins like this machine', { host: '127.0.0.1.evil.example:4000' }, 'open it at 127.0.0.1'],
    ['another port', { host: '127.0.0.1:4001' }, 'open it at 127.0.0.1'],
    ['this machine without a port', { host: '127.0.0.1' }, 'open it at 127.0.0.1'],
    ['a request without a host', { host: undefined }, 'open it at 127.0.0.1'],
    ['a page of another site', { origin: 'https://evil.example' }, 'evil.example may not'],
    ['a page of another port', { origin: 'http://127.0.0.1:4001' }, 'may not'],
    ['a page that hides where it is from', { origin: 'null' }, 'may not'],
    ['a page of another name of this machine', { origin: 'http://localhost:4000' }, 'may not'],
    ['a picture on another page', { fetchSite: 'cross-site', fetchMode: 'no-cors' }, 'Other pages'],
    ['a form on another page', { fetchSite: 'same-site', fetchMode: 'navigate', method: 'POST' }, 'Other pages'],
  ])('sends %s away', (_, visitor, sentence) => {
    expect(guard.refusal({ ...own, ...visitor })).toContain(sentence);
  });

  it.each([
    ['the token of this run', 'the-token', true],
    ['another token of the same length', 'the-takon', false],
    ['the beginning of the token', 'the', false],
    ['no token', null, false],
    ['an empty token', '', false],
  ])('knows %s', (_, token, isAdmitted) => {
    expect(guard.admits(token)).toBe(isAdmitted);
  });
});

describe('the guard of a playground on port 80', () => {
  it('lets the same machine pass without a port, as browsers write it', () => {
    const usual = new Guard(80, 'the-token');
    expect(usual.refusal({ ...own, host: '127.0.0.1', origin: 'http://127.0.0.1' })).toBeNull();
    expect(usual.refusal({ ...own, host: 'evil.example' })).not.toBeNull();
  });
});
