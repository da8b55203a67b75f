import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CallFailure } from '../../src/state/CallFailure.js';
import { Connection } from '../../src/state/Connection.js';
import type { Push, ServerFrame } from '../../src/state/protocol.js';

/** A web socket without a network. */
class FakeSocket {
  static readonly OPEN = 1;
  static last: FakeSocket;
  readonly sent: string[] = [];
  onclose: (() => void) | null = null;
  onmessage: ((event: { readonly data: string }) => void) | null = null;
  onopen: (() => void) | null = null;
  readyState = 0;

  constructor() {
    FakeSocket.last = this;
  }

  close(): void {
    this.readyState = 3;
    this.onclose?.();
  }

  open(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  receive(frame: ServerFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  send(text: string): void {
    this.sent.push(text);
  }
}

const frames: (() => void)[] = [];
const stage = globalThis as unknown as Record<string, unknown>;
const nextFrame = (): void => frames.splice(0).forEach((draw) => draw());
const people = (id: string): Push => ({ people: [{ guilds: [], id, user: { id } as never }], type: 'people' });

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(stage, {
    document: { hidden: false },
    requestAnimationFrame: (draw: () => void) => frames.push(draw),
    WebSocket: FakeSocket,
  });
});

afterEach(() => {
  jest.useRealTimers();
  for (const name of ['document', 'requestAnimationFrame']) Reflect.deleteProperty(stage, name);
});

function connected(): { readonly connection: Connection; readonly news: (readonly Push[])[] } {
  const news: (readonly Push[])[] = [];
  const connection = new Connection(new URL('ws://127.0.0.1:1/socket'), (pushes) => news.push(pushes));
  connection.open();
  FakeSocket.last.open();
  return { connection, news };
}

describe('a connected page', () => {
  it('numbers its calls, and hands each its answer', async () => {
    const { connection } = connected();
    const first = connection.call('pin', { as: '1', channelId: '2', messageId: '3' });
    const second = connection.call('clearFaults', {});
    expect(FakeSocket.last.sent).toEqual([
      '{"id":1,"call":"pin","as":"1","channelId":"2","messageId":"3"}',
      '{"id":2,"call":"clearFaults"}',
    ]);
    FakeSocket.last.receive({ error: { code: 'C', message: 'M', name: 'N' }, id: 2, ok: false });
    FakeSocket.last.receive({ id: 1, ok: true, value: null });
    await expect(first).resolves.toBeNull();
    await expect(second).rejects.toThrow(new CallFailure({ code: 'C', message: 'M', name: 'N' }));
  });

  it('sends nothing that is so large that the server would cut it off', async () => {
    const { connection } = connected();
    const content = 'ä'.repeat(131_072);
    await expect(connection.call('send', { as: '1', channelId: '2', content })).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE' });
    expect([FakeSocket.last.sent, connection.link.value]).toEqual([[], 'open']);
  });

  it('takes all news of a frame at once', () => {
    const { news } = connected();
    FakeSocket.last.receive({ push: [people('1'), people('2')] });
    FakeSocket.last.receive({ push: [people('3')] });
    expect(news).toEqual([]);
    nextFrame();
    expect(news).toEqual([[people('1'), people('2'), people('3')]]);
  });

  it('takes news before the answer that came after them', () => {
    const { news } = connected();
    FakeSocket.last.receive({ push: [people('1')] });
    FakeSocket.last.receive({ id: 9, ok: true, value: null });
    expect(news).toEqual([[people('1')]]);
    nextFrame();
    expect(news).toHaveLength(1);
  });

  it('takes news by a timer while it is hidden: then there are no frames', () => {
    const { news } = connected();
    Object.assign(stage, { document: { hidden: true } });
    FakeSocket.last.receive({ push: [people('1')] });
    jest.advanceTimersByTime(250);
    expect(news).toHaveLength(1);
  });
});

describe('a page whose connection does not open', () => {
  const { fetch: realFetch } = globalThis;
  const soon = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };

  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  async function closedWith(status: number | null): Promise<Connection> {
    globalThis.fetch = () => (status === null ? Promise.reject(new TypeError('down')) : Promise.resolve(new Response(null, { status })));
    const connection = new Connection(new URL('ws://127.0.0.1:1/socket?token=old'), () => undefined);
    connection.open();
    FakeSocket.last.close();
    await soon();
    return connection;
  }

  it('says that its token is refused, and does not try again', async () => {
    const { link } = await closedWith(401);
    const before = FakeSocket.last;
    jest.advanceTimersByTime(10_000);
    expect([link.value, FakeSocket.last === before]).toEqual(['refused', true]);
  });

  it('tries again when nobody answers', async () => {
    const { link } = await closedWith(null);
    const before = FakeSocket.last;
    jest.advanceTimersByTime(1_000);
    expect([link.value, FakeSocket.last === before]).toEqual(['closed', false]);
  });
});

describe('a page that lost its connection', () => {
  it('says so to whoever waits or calls, and connects again', async () => {
    const { connection } = connected();
    const before = FakeSocket.last;
    const waiting = connection.call('clearFaults', {});
    before.close();
    await expect(waiting).rejects.toMatchObject({ code: 'PAGE_DISCONNECTED' });
    await expect(connection.call('clearFaults', {})).rejects.toMatchObject({ code: 'PAGE_DISCONNECTED' });
    expect(connection.link.value).toBe('closed');
    jest.advanceTimersByTime(1_000);
    FakeSocket.last.open();
    expect([FakeSocket.last === before, connection.link.value]).toEqual([false, 'open']);
  });
});
