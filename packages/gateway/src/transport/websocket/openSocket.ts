import { connect as connectTcp } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import type { ResolvedWsTransportOptions } from '../WsTransportOptions.js';
import { readBytes } from './readBytes.js';
import type { UpgradeRequest } from './UpgradeRequest.js';

/**
 * All connections of a process read into the same memory, as much as Node itself takes for each single read: what is read is used up before the next
 * read begins. It spares an allocation a read, which costs more than all that is done with a small frame.
 */
const READ_BYTES = 64 * 1_024;
let readMemory: Buffer | null = null;

/** Begins to open the socket for an upgrade, and gives `onBytes` everything that comes; the bytes are valid during the call only. */
export function openSocket(request: UpgradeRequest, options: ResolvedWsTransportOptions, onBytes: (bytes: Buffer) => void): Duplex {
  const settings = connectSettings(request, options);
  if (options.createConnection !== undefined) return readBytes(options.createConnection(settings), onBytes);
  const memory = (readMemory ??= Buffer.allocUnsafeSlow(READ_BYTES));
  const onread = {
    buffer: memory,
    callback(length: number): boolean {
      onBytes(memory.subarray(0, length));
      return true;
    },
  };
  const reading = { ...settings, onread };
  return request.isSecure ? connectTls(reading) : connectTcp(reading);
}

function connectSettings({ host, isSecure, port, serverName }: UpgradeRequest, { lookup }: ResolvedWsTransportOptions) {
  return {
    host,
    noDelay: true,
    port,
    ...(lookup !== undefined && { lookup }),
    // Without this a server may choose HTTP/2, which has another upgrade.
    ...(isSecure && { ALPNProtocols: ['http/1.1'], servername: serverName }),
  };
}
