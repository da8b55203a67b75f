import { describe } from '@jest/globals';
import { guildOnboardingMethods } from '../../../src/endpoints/guilds/onboarding.js';
import { itCalls } from '../itCalls.js';

const brief = { maxWaitMs: 1_000 };
const why = { reason: 'be kind to newcomers' };

describe('the onboarding of a guild', () => {
  itCalls(guildOnboardingMethods, [
    ['onboarding', ['1', brief], 'GET /guilds/1/onboarding', brief],
    ['setOnboarding', ['1', { enabled: true }, why], 'PUT /guilds/1/onboarding', { ...why, body: { enabled: true } }],
    ['welcomeScreen', ['1', brief], 'GET /guilds/1/welcome-screen', brief],
    ['editWelcomeScreen', ['1', { enabled: false }, why], 'PATCH /guilds/1/welcome-screen', { ...why, body: { enabled: false } }],
    ['newMemberWelcome', ['1', brief], 'GET /guilds/1/new-member-welcome', brief],
  ]);
});
