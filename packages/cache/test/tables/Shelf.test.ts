import { describe, expect, it } from '@jest/globals';
import { packChannel } from '../../src/records/channel.js';
import { FieldPool } from '../../src/records/FieldPool.js';
import { packMember } from '../../src/records/member.js';
import { packRole } from '../../src/records/role.js';
import { BoundedTable } from '../../src/tables/BoundedTable.js';
import { MapTable } from '../../src/tables/MapTable.js';
import { Shelf } from '../../src/tables/Shelf.js';
import { resolveCachePolicy } from '../../src/CachePolicy.js';
import { channel, id, member, role, thread } from '../payloads.js';

const context = { pool: new FieldPool(), intern: (each: string): string => each };
const policy = resolveCachePolicy();
const copyOf = (text: string): string => text.split('').join('');

/** A guild with a role, a channel, a thread and a member. */
function shelf(): Shelf {
  const made = new Shelf(id(1), 3);
  const records = {
    roles: packRole(id(5), role(5), context),
    channels: packChannel(id(6), id(1), channel(6), context),
    threads: packChannel(id(7), id(1), thread(7), context),
    members: packMember(id(8), member(8), context),
  };
  made.add('roles', new BoundedTable(new MapTable())).put(id(5), records.roles, policy.roles, 0);
  made.add('channels', new BoundedTable(new MapTable())).put(id(6), records.channels, policy.channels, 0);
  made.add('threads', new BoundedTable(new MapTable())).put(id(7), records.threads, policy.threads, 0);
  made.add('members', new BoundedTable(new MapTable())).put(id(8), records.members, policy.members, 0);
  return made;
}

describe('the shelf of a guild', () => {
  it('has a table of a kind as soon as somebody adds one', () => {
    const empty = new Shelf(id(1), 3);
    expect([empty.table('roles'), empty.get('roles', id(5)), empty.all('roles')]).toEqual([undefined, undefined, []]);
    expect([shelf().get('roles', id(5))?.name, shelf().all('roles').length]).toEqual(['role5', 1]);
  });

  it('finds channels and threads by the same question', () => {
    expect([id(6), id(7), id(8)].map((each) => shelf().channel(each)?.name)).toEqual(['channel6', 'thread7', undefined]);
  });

  it('replaces ids of roles, channels and members by those that are kept, and leaves others', () => {
    const { intern } = shelf();
    expect([id(5), id(6), id(8), id(9)].map((each) => intern(copyOf(each)))).toEqual([id(5), id(6), id(8), id(9)]);
  });

  it('has tables of its channels, and forgets them on demand', () => {
    const made = shelf();
    made.addChannelTable('messages', id(6), new BoundedTable(new MapTable()));
    expect([made.channelIds('messages'), made.channelIds('threadMembers')]).toEqual([[id(6)], []]);
    made.dropChannelTable('messages', id(6));
    expect([made.channelTable('messages', id(6)), made.channelIds('messages')]).toEqual([undefined, []]);
  });

  it('lists a snapshot, so that what it is looped over may go', () => {
    const made = shelf();
    for (const { id: each } of made.all('roles')) made.table('roles')?.take(each);
    expect(made.all('roles')).toEqual([]);
  });
});
