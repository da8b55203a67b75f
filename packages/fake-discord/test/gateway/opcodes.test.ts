import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLIENT_OPS, CloseCode, Op, endsSessionFromClient, endsSessionFromServer } from '../../src/gateway/opcodes.js';

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '../../test-data', file), 'utf8'));
}

describe('the op codes', () => {
  const documented = (read('opcodes.json') as { readonly gateway: readonly { readonly op: number; readonly direction: string }[] }).gateway;

  it('are the 13 of Discord', () => {
    expect(Object.values(Op).sort((a, b) => a - b)).toEqual(documented.map(({ op }) => op).sort((a, b) => a - b));
  });

  it('of clients are those that Discord lets them send', () => {
    expect([...CLIENT_OPS].sort((a, b) => a - b)).toEqual(
      documented
        .filter(({ direction }) => direction !== 'server->client')
        .map(({ op }) => op)
        .sort((a, b) => a - b),
    );
  });
});

describe('the close codes', () => {
  it('are the 14 of Discord', () => {
    expect(Object.values(CloseCode)).toEqual(
      (read('close-codes.json') as { readonly gateway: readonly { readonly code: number }[] }).gateway.map(({ code }) => code),
    );
  });

  it('that end a session are three of the server and two of the client', () => {
    expect(Object.values(CloseCode).filter(endsSessionFromServer)).toEqual([4003, 4007, 4009]);
    expect([null, 1000, 1001, 1005, 4000, 4003].filter(endsSessionFromClient)).toEqual([1000, 1001]);
  });
});
