import { describe, expect, it } from '@jest/globals';
import { arrangeHome } from '../arrangeHome.js';

describe('the agreements of people', () => {
  it('are found by their tokens, each of which is another', () => {
    const { alice, bob, grants } = arrangeHome();
    const [first, second] = [grants.authorize(alice.id, ['identify']), grants.authorize(bob.id, ['guilds.join'])];
    expect(first.token).not.toBe(second.token);
    expect(grants.find(first.token)).toMatchObject({ userId: alice.id, scopes: ['identify'] });
    expect(grants.find('another')).toBeUndefined();
  });

  it('work for a week', () => {
    const { alice, clock, grants } = arrangeHome();
    const { token } = grants.authorize(alice.id, ['identify']);
    clock.advance(7 * 86_400_000 - 1);
    expect(grants.find(token)).toBeDefined();
    clock.advance(1);
    expect(grants.find(token)).toBeUndefined();
  });
});

describe('the accounts that people have elsewhere', () => {
  it('are theirs alone', () => {
    const { alice, bob, grants } = arrangeHome();
    grants.connect(alice.id, { type: 'github' as never, name: 'alice-codes' });
    expect(grants.connectionsOf(alice.id)).toMatchObject([{ type: 'github', name: 'alice-codes', verified: true }]);
    expect(grants.connectionsOf(bob.id)).toEqual([]);
  });
});
