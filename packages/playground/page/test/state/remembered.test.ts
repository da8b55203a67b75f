import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Playground } from '../../src/state/Playground.js';
import type { Hello, Push } from '../../src/state/protocol.js';
import { rememberColumns, rememberedColumns } from '../../src/state/remembered.js';
import { alice, aliceSeat, bob } from '../fixtures.js';

const stage = globalThis as unknown as Record<string, unknown>;

beforeEach(() => {
  const kept = new Map<string, string>();
  stage['sessionStorage'] = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  };
});

afterEach(() => {
  Reflect.deleteProperty(stage, 'sessionStorage');
});

/** What a page shows when it is greeted for the first time. */
function greeted(...people: readonly (typeof alice)[]): readonly unknown[] {
  const playground = new Playground(new URL('http://127.0.0.1:1/?token=t'));
  playground.connection.call = () => new Promise(() => undefined);
  const { onNews } = playground.connection as unknown as { readonly onNews: (news: readonly Push[]) => void };
  const clock = { isPaused: true, wallMs: 0 };
  const hello = { armed: {}, clock, people: people.map((user) => ({ guilds: [], id: user.id, user })), timeline: [], type: 'hello' };
  onNews([hello as unknown as Hello]);
  return playground.seats.value.map(({ id, place }) => [id, place.value.channelId]);
}

describe('the columns of a page', () => {
  it('are there again, with their channels, when it is loaded anew', () => {
    const seat = aliceSeat();
    rememberColumns(seat.playground.seats);
    seat.playground.seats.value = [seat];
    seat.place.value = { channelId: '21', guildId: '10' };
    expect(greeted(bob, alice)).toEqual([['100', '21']]);
  });

  it('are those of the first person when theirs are gone, or nothing is remembered', () => {
    expect(rememberedColumns()).toEqual([]);
    expect(greeted(bob, alice)).toEqual([['101', null]]);
    const seat = aliceSeat();
    rememberColumns(seat.playground.seats);
    seat.playground.seats.value = [seat];
    expect(greeted(bob)).toEqual([['101', null]]);
  });
});
