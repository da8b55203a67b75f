import { describe, expect, it } from '@jest/globals';
import { collectChanges, type Change, type ChangeEvents, type ChangeOptions } from '../../src/collectors/changes.js';
import { hubWorld } from './hubWorld.js';

const events: ChangeEvents = {
  added: 'messageReactionAdd',
  types: { messageReactionAdd: 'added', messageReactionRemove: 'removed', messageReactionRemoveAll: 'cleared' },
  ofAll: ['messageReactionRemoveAll'],
};
const target = { messageId: '10', channelId: '20', guildId: '30' };
const place = { message_id: '10', channel_id: '20', guild_id: '30' };
const byUser = { ...place, user_id: '40' };

type AnyChange = Change<string, { readonly data: object }>;

function collecting(options: ChangeOptions<AnyChange> | object) {
  const world = hubWorld();
  const collector = collectChanges<AnyChange>(world.hub, 'collectReactions', events, target, options);
  world.tell('messageReactionAdd', byUser);
  world.tell('messageReactionRemove', byUser);
  world.tell('messageReactionAdd', { ...byUser, user_id: '41' });
  world.tell('messageReactionRemoveAll', place);
  world.tell('messageReactionRemoveAll', { ...place, message_id: '11' });
  return { ...world, collector, types: () => collector.collected.map(({ type }) => type) };
}

describe('collecting what is added to a message', () => {
  it('collects nothing else, and each as handlers get it', () => {
    expect(collecting({}).collector.collected).toEqual([{ data: byUser }, { data: { ...byUser, user_id: '41' } }]);
    expect(collecting({ removals: false, userId: '40' }).collector.collected).toEqual([{ data: byUser }]);
  });

  it('collects what is taken back too, each marked', () => {
    const { collector, types } = collecting({ removals: true });
    expect(types()).toEqual(['added', 'removed', 'added', 'cleared']);
    expect(collector.collected[1]).toEqual({ type: 'removed', event: { data: byUser } });
  });

  it('hears for one user also what clears everybody’s', () => {
    expect(collecting({ removals: true, userId: '40' }).types()).toEqual(['added', 'removed', 'cleared']);
  });

  it('asks the filter about the marked change', () => {
    expect(collecting({ removals: true, filter: ({ type }: AnyChange) => type !== 'added' }).types()).toEqual(['removed', 'cleared']);
  });

  it('hears several events and is one collector, which leaves nothing behind', () => {
    const { collector, hub, isEmpty, listened } = collecting({ removals: true });
    expect([hub.size, listened]).toEqual([1, Object.keys(events.types)]);
    collector.stop();
    expect(isEmpty()).toBe(true);
  });
});
