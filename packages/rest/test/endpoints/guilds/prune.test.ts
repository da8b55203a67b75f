import { describe } from '@jest/globals';
import { guildPruneMethods } from '../../../src/endpoints/guilds/prune.js';
import { itCalls } from '../itCalls.js';

const brief = { maxWaitMs: 1_000 };
const why = { reason: 'spring cleaning' };
const body = { days: 30, include_roles: ['2', '3'] };

describe('pruning a guild', () => {
  itCalls(guildPruneMethods, [
    ['pruneCount', ['1'], 'GET /guilds/1/prune'],
    [
      'pruneCount',
      ['1', { days: 7, include_roles: ['2', '3'] }, brief],
      'GET /guilds/1/prune',
      { ...brief, query: { days: 7, include_roles: '2,3' } },
    ],
    ['pruneCount', ['1', { include_roles: [] }], 'GET /guilds/1/prune'],
    ['pruneMembers', ['1'], 'POST /guilds/1/prune', { body: {} }],
    ['pruneMembers', ['1', body, why], 'POST /guilds/1/prune', { ...why, body }],
  ]);
});
