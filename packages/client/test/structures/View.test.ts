import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { View } from '../../src/structures/View.js';
import type { Views } from '../../src/structures/Views.js';

class Thing extends View<{ readonly name: string }> {}
const views = { secret: 'hidden' } as unknown as Views;

describe('a view', () => {
  it('builds its payload when it is asked for it, and once', () => {
    let builds = 0;
    const thing = new Thing(() => ({ name: `build ${String((builds += 1))}` }), views);
    expect(builds).toBe(0);
    expect([thing.data.name, thing.data.name]).toEqual(['build 1', 'build 1']);
  });

  it('is printed and written as its payload, and nothing of the client', () => {
    const thing = new Thing({ name: 'lamp' }, views);
    expect(inspect(thing, { showHidden: true })).toBe("Thing { name: 'lamp' }");
    expect(inspect({ a: { b: thing } }, { depth: 0 })).toBe('{ a: [Object] }');
    expect(JSON.stringify(thing)).toBe('{"name":"lamp"}');
  });

  it('is printed and written without what could speak in its name', () => {
    const secret = { name: 'hook', token: 'abc', url: 'https://discord.com/api/webhooks/1/abc' };
    const thing = new Thing(secret, views);
    expect(`${inspect(thing)} ${JSON.stringify({ thing })}`).not.toContain('abc');
    expect([thing.data, JSON.parse(JSON.stringify(thing))]).toEqual([secret, { name: 'hook', token: '[hidden]', url: '[hidden]' }]);
  });

  it('is only named where the print is deep enough', () => {
    expect(inspect([[new Thing({ name: 'lamp' }, views)]], { depth: 1 })).toContain('[Thing]');
  });
});
