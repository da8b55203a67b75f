import { expect, it } from '@jest/globals';
import type { Requester } from '../../src/RestRequest.js';
import { RecordingRequester, type RecordedCall } from './RecordingRequester.js';

/** One call of one method: its name, its arguments, and the call that must come of them. */
export type CallRow<Endpoints> = {
  [Name in keyof Endpoints & string]: Endpoints[Name] extends (...args: infer Args) => PromiseLike<unknown>
    ? readonly [name: Name, args: Readonly<Args>, ...RecordedCall]
    : never;
}[keyof Endpoints & string];

type Invoke = (...args: readonly unknown[]) => PromiseLike<unknown>;

/**
 * The facts about every group of endpoints: each row's call leads to its route with what was given, each method has a row, and whatever is no id is
 * refused by a rejection, before anything is sent.
 */
export function itCalls<Endpoints extends object>(make: (rest: Requester) => Endpoints, rows: readonly CallRow<Endpoints>[]): void {
  const begin = (name: string): { readonly rest: RecordingRequester; readonly invoke: Invoke } => {
    const rest = new RecordingRequester();
    return { rest, invoke: Reflect.get(make(rest), name) as Invoke };
  };
  const named = rows.map(([name, args, call, options]) => ({ name, args, call, options }));
  const withIds = named.flatMap(({ name, args }) =>
    args.flatMap((arg, index) => (isId(arg) ? [{ name, args, index, bad: args.with(index, `${arg}/../../users/@me`) }] : [])),
  );

  it('has each of its methods tested', () => {
    expect([...new Set(named.map(({ name }) => name))].sort()).toEqual(Object.keys(make(new RecordingRequester())).sort());
  });

  it.each(named)('$name sends $call', async ({ name, args, call, options }) => {
    const { rest, invoke } = begin(name);
    await invoke(...args);
    expect(rest.calls).toEqual([options === undefined ? [call] : [call, options]]);
  });

  if (withIds.length === 0) return;
  it.each(withIds)('$name refuses a path as its argument $index, and sends nothing', async ({ name, bad }) => {
    const { rest, invoke } = begin(name);
    const refused = invoke(...bad);
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });
}

function isId(arg: unknown): arg is string {
  return typeof arg === 'string' && /^\d+$/.test(arg);
}
