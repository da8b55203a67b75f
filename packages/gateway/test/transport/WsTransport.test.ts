import { describe, expect, it } from '@jest/globals';
import { WsTransport } from '../../src/transport/WsTransport.js';
import { Witness } from './Witness.js';

describe('a WsTransport', () => {
  it('gives each connect a connection of its own, and reports to its own events only', async () => {
    const transport = new WsTransport({ lookup: () => undefined });
    const [first, second] = [new Witness(), new Witness()];
    const silent = transport.connect({ url: 'ws://gateway.test/' }, second);
    transport.connect({ url: 'no URL at all' }, first);
    await first.end();
    silent.release(4000);
    expect([first.log, second.log]).toEqual([['closed connect-failed'], []]);
  });

  it('needs no options, and refuses one that it does not know', () => {
    expect(() => new WsTransport()).not.toThrow();
    expect(() => new WsTransport({ maxPayloadBytes: 1, ...{ closeTimeout: 5 } })).toThrow(/Did you mean `closeTimeoutMs`\?/);
  });
});
