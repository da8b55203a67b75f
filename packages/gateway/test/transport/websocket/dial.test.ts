import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { dial } from '../../../src/transport/websocket/dial.js';
import { UpgradeRequest } from '../../../src/transport/websocket/UpgradeRequest.js';
import { resolveWsTransportOptions } from '../../../src/transport/WsTransportOptions.js';
import { switchingProtocols } from '../RawServer.js';

/** A dial to a server in memory, and what is reported of it. */
function dialed() {
  const log: string[] = [];
  const request = new UpgradeRequest('ws://localhost/', {});
  const server = new Duplex({
    read: () => undefined,
    write: (bytes: Buffer, _encoding, done) => {
      log.push(bytes.toString() === request.text ? 'asked' : 'asked for something else');
      done();
    },
  });
  const options = resolveWsTransportOptions({ clock: new ManualClock(), createConnection: () => server });
  dial(request, options, {
    socket: (socket) => log.push(socket === server ? 'socket' : 'another socket'),
    opened: (rest) => log.push(`opened ${rest.toString()}`),
    failed: ({ message }) => log.push(`failed ${message}`),
    error: ({ message }) => log.push(`error ${message}`),
    bytes: (bytes) => log.push(`bytes ${bytes.toString()}`),
  });
  const says = async (bytes: Buffer | string): Promise<void> => {
    server.push(bytes);
    await turn();
  };
  return { log, says, key: request.key };
}

describe('a dial', () => {
  it('shows its socket, asks, and goes on with what comes behind the answer', async () => {
    const { key, log, says } = dialed();
    const answer = switchingProtocols(`sec-websocket-key: ${key}`);
    await says(answer.subarray(0, 30));
    await says(Buffer.concat([answer.subarray(30), Buffer.from('be')]));
    await says('gin');
    expect(log).toEqual(['socket', 'asked', 'opened be', 'bytes gin']);
  });

  it.each([
    ['HTTP/1.1 503 X\r\n\r\n', 'the upgrade was answered with 503'],
    ['SSH-2.0-OpenSSH_9.6\r\n', 'the upgrade was answered by something that speaks no HTTP/1'],
    ['HTTP/1.1 101 X\r\nUpgrade: h2c\r\n\r\n', 'the upgrade was answered with a 101 that names another protocol'],
  ])('that is answered with %j fails once, whatever follows', async (answer, message) => {
    const { log, says } = dialed();
    await says(answer);
    await says('HTTP/1.1 503 X\r\n\r\n');
    expect(log.filter((entry) => !entry.startsWith('bytes'))).toEqual(['socket', 'asked', `failed ${message}`]);
  });
});
