import { describe, expect, it } from '@jest/globals';
import { ShardSession } from '../../src/shard/ShardSession.js';

const MAIN = 'wss://gateway.discord.gg/?v=10';
const RESUME = 'wss://gateway-us-east1-b.discord.gg';

describe('the session of a shard', () => {
  it('is none before READY', () => {
    expect(new ShardSession(MAIN, true)).toMatchObject({ value: null, exists: false });
  });

  it('is what READY said, with its host and its sequence', () => {
    const session = new ShardSession(MAIN, true);
    expect([session.begin('s1', 5, RESUME), session.value, session.host.url]).toEqual([true, { id: 's1', sequence: 5 }, RESUME]);
  });

  it('goes on without a resume URL that may not be trusted', () => {
    const session = new ShardSession(MAIN, true);
    expect([session.begin('s1', 5, 'wss://attacker.example'), session.exists, session.host.url]).toEqual([false, true, null]);
  });

  it('outlives its host', () => {
    const session = new ShardSession(MAIN, true);
    session.begin('s1', 5, RESUME);
    session.host.failed('gone');
    expect([session.exists, session.host.target(true).url]).toEqual([true, MAIN]);
  });

  it('takes its host and all doubts along when it ends; its last sequence stays known for the report', () => {
    const session = new ShardSession(MAIN, true);
    session.begin('s1', 5, RESUME);
    session.isDoubtful = true;
    session.end();
    expect(session).toMatchObject({ value: null, isDoubtful: false, host: { url: null }, sequence: { last: 5 } });
  });

  it('is without doubts when it begins', () => {
    const session = new ShardSession(MAIN, true);
    session.isDoubtful = true;
    session.begin('s2', 1, null);
    expect(session.isDoubtful).toBe(false);
  });
});
