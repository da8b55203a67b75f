import { describe, expect, it } from '@jest/globals';
import { RefusalMemory, type RememberedCall } from '../../src/call/RefusalMemory.js';
import { DiscordApiError } from '../../src/errors.js';
import { limitRouteOf } from '../../src/ratelimit/limitRouteOf.js';

const INTERACTION_TOKEN = 'aW50ZXJhY3Rpb246MTIz';
const callOf = (method: string, barePath: string): RememberedCall => ({ method, barePath, route: limitRouteOf(method, barePath) });
const errorOf = (status: number, discordCode: number) =>
  new DiscordApiError('DISCORD_REFUSED', { status, discordCode, errors: [], method: 'GET', path: '/', what: 'No.', cure: 'None.' });

describe('R-21 the memory of a webhook that is gone', () => {
  it('lasts, for every call with its token', () => {
    const memory = new RefusalMemory();
    memory.remember(callOf('POST', '/webhooks/1/token'), errorOf(404, 10_015), 0);
    expect(memory.recall(callOf('PATCH', '/webhooks/1/token/messages/2'), 1e9)).toMatchObject({ status: 404 });
    expect(memory.recall(callOf('POST', '/webhooks/1/other'), 0)).toBeNull();
    expect(memory.recall(callOf('POST', '/webhooks/2/token'), 0)).toBeNull();
  });

  it('R-20: holds a bad token of its own, of interactions too', () => {
    const memory = new RefusalMemory();
    memory.remember(callOf('POST', `/webhooks/1/${INTERACTION_TOKEN}`), errorOf(401, 50_027), 0);
    expect(memory.recall(callOf('POST', `/webhooks/1/${INTERACTION_TOKEN}`), 0)).toMatchObject({ status: 401 });
    expect(memory.recall(callOf('POST', '/webhooks/1/good'), 0)).toBeNull();
  });

  it('does not hold an interaction that Discord does not know yet', () => {
    const memory = new RefusalMemory();
    memory.remember(callOf('POST', `/webhooks/1/${INTERACTION_TOKEN}`), errorOf(404, 10_015), 0);
    expect(memory.recall(callOf('POST', `/webhooks/1/${INTERACTION_TOKEN}`), 0)).toBeNull();
  });

  it.each([
    ['a message that is gone', '/webhooks/1/token/messages/2', 404, 10_008],
    ['a channel that is gone', '/channels/1', 404, 10_015],
    ['the bot’s own 401', '/users/@me', 401, 0],
  ])('does not hold %s', (_, path, status, code) => {
    const memory = new RefusalMemory();
    memory.remember(callOf('GET', path), errorOf(status, code), 0);
    expect(memory.recall(callOf('GET', path), 0)).toBeNull();
  });
});

describe('R-21 the memory of what is forbidden', () => {
  const call = callOf('POST', '/channels/1/messages');

  it('lets two requests a minute through', () => {
    const memory = new RefusalMemory();
    const sent: number[] = [];
    for (let nowMs = 0; nowMs < 180_000; nowMs += 1_000) {
      if (memory.recall(call, nowMs) !== null) continue;
      sent.push(nowMs);
      memory.remember(call, errorOf(403, 50_013), nowMs);
    }
    expect(sent).toEqual([0, 1_000, 60_000, 61_000, 120_000, 121_000]);
  });

  it('is about this method and channel only', () => {
    const memory = new RefusalMemory();
    for (const nowMs of [0, 1]) memory.remember(call, errorOf(403, 50_013), nowMs);
    expect(memory.recall(call, 2)).toMatchObject({ discordCode: 50_013 });
    for (const other of [callOf('GET', call.barePath), callOf('POST', '/channels/2/messages')]) expect(memory.recall(other, 2)).toBeNull();
  });

  it('holds a whole route of a channel to which the access is missing', () => {
    const memory = new RefusalMemory();
    for (const id of ['7', '8']) memory.remember(callOf('DELETE', `/channels/1/messages/${id}`), errorOf(403, 50_001), 0);
    expect(memory.recall(callOf('DELETE', '/channels/1/messages/9'), 1)).toMatchObject({ discordCode: 50_001 });
    expect(memory.recall(callOf('DELETE', '/channels/2/messages/9'), 1)).toBeNull();
    expect(memory.recall(callOf('GET', '/channels/1/messages/9'), 1)).toBeNull();
  });

  it('stops a purge of a channel after five refusals, unless one of it passes', () => {
    const memory = new RefusalMemory();
    const purge = (from: number): number => {
      let sent = 0;
      for (let id = from; id < from + 20; id += 1) {
        const each = callOf('DELETE', `/channels/1/messages/${String(id)}`);
        if (memory.recall(each, id) !== null) continue;
        sent += 1;
        memory.remember(each, errorOf(403, 50_013), id);
      }
      return sent;
    };
    expect([purge(0), purge(100)]).toEqual([5, 0]);
    memory.passed(callOf('DELETE', '/channels/1/messages/500'));
    expect(purge(200)).toBe(5);
  });

  it('lets one member be kicked although another may not be', () => {
    const memory = new RefusalMemory();
    for (let id = 0; id < 10; id += 1) memory.remember(callOf('DELETE', `/guilds/1/members/${String(id)}`), errorOf(403, 50_013), id);
    expect(memory.recall(callOf('DELETE', '/guilds/1/members/77'), 20)).toBeNull();
  });

  it('does not hold other kinds of 403', () => {
    const memory = new RefusalMemory();
    for (const nowMs of [0, 1]) memory.remember(call, errorOf(403, 20_001), nowMs);
    expect(memory.recall(call, 2)).toBeNull();
  });

  it.each([
    [undefined, true],
    ['1', true],
    ['11', false],
  ])('is forgotten by forget(%p): %p', (id, isForgotten) => {
    const memory = new RefusalMemory();
    for (const nowMs of [0, 1]) memory.remember(call, errorOf(403, 50_013), nowMs);
    memory.forget(id);
    expect(memory.recall(call, 2) === null).toBe(isForgotten);
  });
});

describe('a memory of refusals', () => {
  it('forgets that a webhook is gone only when it is named', () => {
    const memory = new RefusalMemory();
    const call = callOf('POST', '/webhooks/1/token');
    memory.remember(call, errorOf(404, 10_015), 0);
    memory.forget();
    expect(memory.recall(call, 0)).not.toBeNull();
    memory.forget('1');
    expect(memory.recall(call, 0)).toBeNull();
  });

  it('keeps the thousand that came last', () => {
    const memory = new RefusalMemory();
    for (let id = 0; id <= 1_000; id += 1) memory.remember(callOf('POST', `/webhooks/${String(id)}/token`), errorOf(404, 10_015), 0);
    expect(memory.recall(callOf('POST', '/webhooks/0/token'), 0)).toBeNull();
    expect(memory.recall(callOf('POST', '/webhooks/1/token'), 0)).not.toBeNull();
  });
});
