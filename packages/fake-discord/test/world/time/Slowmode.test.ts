import { beforeEach, describe, expect, it } from '@jest/globals';
import { addRole, updateMember } from '../../../src/world/arrange.js';
import { Form } from '../../../src/world/forms/Form.js';
import { startThread } from '../../../src/world/guild/threads.js';
import { arrangeHome, outcome } from '../../arrangeHome.js';
import type { Home } from '../../arrangeHome.js';

let home: Home;

beforeEach(() => {
  home = arrangeHome();
  home.general.more = { rate_limit_per_user: 10 };
});

const say = (who: 'alice' | 'bob' | 'bot'): string => outcome(() => home.say(home[who], 'x'));

describe('a channel in slow mode', () => {
  it('lets each person write once in its interval', () => {
    expect(['alice', 'alice', 'bob'].map((who) => say(who as 'alice'))).toEqual(['done', '429 20016', 'done']);
    home.clock.advance(9_999);
    expect(say('alice')).toBe('429 20016');
    home.clock.advance(1);
    expect(say('alice')).toBe('done');
  });

  it('does not slow bots down, nor who may pass it', () => {
    const { id } = addRole(home.world, home.guild, { name: 'fast', permissions: ['BypassSlowmode'] });
    updateMember(home.world, home.guild, home.bob.id, { roles: [id] });
    expect([say('bot'), say('bot'), say('bob'), say('bob')]).toEqual(['done', 'done', 'done', 'done']);
  });

  it('lets each person begin one thread besides', () => {
    const begin = (name: string): string =>
      outcome(() =>
        startThread(home.world, home.messages, { reason: null, userId: home.alice.id }, home.general.id, new Form({ name, type: 11 })),
      );
    expect([say('alice'), begin('a'), begin('b')]).toEqual(['done', 'done', '429 20016']);
    home.clock.advance(10_000);
    expect(begin('b')).toBe('done');
  });

  it('counts what was said only while it is slow', () => {
    home.general.more = {};
    say('alice');
    home.general.more = { rate_limit_per_user: 10 };
    expect([say('alice'), say('alice')]).toEqual(['done', '429 20016']);
    home.general.more = {};
    expect(say('alice')).toBe('done');
  });
});
