import { describe, expect, it } from '@jest/globals';
import { format, inspect } from 'node:util';
import { Secret } from '../src/Secret.js';

const VALUE = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs';

describe('a secret', () => {
  it('gives itself out only when it is told to', () => {
    expect(new Secret(VALUE).reveal()).toBe(VALUE);
  });

  it('is redacted wherever it is printed', () => {
    const secret = new Secret(VALUE);
    const holder = { options: { token: secret }, list: [secret], map: new Map([[secret, secret]]) };
    const shown = [
      String(secret),
      secret.toString(),
      JSON.stringify(holder),
      inspect(holder, { depth: null, showHidden: true, getters: true }),
      format('%s %o %O %j', secret, secret, secret, secret),
      Object.entries(secret).join(),
      JSON.stringify(Object.assign({}, secret)),
      JSON.stringify(structuredClone(secret)),
    ].join('\n');
    expect(shown).not.toContain(VALUE.slice(0, 10));
    expect(shown.match(/\[redacted\]/g)?.length).toBeGreaterThan(6);
  });
});
