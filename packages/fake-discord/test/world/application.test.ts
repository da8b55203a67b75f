import { describe, expect, it } from '@jest/globals';
import { makeApplication, makeToken } from '../../src/world/application.js';
import { makeUser } from '../../src/world/users.js';

const bot = makeUser({ id: '198622483471925248', name: 'robot', isBot: true });

describe('an application', () => {
  it('shows by flags which privileged intents are on', () => {
    const flags = (...intents: Parameters<typeof makeApplication>[1][number][]) => makeApplication(bot, intents, () => 0).flags;
    expect([flags(), flags('GuildPresences'), flags('GuildMembers'), flags('MessageContent')]).toEqual([0, 1 << 13, 1 << 15, 1 << 19]);
  });

  it('shares its id with its bot, and says its flags a second time as text', () => {
    expect(makeApplication(bot, ['GuildMembers'], () => 0)).toMatchObject({
      id: bot.id,
      bot,
      flags_new: '32768',
      verify_key: '0'.repeat(64),
    });
  });
});

describe('a token', () => {
  it('begins with the id, tells when it was made, and has the shape that tokens have', () => {
    const token = makeToken(bot.id, Date.UTC(2026, 0, 1), () => 0.999);
    expect(token).toMatch(/^MTk4NjIyNDgzNDcxOTI1MjQ4\.[\w-]{6}\.[\w-]{38}$/);
    expect(Buffer.from(token.split('.')[1] ?? '', 'base64url').readUInt32BE()).toBe(Date.UTC(2026, 0, 1) / 1000);
  });
});
