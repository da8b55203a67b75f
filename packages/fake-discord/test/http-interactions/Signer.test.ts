import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Signer, WRONG_SIGNATURE } from '../../src/http-interactions/Signer.js';

describe('what is signed', () => {
  it('can be checked with the public key alone', () => {
    const signer = new Signer(() => 0.25);
    const x = Buffer.from(signer.verifyKey, 'hex').toString('base64url');
    const key = createPublicKey({ key: { crv: 'Ed25519', kty: 'OKP', x }, format: 'jwk' });
    const check = (text: string, signature: string): boolean => verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'));
    const signature = signer.sign('1700000000', '{"type":1}');
    expect([
      check('1700000000{"type":1}', signature),
      check('1700000001{"type":1}', signature),
      check('1700000000{"type":1}', WRONG_SIGNATURE),
    ]).toEqual([true, false, false]);
  });

  it('has the same key for the same numbers', () => {
    const keys = [0.25, 0.25, 0.5].map((number) => new Signer(() => number).verifyKey);
    expect([keys[0] === keys[1], keys[0] === keys[2], keys[0]]).toEqual([true, false, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });
});
