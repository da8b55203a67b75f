import { describe } from '@jest/globals';
import { autoModerationEndpoints } from '../../src/endpoints/autoModeration.js';
import { itCalls } from './itCalls.js';

const brief = { maxWaitMs: 1_000 };
const why = { reason: 'too many links' };
const rule = { name: 'No links', event_type: 1, trigger_type: 3, actions: [{ type: 1 }] };

describe('auto moderation', () => {
  itCalls(autoModerationEndpoints, [
    ['rules', ['1', brief], 'GET /guilds/1/auto-moderation/rules', brief],
    ['rule', ['1', '2', brief], 'GET /guilds/1/auto-moderation/rules/2', brief],
    ['createRule', ['1', rule, why], 'POST /guilds/1/auto-moderation/rules', { ...why, body: rule }],
    ['editRule', ['1', '2', { enabled: true }, why], 'PATCH /guilds/1/auto-moderation/rules/2', { ...why, body: { enabled: true } }],
    ['deleteRule', ['1', '2', why], 'DELETE /guilds/1/auto-moderation/rules/2', why],
  ]);
});
