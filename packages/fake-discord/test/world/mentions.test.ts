import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../../src/world/mentions.js';
import type { MentionSource } from '../../src/world/mentions.js';

const NOBODY = { everyone: false, roleIds: [], userIds: [] };

function source(content: string, change: Partial<MentionSource> = {}): MentionSource {
  return { allowed: null, canMentionEveryone: false, content, isMentionable: () => false, repliedUserId: null, ...change };
}

function allowed(change: Partial<NonNullable<MentionSource['allowed']>>): Partial<MentionSource> {
  return { allowed: { parse: [], repliedUser: false, roles: [], users: [], ...change } };
}

describe('a message without allowed_mentions', () => {
  it('mentions each user once, in either spelling', () => {
    expect(mentionsOf(source('<@1> <@!2> <@1>')).userIds).toEqual(['1', '2']);
  });

  it('mentions nobody within code', () => {
    expect(mentionsOf(source('`<@1>` ```\n<@2> @everyone\n```', { canMentionEveryone: true }))).toEqual(NOBODY);
  });

  it('mentions @everyone and @here only for those who may', () => {
    const may = { canMentionEveryone: true };
    expect([source('@everyone'), source('@everyone', may), source('@here', may)].map((each) => mentionsOf(each).everyone)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('mentions a role that anybody may ping, and any role for those who may ping everyone', () => {
    const isMentionable = (id: string): boolean => id === '1';
    expect(mentionsOf(source('<@&1> <@&2>', { isMentionable })).roleIds).toEqual(['1']);
    expect(mentionsOf(source('<@&1> <@&2>', { isMentionable, canMentionEveryone: true })).roleIds).toEqual(['1', '2']);
  });

  it('mentions the author of the message that it answers', () => {
    expect(mentionsOf(source('<@1> hi', { repliedUserId: '7' })).userIds).toEqual(['1', '7']);
  });
});

describe('a message with allowed_mentions', () => {
  it('mentions nobody when nothing is allowed', () => {
    const everything = { canMentionEveryone: true, repliedUserId: '7', isMentionable: () => true };
    expect(mentionsOf(source('<@1> <@&2> @everyone', { ...everything, ...allowed({}) }))).toEqual(NOBODY);
  });

  it('mentions whole kinds by `parse`', () => {
    const parse = ['users', 'roles', 'everyone'];
    const found = mentionsOf(source('<@1> <@&2> @everyone', { canMentionEveryone: true, ...allowed({ parse }) }));
    expect(found).toEqual({ everyone: true, roleIds: ['2'], userIds: ['1'] });
  });

  it('mentions single users and roles by id, if they stand in the text', () => {
    const found = mentionsOf(source('<@1> <@2> <@&3>', { isMentionable: () => true, ...allowed({ users: ['2', '9'], roles: ['3'] }) }));
    expect(found).toEqual({ everyone: false, roleIds: ['3'], userIds: ['2'] });
  });

  it('mentions the answered author when it says so', () => {
    expect(mentionsOf(source('hi', { repliedUserId: '7', ...allowed({ repliedUser: true }) })).userIds).toEqual(['7']);
  });
});
