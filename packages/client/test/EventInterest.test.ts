import { describe, expect, it } from '@jest/globals';
import { EventInterest } from '../src/EventInterest.js';

function interestOf(...events: readonly string[]): EventInterest {
  return new EventInterest(
    (event) => events.includes(event),
    () => false,
  );
}

describe('the interest in dispatches', () => {
  it('is what somebody listens to, and what the framework needs', () => {
    const interest = interestOf('messageCreate');
    const wanted = ['MESSAGE_CREATE', 'TYPING_START', 'READY', 'GUILD_CREATE', 'GUILD_DELETE', 'FOO_BAR'].filter((type) =>
      interest.has(type),
    );
    expect(wanted).toEqual(['MESSAGE_CREATE', 'READY', 'GUILD_CREATE', 'GUILD_DELETE']);
  });

  it('is everything for a listener of `raw`', () => {
    expect(['TYPING_START', 'FOO_BAR'].every((type) => interestOf('raw').has(type))).toBe(true);
  });

  it('is what nobody knows for a listener of `unknownEvent`', () => {
    const interest = interestOf('unknownEvent');
    expect([interest.has('FOO_BAR'), interest.has('constructor'), interest.has('TYPING_START')]).toEqual([true, true, false]);
  });

  it('is what the framework wants for a while', () => {
    let wanted = 'CHANNEL_UPDATE';
    const interest = new EventInterest(
      () => false,
      (type) => type === wanted,
    );
    expect([interest.has('CHANNEL_UPDATE'), interest.has('CHANNEL_DELETE')]).toEqual([true, false]);
    wanted = '';
    expect(interest.has('CHANNEL_UPDATE')).toBe(false);
  });

  it('changes with the listeners', () => {
    const listening = new Set<string>();
    const interest = new EventInterest(
      (event) => listening.has(event),
      () => false,
    );
    expect(interest.has('TYPING_START')).toBe(false);
    listening.add('typingStart');
    expect(interest.has('TYPING_START')).toBe(true);
  });
});
