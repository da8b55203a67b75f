import { describe, expect, it } from '@jest/globals';
import { camel } from '../../src/structures/camel.js';

describe('the names of an object of Discord’s', () => {
  it('come in camelCase, at every depth', () => {
    const wire = { by_n_weekday: [{ day: 1 }], max_age: null, count: 2, parts: { end_time: 'x', is_on: true } };
    expect(camel(wire)).toEqual({ byNWeekday: [{ day: 1 }], maxAge: null, count: 2, parts: { endTime: 'x', isOn: true } });
    expect(camel([{ a_b: 1 }])).toEqual([{ aB: 1 }]);
  });

  it('are left as they are in the payload', () => {
    const wire = Object.freeze({ max_age: 1 });
    expect([camel(wire).maxAge, wire.max_age]).toEqual([1, 1]);
  });

  it('keep what is no separator', () => {
    expect(camel({ $add: 1, _id: 2, 'en-US': 3 })).toEqual({ $add: 1, _id: 2, 'en-US': 3 });
  });
});
