import { describe, expect, it } from '@jest/globals';
import { EmptyWorld } from '../src/EmptyWorld.js';
import { LinkNotice } from '../src/LinkNotice.js';
import type { Hello } from '../src/state/protocol.js';
import { htmlIn } from './drawn.js';
import { aliceSeat } from './fixtures.js';

describe('a page with nobody to act as', () => {
  it('says how people come, once it knows that there are none', () => {
    const seat = aliceSeat();
    expect(htmlIn(seat, <EmptyWorld />)).toBe('');
    seat.playground.hello.value = {} as Hello;
    expect(htmlIn(seat, <EmptyWorld />)).toMatch(/Nobody lives here yet.*addMember/);
  });
});

describe('a page that is cut off', () => {
  it.each([
    ['refused', 'Open the address that the terminal says'],
    ['closed', 'still running in the terminal'],
  ] as const)('because the connection is %s, says what to do', (link, sentence) => {
    const seat = aliceSeat();
    seat.playground.connection.link.value = link;
    expect(htmlIn(seat, <LinkNotice />)).toContain(sentence);
  });

  it('says nothing while all is well', () => {
    const seat = aliceSeat();
    seat.playground.connection.link.value = 'open';
    expect(htmlIn(seat, <LinkNotice />)).toBe('');
  });
});
