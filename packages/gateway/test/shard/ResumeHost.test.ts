import { describe, expect, it } from '@jest/globals';
import { hostFailureOf, ResumeHost } from '../../src/shard/ResumeHost.js';

const MAIN = 'wss://gateway.discord.gg/?v=10';
const RESUME = 'wss://gateway-us-east1-b.discord.gg';

function hostAt(resumeUrl: unknown, isFollowed = true): ResumeHost {
  const host = new ResumeHost(MAIN, isFollowed);
  host.set(resumeUrl);
  return host;
}

describe('a resume host', () => {
  it('is where a session is resumed, with the query of the main URL', () => {
    expect(hostAt(RESUME).target(true)).toEqual({ url: `${RESUME}/?v=10`, isResumeHost: true });
  });

  it('P-05: is not where a bot identifies', () => {
    expect(hostAt(RESUME).target(false)).toEqual({ url: MAIN, isResumeHost: false });
  });

  it('is not followed behind a gateway proxy', () => {
    expect(hostAt(RESUME, false).target(true)).toEqual({ url: MAIN, isResumeHost: false });
  });

  it('P-19: is given up at once when it is gone', () => {
    const host = hostAt(RESUME);
    host.failed('gone');
    expect([host.url, host.target(true).url]).toEqual([null, MAIN]);
  });

  it('P-19: is given up at the second failure in a row when it is unwell', () => {
    const host = hostAt(RESUME);
    host.failed('unwell');
    expect(host.url).toBe(RESUME);
    host.failed('unwell');
    expect(host.url).toBeNull();
  });

  it('is well again when it said HELLO', () => {
    const host = hostAt(RESUME);
    host.failed('unwell');
    host.worked();
    host.failed('unwell');
    expect(host.url).toBe(RESUME);
  });
});

describe('a resume URL', () => {
  it.each([[undefined], [null]])('P-23: that is missing (%p) means the main URL and is nothing to remark on', (url) => {
    const host = new ResumeHost(MAIN, true);
    expect([host.set(url), host.target(true).url]).toEqual([true, MAIN]);
  });

  it.each([['wss://attacker.example'], ['ws://gateway.discord.gg'], ['wss://discord.gg.attacker.example'], [''], [17], [{}]])(
    'P-23: that may not see the token (%p) is refused',
    (url) => {
      const host = new ResumeHost(MAIN, true);
      expect([host.set(url), host.url]).toEqual([false, null]);
    },
  );
});

describe('a connect that failed', () => {
  it.each([['refused'], ['dns'], ['tls']] as const)('by %p means that the host is gone', (reason) => {
    expect(hostFailureOf({ type: 'connect-failed', reason, message: '' })).toBe('gone');
  });

  it.each([['timed-out'], ['bad-status'], ['other']] as const)('by %p means that the host is unwell', (reason) => {
    expect(hostFailureOf({ type: 'connect-failed', reason, message: '' })).toBe('unwell');
  });

  it('by an end of another kind means that the host is unwell', () => {
    expect(hostFailureOf({ type: 'dropped', message: '' })).toBe('unwell');
  });
});
