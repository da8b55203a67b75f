import { describe, expect, it } from '@jest/globals';
import { Places } from '../../src/handlers/Places.js';

const one = (key: string | null, name: string) => ({ key, name });
const [a1, a2, a3, b1] = [one('a', 'a1'), one('a', 'a2'), one('a', 'a3'), one('b', 'b1')] as const;

describe('the line for places', () => {
  it('has one for each place, and the others behind it', () => {
    const places = new Places<typeof a1>();
    [a1, a2, b1].forEach((value) => {
      places.add(value);
    });
    expect(places.first).toBe(a1);
    places.shift();
    expect(places.first).toBe(b1);
    places.shift();
    expect(places.first).toBeUndefined();
    places.leave(a1);
    expect(places.first).toBe(a2);
  });

  it('is passed by nobody: a place is taken at once only while nobody stands in line, and nobody holds it', () => {
    const places = new Places<typeof a1>();
    expect([places.take(a1), places.take(a2), places.take(b1)]).toEqual([true, false, true]);
    places.leave(b1);
    places.add(a2);
    places.add(one('c', 'c1'));
    expect([places.take(b1), places.take(one(null, 'x'))]).toEqual([false, false]);
  });

  it('hands the place on when the one in line is taken out, and not when another is', () => {
    const places = new Places<typeof a1>();
    [a1, a2, a3].forEach((value) => {
      places.add(value);
    });
    places.remove(a2);
    expect(places.first).toBe(a1);
    places.remove(a1);
    expect(places.first).toBe(a3);
    places.remove(a1);
    expect(places.first).toBe(a3);
    places.remove(a3);
    expect([places.first, places.take(a1)]).toEqual([undefined, true]);
  });

  it('takes those who need no place in their order', () => {
    const places = new Places<ReturnType<typeof one>>();
    const [x, y] = [one(null, 'x'), one(null, 'y')];
    expect(places.take(x)).toBe(true);
    places.leave(x);
    places.add(x);
    places.add(y);
    places.shift();
    expect(places.first).toBe(y);
    places.shift();
    places.shift();
    expect(places.first).toBeUndefined();
  });
});
