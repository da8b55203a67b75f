import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { openDirectChannel } from '../../src/world/arrange.js';
import { arrangeHome, outcome } from '../arrangeHome.js';
import { makeWorld } from '../makeWorld.js';

describe('a new world', () => {
  it('has a bot and nothing else', () => {
    const world = makeWorld();
    expect([[...world.users.values()], world.guilds.size, world.channels.size]).toEqual([[world.bot], 0, 0]);
  });

  it('tells the time of its clock', () => {
    const clock = new ManualClock({ wallMs: 0 });
    const world = makeWorld(clock);
    clock.jumpWall(1_234);
    expect(world.nowIso()).toBe('1970-01-01T00:00:01.234000+00:00');
  });
});

describe('what is not in the world', () => {
  it('is unknown by its kind', () => {
    const { guild, world } = arrangeHome();
    expect([() => world.guild('1'), () => world.channel('1'), () => world.member(guild, '1')].map(outcome)).toEqual([
      '404 10004',
      '404 10003',
      '404 10007',
    ]);
  });
});

describe('a listener of the world', () => {
  it('hears of everything until it has enough, also when it ends while it listens', () => {
    const world = makeWorld();
    const heard: string[] = [];
    const stop = world.subscribe(({ t }) => {
      heard.push(t);
      if (heard.length === 2) stop();
    });
    for (const t of ['A', 'B', 'C']) world.publish({ t, d: {}, guildId: null });
    expect(heard).toEqual(['A', 'B']);
  });
});

describe('what happens in a direct channel', () => {
  it('is published for no guild, and nobody has permission bits there', () => {
    const { alice, events, world } = arrangeHome();
    const channel = openDirectChannel(world, alice);
    world.publishInChannel(channel, 'X', {});
    expect([events, world.permissionsIn(channel, alice.id)]).toEqual([[{ t: 'X', d: {}, guildId: null }], 0n]);
  });
});
