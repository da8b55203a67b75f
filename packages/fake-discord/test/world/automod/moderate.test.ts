import { beforeEach, describe, expect, it } from '@jest/globals';
import { addChannel, addRole, updateMember } from '../../../src/world/arrange.js';
import { Form } from '../../../src/world/forms/Form.js';
import { readDraft, readEdit } from '../../../src/world/forms/messageForm.js';
import { startPost, startThread } from '../../../src/world/guild/threads.js';
import { outcome } from '../../arrangeHome.js';
import { arrangeRules, cake } from './arrangeRule.js';
import type { RuledHome } from './arrangeRule.js';

let home: RuledHome;

beforeEach(() => {
  home = arrangeRules();
});

const says = (who: 'alice' | 'bob' | 'bot', text: string): string => outcome(() => home.say(home[who], text));

describe('a rule of automatic moderation', () => {
  it('blocks what a person says, and tells the bot', () => {
    home.makeRule(cake);
    expect([says('alice', 'No CAKE today'), home.general.messages.size]).toEqual(['400 200000', 0]);
    expect(home.executions()).toMatchObject([
      { user_id: home.alice.id, action: { type: 1 }, content: 'No CAKE today', matched_keyword: 'cake', matched_content: 'CAKE' },
    ]);
    expect(home.executions()[0]).not.toHaveProperty('message_id');
  });

  it('blocks what a message is changed to, which stays as it is', () => {
    home.makeRule(cake);
    const id = home.say(home.alice, 'tea');
    expect(outcome(() => home.messages.edit(home.alice.id, home.general.id, id, readEdit(new Form({ content: 'cake' }))))).toBe(
      '400 200000',
    );
    expect(home.general.messages.get(id)?.payload.content).toBe('tea');
  });

  it('blocks names of threads, and the messages that posts begin with', () => {
    home.makeRule(cake);
    const doer = { reason: null, userId: home.alice.id };
    const forum = addChannel(home.world, home.guild, { kind: 'forum', name: 'help' });
    const post = (name: string, content: string): string =>
      outcome(() =>
        startPost(home.world, home.messages, doer, forum, { draft: readDraft(new Form({ content })), form: new Form({ name }) }),
      );
    const thread = (name: string): string =>
      outcome(() => startThread(home.world, home.messages, doer, home.general.id, new Form({ name, type: 11 })));
    expect([thread('cake'), post('cake', 'x'), post('x', 'cake'), thread('tea'), post('tea', 'tea')]).toEqual([
      '400 200001',
      '400 200001',
      '400 200000',
      'done',
      'done',
    ]);
  });

  it('explains itself to who is blocked', () => {
    home.makeRule({ ...cake, actions: [{ type: 1, metadata: { custom_message: 'Think of your teeth.' } }] });
    expect(() => home.say(home.alice, 'cake')).toThrow('Think of your teeth.');
  });

  it.each([
    ['pancakes', 'done'],
    ['choco', '400 200000'],
    ['chocolate', 'done'],
    ['tea', 'done'],
  ])('takes "%s" for what it is', (text, expected) => {
    home.makeRule(cake);
    expect(says('alice', text)).toBe(expected);
  });

  it('lets bots and managers of the guild say it', () => {
    home.makeRule(cake);
    const { id } = addRole(home.world, home.guild, { name: 'manager', permissions: ['ManageGuild'] });
    updateMember(home.world, home.guild, home.bob.id, { roles: [id] });
    expect([says('bot', 'cake'), says('bob', 'cake')]).toEqual(['done', 'done']);
  });

  it('lets everybody say it while it is off', () => {
    home.makeRule({ ...cake, enabled: false });
    expect(says('alice', 'cake')).toBe('done');
  });

  it('lets exempt roles say it, and everybody in exempt channels and their threads', () => {
    const { id } = addRole(home.world, home.guild, { name: 'baker' });
    updateMember(home.world, home.guild, home.bob.id, { roles: [id] });
    home.makeRule({ ...cake, exempt_roles: [id] });
    expect([says('bob', 'cake'), says('alice', 'cake')]).toEqual(['done', '400 200000']);
    const other = arrangeRules();
    other.makeRule({ ...cake, exempt_channels: [other.general.id] });
    const doer = { reason: null, userId: other.alice.id };
    const thread = startThread(other.world, other.messages, doer, other.general.id, new Form({ name: 'x', type: 11 }));
    const draft = readDraft(new Form({ content: 'cake' }));
    expect(outcome(() => other.say(other.alice, 'cake'))).toBe('done');
    expect(outcome(() => other.messages.post(other.alice, thread.id, draft))).toBe('done');
    expect(outcome(() => other.messages.post(other.alice, other.alarms.id, draft))).toBe('400 200000');
  });
});
