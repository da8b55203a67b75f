import { describe, expect, it } from '@jest/globals';
import { Cache, CACHED_EVENTS } from '../src/index.js';

describe('a cache that is asked which events it wants', () => {
  it('wants all that change what it keeps, and none that it has no use for', () => {
    const cache = new Cache();
    const unwanted = [...CACHED_EVENTS].filter((type) => !cache.wants(type));
    expect(unwanted.filter((type) => !['INTERACTION_CREATE', 'TYPING_START'].includes(type))).toEqual(['PRESENCE_UPDATE']);
    expect(['WEBHOOKS_UPDATE', 'FOO_BAR', 'constructor'].filter((type) => cache.wants(type))).toEqual([]);
  });

  it('wants presences as soon as they are kept', () => {
    const cache = new Cache();
    cache.resize({ presences: true });
    expect(cache.wants('PRESENCE_UPDATE')).toBe(true);
  });

  it('has no use for reactions and votes where no messages are kept', () => {
    const wants = (policy: object) => {
      const cache = new Cache({ policy });
      return ['MESSAGE_REACTION_ADD', 'MESSAGE_POLL_VOTE_ADD', 'MESSAGE_CREATE'].map((type) => cache.wants(type));
    };
    expect(wants({})).toEqual([true, true, true]);
    expect(wants({ reactions: false })).toEqual([false, true, true]);
    expect(wants({ messages: false })).toEqual([false, false, true]);
  });

  it('hears only of the bot itself where it keeps nothing', () => {
    const cache = new Cache({ policy: { guilds: false, privateChannels: false } });
    expect([...CACHED_EVENTS].filter((type) => cache.wants(type)).sort()).toEqual(['READY', 'USER_UPDATE']);
  });
});
