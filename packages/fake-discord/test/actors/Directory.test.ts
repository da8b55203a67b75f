import { beforeEach, describe, expect, it } from '@jest/globals';
import { Directory } from '../../src/actors/Directory.js';
import { RefusedError } from '../../src/errors.js';
import { makeStage } from '../makeStage.js';
import { arrangeInteractions } from '../world/interactions/arrangeInteractions.js';
import type { InteractionHome } from '../world/interactions/arrangeInteractions.js';

let home: InteractionHome;
let directory: Directory;

beforeEach(() => {
  home = arrangeInteractions({ name: 'roll' });
  directory = new Directory(makeStage(home));
});

describe('the directory of a fake Discord', () => {
  it('finds people, guilds, channels, messages and interactions by their ids', () => {
    const messageId = home.say(home.alice, 'hello');
    const { id: interactionId } = home.slash('roll');
    expect(directory.user(home.alice.id).username).toBe('alice');
    expect(directory.guild(home.guild.id).name).toBe('Home');
    expect(directory.channel(home.general.id).name).toBe('#general');
    expect(directory.message(home.general.id, messageId).content).toBe('hello');
    expect(directory.interaction(interactionId).isAnswered).toBe(false);
  });

  it('lists people, and no bots', () => {
    const names = directory.people.map(({ username }) => username);
    expect(names).toEqual(expect.arrayContaining(['alice', 'bob']));
    expect(names).not.toContain(home.bot.username);
  });

  it.each([
    ['user', () => directory.user('1'), 10013],
    ['guild', () => directory.guild('1'), 10004],
    ['channel', () => directory.channel('1'), 10003],
    ['message', () => directory.message(home.general.id, '1'), 10008],
    ['interaction', () => directory.interaction('1'), 10062],
  ])('says as Discord does that it knows no such %s', (_, look, code) => {
    expect(look).toThrow(RefusedError);
    expect(look).toThrow(String(code));
  });
});
