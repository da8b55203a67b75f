import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeRuleOf, closeRules, endsSession, type FatalClose } from '../../src/shard/closeCodes.js';

const documented = JSON.parse(readFileSync(join(__dirname, '../../test-data/close-codes.json'), 'utf8')) as {
  readonly gateway: readonly { readonly code: number; readonly fatal: boolean; readonly reconnect: boolean }[];
};

describe('the close codes that Discord documents', () => {
  it.each(documented.gateway)('P-20: $code stops the shard exactly if Discord says not to reconnect', ({ code, fatal, reconnect }) => {
    const stops = closeRuleOf(code).then === 'stop';
    expect([stops, !stops]).toEqual([fatal, reconnect]);
  });

  it.each(documented.gateway)('$code bears a name', ({ code }) => {
    expect(closeRules.get(code)?.name).toMatch(/^[A-Z]\w+$/);
  });

  it('are all there, and nothing is fatal that they do not name', () => {
    const fatal = [...closeRules].filter(([, rule]) => rule.then === 'stop').map(([code]) => code);
    expect(fatal).toEqual(documented.gateway.filter((row) => row.fatal).map((row) => row.code));
  });
});

describe('the rule of a close code', () => {
  it('P-20: is to identify anew for 4007 alone', () => {
    expect([...closeRules].filter(([, rule]) => rule.then === 'identify').map(([code]) => code)).toEqual([4007]);
  });

  it('P-20: is to resume once for the codes that may mean the end of the session', () => {
    expect([...closeRules].filter(([, rule]) => rule.then === 'resume-once').map(([code]) => code)).toEqual([1000, 1001, 4003, 4009]);
  });

  it('says which codes are our own fault, with what to do', () => {
    const ours = [...closeRules].filter(([, rule]) => rule.isOurFault === true);
    expect(ours.map(([code]) => code)).toEqual([4001, 4002, 4005, 4008]);
    for (const [, rule] of ours) expect(rule).toMatchObject({ cure: expect.stringMatching(/\w/) });
  });

  it('has an error of its own and a cure for every code that stops a shard', () => {
    const stopping = [...closeRules.values()].filter((rule): rule is FatalClose => rule.then === 'stop');
    expect(new Set(stopping.map((rule) => rule.error)).size).toBe(stopping.length);
    for (const rule of stopping) expect(rule.cure).toMatch(/\w/);
  });

  it.each([[0], [1005], [1006], [1011], [3000], [4006], [4015], [4099]])('keeps the session for %p, which is not documented', (code) => {
    expect(closeRuleOf(code).then).toBe('resume');
  });
});

describe('a close code of ours', () => {
  it('P-01: ends the session only if it is 1000 or 1001', () => {
    expect([1000, 1001, 1002, 3000, 4000, 4999].filter(endsSession)).toEqual([1000, 1001]);
  });
});
