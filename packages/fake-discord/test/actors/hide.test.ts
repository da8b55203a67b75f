import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { hide } from '../../src/actors/hide.js';
import { Interaction, Modal } from '../../src/actors/Interaction.js';
import { User } from '../../src/actors/User.js';
import type { InteractionRecord } from '../../src/world/interactions/InteractionRecord.js';
import { makeStage } from '../makeStage.js';
import { arrangePeople } from './arrangePeople.js';
import type { People } from './arrangePeople.js';

let people: People;

beforeEach(async () => {
  people = arrangePeople();
  for (let count = 0; count < 50; count += 1) await people.alice.send(people.general, 'x'.repeat(100));
});

const ACTORS: readonly (readonly [string, (people: People) => object | undefined])[] = [
  ['a person', ({ alice }) => alice],
  ['a guild', ({ guild }) => guild],
  ['a channel', ({ general }) => general],
  ['a message', ({ general }) => general.lastMessage],
  ['a moderator', ({ boss, guild }) => boss.moderate(guild)],
  ['an interaction', ({ home }) => new Interaction(home.world, { id: '1' } as InteractionRecord)],
  [
    'a modal',
    ({ home }) => new Modal(new Interaction(home.world, { id: '1' } as InteractionRecord), { components: [], custom_id: 'm', title: 'M' }),
  ],
];

function complaint(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  return 'x'.repeat(10_000);
}

describe('what is printed of an actor', () => {
  it.each(ACTORS)('is not the world behind %s', (_, actorOf) => {
    const actor = actorOf(people);
    expect([inspect(actor, { depth: 9 }).length < 1_000, JSON.stringify(actor).length < 1_000]).toEqual([true, true]);
  });

  it('is of a message what it says', () => {
    const message = people.general.lastMessage;
    expect(JSON.parse(JSON.stringify(message))).toMatchObject({ content: 'x'.repeat(100), author: { username: 'alice' } });
    expect(people.alice).not.toEqual(people.bob);
  });
});

describe('a failing assertion on an actor of a large guild', () => {
  it.each(ACTORS.slice(0, 4))('says little and soon about %s', (_, actorOf) => {
    for (let count = 0; count < 2_000; count += 1) people.guild.addMember(`member ${count}`);
    const actor = actorOf(people);
    const startedAt = performance.now();
    const message = complaint(() => {
      expect(actor).toEqual({});
    });
    expect([message.length < 10_000, performance.now() - startedAt < 3_000]).toEqual([true, true]);
  });

  it('is about whom it is of', () => {
    const same = new User(makeStage(people.home), people.alice.data);
    expect([same, people.bob]).toEqual([people.alice, expect.not.objectContaining({ id: people.alice.id })]);
  });
});

describe('a hidden field', () => {
  it('is there all the same', () => {
    const actor = { id: '1', world: 'large' };
    hide(actor, 'world');
    actor.world = 'larger';
    expect([Object.keys(actor), actor.world]).toEqual([['id'], 'larger']);
  });
});
