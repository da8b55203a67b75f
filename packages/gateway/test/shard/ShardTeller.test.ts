import { describe, expect, it } from '@jest/globals';
import type { AplombError } from '@aplomb/base';
import { ShardTeller, type EmitShardEvent } from '../../src/shard/ShardTeller.js';

function tellerOf(listeners: Readonly<Record<string, (event: unknown) => void>> = {}) {
  const told: [string, unknown][] = [];
  const emit = (name: string, event: unknown): void => {
    told.push([name, event]);
    listeners[name]?.(event);
  };
  return { teller: new ShardTeller(3, emit as EmitShardEvent), told };
}

const fail = (): never => {
  throw new RangeError('mine');
};

describe('the teller of a shard', () => {
  it('tells', () => {
    const { teller, told } = tellerOf();
    teller.tell('debug', 'hello');
    expect(told).toEqual([['debug', 'hello']]);
  });

  it('survives a listener that throws, and warns of it with the cause', () => {
    const { teller, told } = tellerOf({ resumed: fail });
    teller.tell('resumed', { shardId: 3, replayed: 0 });
    const [name, error] = told.at(-1) as [string, AplombError];
    expect([name, error.code, (error.cause as Error).message]).toEqual(['warn', 'LISTENER_THREW', 'mine']);
  });

  it('survives a listener of warnings that throws', () => {
    const { teller, told } = tellerOf({ resumed: fail, warn: fail });
    teller.tell('resumed', { shardId: 3, replayed: 0 });
    expect(told.map(([name]) => name)).toEqual(['resumed', 'warn']);
  });

  it('makes a warning of the notes that users should hear of', () => {
    const { teller, told } = tellerOf();
    teller.note({ kind: 'connect failed', text: 'Connecting failed.' });
    const [name, error] = told[0] as [string, AplombError];
    expect([name, error]).toMatchObject(['warn', { code: 'CONNECT_FAILED', shardId: 3 }]);
    expect(error.message).toMatch(/^Connecting failed\. \w/);
  });

  it('leaves the other notes to those who look', () => {
    const { teller, told } = tellerOf();
    teller.note({ kind: 'slept', text: 'This process slept.' });
    expect(told).toEqual([['debug', 'shard 3: This process slept.']]);
  });
});
