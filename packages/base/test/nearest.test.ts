import { describe, expect, it } from '@jest/globals';
import { nearest } from '../src/nearest.js';

const NAMES = ['Guilds', 'GuildMembers', 'GuildMessages', 'MessageContent'];

describe('the nearest name', () => {
  it.each([
    ['GuildMesages', 'GuildMessages'],
    ['guildmessages', 'GuildMessages'],
    ['Guild', 'Guilds'],
    ['MessagesContent', 'MessageContent'],
    ['', undefined],
    ['Presences', undefined],
    ['GuildVoiceStates', undefined],
  ])('to %p is %p', (wanted, known) => {
    expect(nearest(wanted, NAMES)).toBe(known);
  });

  it('is the one with the fewest letters to insert, delete or replace', () => {
    expect(nearest('kitten', ['sitting', 'kit', 'mitten', 'kittens!!'])).toBe('mitten');
    expect(nearest('sunday', ['saturday'])).toBeUndefined();
    expect(nearest('saturdays', ['sunday', 'saturday'])).toBe('saturday');
    expect(nearest('abcdefghi', ['defghi'])).toBe('defghi');
    expect(nearest('abcdefgh', ['efgh'])).toBeUndefined();
  });

  it('is none among none', () => {
    expect(nearest('Guilds', [])).toBeUndefined();
  });
});
