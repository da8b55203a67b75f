import { describe, expect, it } from '@jest/globals';
import { requireName, requireOneOf } from '../../src/world/arguments.js';

describe('one of a few', () => {
  it('is accepted', () => {
    expect(() => {
      requireOneOf('A status', 'idle', ['idle', 'dnd']);
    }).not.toThrow();
  });

  it.each([
    ['idel', 'A status is "idel". Did you mean idle? There are idle, dnd.'],
    ['sleeping', 'A status is "sleeping". There are idle, dnd.'],
    [undefined, 'A status is undefined. There are idle, dnd.'],
  ])('is not %p', (value, message) => {
    expect(() => {
      requireOneOf('A status', value, ['idle', 'dnd']);
    }).toThrow(message);
  });
});

describe('a name', () => {
  it.each(['', ' ', undefined, 5])('is not %j', (name) => {
    expect(() => {
      requireName('a guild', name);
    }).toThrow(/The name of a guild is .* Give a text/);
  });
});
