import { describe, expect, it } from '@jest/globals';
import { answerTo } from '../src/ping-bot/answers.js';

const highest = (): number => 0.999;

describe('the example bot', () => {
  it('answers !ping with Pong!', () => {
    expect(answerTo('!ping', highest)).toBe('Pong!');
  });

  it('says nothing to a message that is no command', () => {
    expect(answerTo('hello !ping', highest)).toBeNull();
  });

  it('echoes several lines without the spaces around them', () => {
    expect(answerTo('!echo  one\ntwo ', highest)).toBe('one\ntwo');
  });

  it('never answers !echo with an empty message, which Discord would refuse', () => {
    expect(answerTo('!echo   ', highest)).toContain('!echo hello');
  });

  it('rolls from 1 to the number of sides', () => {
    expect(answerTo('!roll 20', () => 0)).toBe('You rolled 1 of 20.');
    expect(answerTo('!roll 20', highest)).toBe('You rolled 20 of 20.');
  });

  it.each(['1', '1001', '2.5', 'many'])('refuses a die with %s sides', (sides) => {
    expect(answerTo(`!roll ${sides}`, highest)).toContain('2 to 1000');
  });

  it('lists every command in !help and points to it from an unknown one', () => {
    expect(answerTo('!help', highest)).toMatch(/!ping.*!echo.*!roll.*!help/s);
    expect(answerTo('!pong', highest)).toBe('I do not know !pong. Try !help.');
  });
});
