import { describe, expect, it } from '@jest/globals';
import type { AplombError } from '@aplomb/base';
import { ShardTeller, type EmitShardEvent } from '../../src/shard/ShardTeller.js';

function tellerOf() {
  const told: [string, unknown][] = [];
  const emit = (name: string, event: unknown): void => {
    told.push([name, event]);
  };
  return { teller: new ShardTeller(3, emit as EmitShardEvent), told };
}

describe('the teller of a shard', () => {
  it('tells', () => {
    const { teller, told } = tellerOf();
    teller.tell('debug', 'hello');
    expect(told).toEqual([['debug', 'hello']]);
  });

  it('warns of a listener that failed, with the cause', () => {
    const { teller, told } = tellerOf();
    teller.listenerFailed('resumed', new RangeError('mine'));
    const [name, error] = told.at(-1) as [string, AplombError];
    expect([name, error.code, (error.cause as Error).message]).toEqual(['warn', 'LISTENER_THREW', 'mine']);
  });

  it('has nobody to tell of a failed listener of warnings', () => {
    const { teller, told } = tellerOf();
    teller.listenerFailed('warn', new RangeError('mine'));
    expect(told).toEqual([]);
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
