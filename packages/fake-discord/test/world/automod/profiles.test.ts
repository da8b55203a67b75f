import { beforeEach, describe, expect, it } from '@jest/globals';
import { addMember, findOrAddUser, updateMember } from '../../../src/world/arrange.js';
import { memberPayload } from '../../../src/world/payloads.js';
import { outcome } from '../../arrangeHome.js';
import { arrangeRules } from './arrangeRule.js';
import type { RuledHome } from './arrangeRule.js';

let home: RuledHome;

beforeEach(() => {
  home = arrangeRules();
  home.makeRule({ trigger_type: 6, event_type: 2, trigger_metadata: { keyword_filter: ['*troll*'] }, actions: [{ type: 4 }] });
});

const rename = (nick: string | null): void => void updateMember(home.world, home.guild, home.alice.id, { nick });
const flags = (userId: string): number => memberPayload(home.world.member(home.guild, userId)).flags;

describe('a member whose name is blocked', () => {
  it('can do nothing until it is changed', () => {
    rename('Trollalice');
    expect([flags(home.alice.id), outcome(() => home.say(home.alice, 'x'))]).toEqual([128, '403 50013']);
    expect(home.executions()).toMatchObject([{ action: { type: 4 }, content: 'Trollalice', matched_keyword: '*troll*' }]);
    expect(home.executions()[0]).not.toHaveProperty('channel_id');
    rename(null);
    expect([flags(home.alice.id), outcome(() => home.say(home.alice, 'x'))]).toEqual([0, 'done']);
  });

  it('is found as they come', () => {
    const { user } = addMember(home.world, home.guild, findOrAddUser(home.world, 'trolley'));
    expect([flags(user.id), home.executions().length]).toEqual([128, 1]);
  });

  it('is told of once', () => {
    rename('troll');
    rename('trolls');
    expect(home.executions()).toHaveLength(1);
  });

  it('may have a name that nobody minds', () => {
    rename('Alice');
    expect([flags(home.alice.id), home.executions()]).toEqual([0, []]);
  });
});
