import { describe, expect, it } from '@jest/globals';
import { canSetOverwrite, type OverwriteQuestion } from '../../src/queries/index.js';
import { channel, forEveryone, forMember, guild, member, NOW_MS, OWNER, question, thread } from './scene.js';

/** What a member with MANAGE_ROLES and SEND_MESSAGES in the guild would set. */
function setting(more: Partial<OverwriteQuestion> = {}): OverwriteQuestion {
  const facts = guild(['VIEW_CHANNEL', 'MANAGE_ROLES', 'SEND_MESSAGES']);
  return { ...question({ guild: facts }), allow: [], category: null, deny: [], ...more };
}

describe('who sets an overwrite', () => {
  it('can set the bits he has, allowed or denied, and no others', () => {
    expect(canSetOverwrite(setting({ allow: 'SEND_MESSAGES', deny: 'VIEW_CHANNEL' }))).toBe(true);
    expect(canSetOverwrite(setting({ allow: 'ATTACH_FILES' }))).toBe(false);
    expect(canSetOverwrite(setting({ deny: 'ATTACH_FILES' }))).toBe(false);
  });

  it('can delete one with MANAGE_ROLES alone, and nothing without', () => {
    expect(canSetOverwrite(setting())).toBe(true);
    expect(canSetOverwrite(setting({ guild: guild(['VIEW_CHANNEL', 'SEND_MESSAGES']) }))).toBe(false);
    expect(canSetOverwrite(setting({ channel: channel('text', forEveryone({ deny: ['MANAGE_ROLES'] })) }))).toBe(false);
    expect(canSetOverwrite(setting({ member: member('2', [], NOW_MS + 1) }))).toBe(false);
  });

  it('can set what he has in the category of the channel, too', () => {
    const category = channel('category', forMember({ allow: ['ATTACH_FILES'] }));
    expect(canSetOverwrite(setting({ allow: 'ATTACH_FILES', category }))).toBe(true);
    expect(canSetOverwrite(setting({ allow: 'EMBED_LINKS', category }))).toBe(false);
  });

  it('cannot hand MANAGE_ROLES on, though he has it', () => {
    expect(canSetOverwrite(setting({ allow: 'MANAGE_ROLES' }))).toBe(false);
    expect(canSetOverwrite(setting({ allow: 'MANAGE_ROLES', category: channel('category', forMember({ allow: ['MANAGE_ROLES'] })) }))).toBe(
      false,
    );
  });

  it('can set everything where the channel itself gives him MANAGE_ROLES', () => {
    const entrusted = channel('text', forMember({ allow: ['MANAGE_ROLES'] }));
    expect(canSetOverwrite(setting({ channel: entrusted, allow: ['MANAGE_ROLES', 'ATTACH_FILES'] }))).toBe(true);
  });

  it('can set everything as owner or administrator', () => {
    expect(canSetOverwrite(setting({ member: member(OWNER), allow: 'MANAGE_ROLES' }))).toBe(true);
    expect(canSetOverwrite(setting({ guild: guild(['ADMINISTRATOR']), allow: 'MANAGE_ROLES' }))).toBe(true);
  });

  it('cannot in a thread, which has none', () => {
    expect(canSetOverwrite(setting({ channel: thread('publicThread', channel()), member: member(OWNER) }))).toBe(false);
  });
});
