import { describe, expect, it } from '@jest/globals';
import { botShards } from '../../src/shards/botShards.js';

describe('the shards that a bot tells of', () => {
  it('are shown with all that it knows', () => {
    const runner = {
      stage: 'Connected',
      commandBudget: { available: 110, max: 115 },
      latency: { last: 12, recent: [12, 15] },
      sequence: 7,
      session: { id: 'abc' },
    };
    expect(botShards({ shards: { runners: new Map([[3, runner]]) } })).toEqual([
      {
        id: 3,
        source: 'bot',
        stage: 'Connected',
        budget: { remaining: 110, total: 115 },
        latencyMs: 12,
        recentLatenciesMs: [12, 15],
        sequence: 7,
        sessionId: 'abc',
      },
    ]);
  });

  it('are shown with their stages where it knows no more', () => {
    expect(botShards({ shards: { runners: new Map([[0, { stage: 'Backoff' }]]) } })).toEqual([
      { id: 0, source: 'bot', stage: 'Backoff', budget: null, latencyMs: null, recentLatenciesMs: [], sequence: null, sessionId: null },
    ]);
  });

  it.each<[string, Parameters<typeof botShards>[0]]>([
    ['has none', {}],
    ['has none yet', { shards: { runners: new Map() } }],
    [
      'does not run',
      {
        get shards(): never {
          throw new TypeError('not started');
        },
      },
    ],
  ])('are none where it %s', (_, bot) => {
    expect(botShards(bot)).toBeNull();
  });
});
