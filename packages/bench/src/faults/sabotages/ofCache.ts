import type { Sabotage } from '../sabotage.js';

/** What the cache knows: section K. */
export const sabotagesOfCache: readonly Sabotage[] = [
  {
    id: 'K-01',
    name: 'an outage is taken for a farewell',
    file: 'packages/cache/src/reducers/guilds.ts',
    find: 'return markUnavailable(world, id, shardId);\n    const shelf',
    replace: 'void shardId;\n    const shelf',
  },
  {
    id: 'K-02',
    name: 'a guild that comes back is taken for a new one',
    file: 'packages/cache/src/reducers/guilds.ts',
    find: "return world.awaited.has(id) || world.refusedGuilds.has(id) ? 'available' : 'joined';",
    replace: "return world.refusedGuilds.has(id) ? 'available' : 'joined';",
  },
  {
    id: 'K-03',
    name: 'what waited for its parent is forgotten when that comes',
    file: 'packages/cache/src/tables/Parking.ts',
    find: '    this.parked -= lot.length;\n    return lot;',
    replace: '    this.parked -= lot.length;\n    return [];',
  },
  {
    id: 'K-04',
    name: 'what was deleted may come back at once',
    file: 'packages/cache/src/tables/Tombstones.ts',
    find: 'return this.untilMs.size > 0 &&',
    replace: 'return this.lifeMs < 0 &&',
  },
  {
    id: 'K-05',
    name: 'threads outlive their channel',
    file: 'packages/cache/src/reducers/channels.ts',
    find: "  for (const thread of shelf.all('threads')) if (thread.parent_id === id) world.take(shelf, 'threads', thread.id);\n",
    replace: '',
  },
  {
    id: 'K-06',
    name: 'a list of threads stands for all channels',
    file: 'packages/cache/src/reducers/threads.ts',
    find: "payload['channel_ids'] === undefined ? null :",
    replace: "payload['channel_ids'] !== undefined ? null :",
  },
  {
    id: 'K-07',
    name: 'what an update leaves out is lost',
    file: 'packages/cache/src/records/payload.ts',
    find: 'return { ...before, ...patch };',
    replace: 'return patch;',
  },
  {
    id: 'K-08',
    name: 'what comes twice is applied twice',
    file: 'packages/cache/src/EventApplier.ts',
    find: '?? Number.NEGATIVE_INFINITY)) return true;',
    replace: '?? Number.NEGATIVE_INFINITY)) return false;',
  },
  {
    id: 'K-09',
    name: 'guilds that READY does not name stay',
    file: 'packages/cache/src/reducers/sessions.ts',
    find: '    else if (belongsTo(shelf, shardId, total)) world.dropGuild(shelf);\n',
    replace: '',
  },
  {
    id: 'K-10',
    name: 'the first guild that lets go takes a user out',
    file: 'packages/cache/src/tables/Users.ts',
    find: 'if (count > 1) return undefined;',
    replace: 'if (count > 100) return undefined;',
  },
  {
    id: 'K-11',
    name: 'what was deleted is remembered for ever',
    file: 'packages/cache/src/tables/Tombstones.ts',
    find: 'this.untilMs.set(key, nowMs + this.lifeMs);\n    this.sweep(nowMs);',
    replace: 'this.untilMs.set(key, nowMs + this.lifeMs);',
  },
  {
    id: 'K-12',
    name: 'that a store is down is taken for an empty snapshot',
    file: 'packages/cache/src/snapshot/Restoration.ts',
    find: '      if (this.heading === null) throw cause;\n',
    replace: '',
  },
  {
    id: 'K-13',
    name: 'ids are compared as words',
    file: 'packages/cache/src/records/payload.ts',
    find: '  if (left.length !== right.length) return left.length - right.length;\n',
    replace: '',
  },
  {
    id: 'K-14',
    name: 'each guild of READY is looked for in a list',
    file: 'packages/cache/src/reducers/sessions.ts',
    find: 'for (const id of named) if (!world.guilds.has(id)) world.awaited.set(id, shardId);',
    replace:
      'const list = [...named];\n  for (const id of list) if (list.slice(0, 9_999).indexOf(id) < 9_999) world.awaited.set(id, shardId);',
  },
];
