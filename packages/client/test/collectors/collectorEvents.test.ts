import { describe, expect, it } from '@jest/globals';
import { checkEvent, collectableEvents } from '../../src/collectors/collectorEvents.js';
import { dispatchOfEvent } from '../../src/eventNames.js';

describe('the events that can be waited for', () => {
  it('are all of Discord and those that tell what shards and guilds do', () => {
    expect([...dispatchOfEvent.keys()].every((event) => collectableEvents.has(event))).toBe(true);
    expect(['raw', 'guildJoin', 'shardResumed', 'sessionLost', 'cacheReady'].every((event) => collectableEvents.has(event))).toBe(true);
  });

  it.each([
    ['messageCreated', 'messageCreate'],
    ['MESSAGE_REACTION_ADD', 'messageReactionAdd'],
    ['message_create', 'messageCreate'],
    ['guildjoin', 'guildJoin'],
  ])('are not %s; the nearest is told', (wrong, right) => {
    expect(() => {
      checkEvent(wrong);
    }).toThrow(expect.objectContaining({ code: 'UNKNOWN_EVENT', message: expect.stringContaining(`Did you mean \`${right}\`?`) }));
  });

  it.each(['error', 'constructor', '', undefined, 7])('are not %s, of which no name is near', (wrong) => {
    expect(() => {
      checkEvent(wrong as string);
    }).toThrow(expect.objectContaining({ code: 'UNKNOWN_EVENT' }));
  });
});
