import { describe, expect, it } from '@jest/globals';
import { resolveCachePolicy } from '../../src/CachePolicy.js';
import { packMember } from '../../src/records/member.js';
import { authorOf, meetAuthor } from '../../src/reducers/authors.js';
import { packedTables } from '../../src/tables/packedTables.js';
import { Shelf } from '../../src/tables/Shelf.js';
import { World } from '../../src/tables/World.js';
import { GUILD, id, member, message, user, type Json } from '../payloads.js';

/** A world in which user 901 is a member of a guild. */
function home(): { readonly world: World; readonly shelf: Shelf } {
  const world = new World(resolveCachePolicy(), packedTables);
  const shelf = new Shelf(GUILD, 0);
  world.hold(id(901), user(901));
  world.put(shelf, 'members', id(901), packMember(id(901), partial(), { pool: world.pool, intern: shelf.intern }));
  return { world, shelf };
}

function partial(fields: Json = {}): Json {
  const { user: _user, ...rest } = member(901, fields);
  return rest;
}

describe('who wrote a message', () => {
  it('is the user and the member that are kept, when the message says the same', () => {
    const { world, shelf } = home();
    const author = meetAuthor(world, shelf, message(300, { member: partial() }));
    expect(author.user).toBe(world.users.get(id(901)));
    expect(author.member).toBe(shelf.get('members', id(901)));
    expect(author.change).toBeUndefined();
  });

  it('is kept as the message says, when that is news', () => {
    const { world, shelf } = home();
    const renamed = user(901, { username: 'renamed' });
    const { change } = meetAuthor(world, shelf, message(300, { author: renamed, member: partial({ nick: 'Nick' }) }));
    expect([change?.before?.username, change?.after.username]).toEqual(['user901', 'renamed']);
    expect([world.users.get(id(901))?.username, shelf.get('members', id(901))?.nick]).toEqual(['renamed', 'Nick']);
  });

  it('is no more than the message says, when more is known', () => {
    const { world, shelf } = home();
    const { id: userId, username } = user(901);
    expect(meetAuthor(world, shelf, message(300, { author: { id: userId, username } })).user).toMatchObject({
      username,
      global_name: undefined,
      shared: {},
    });
    expect(world.users.get(id(901))?.global_name).toBeNull();
  });

  it('is nobody whom the cache learns, when it is a webhook or a stranger', () => {
    const { world, shelf } = home();
    const hook = { id: id(901), username: 'Captain Hook' };
    expect(meetAuthor(world, shelf, message(300, { webhook_id: id(901), author: hook })).user?.username).toBe('Captain Hook');
    expect(meetAuthor(world, shelf, message(301, { author: user(950) })).user?.username).toBe('user950');
    expect([world.users.get(id(901))?.username, world.users.get(id(950))]).toEqual(['user901', undefined]);
  });

  it('stays who it was in an edit that does not say', () => {
    const { world, shelf } = home();
    const before = { author: world.users.get(id(901)), member: undefined } as Parameters<typeof authorOf>[3];
    expect(authorOf(world, shelf, { content: 'edited' }, before).user?.username).toBe('user901');
    expect(meetAuthor(world, shelf, { author: null, member: 5 }, before)).toEqual({
      user: undefined,
      member: undefined,
      change: undefined,
    });
  });
});
