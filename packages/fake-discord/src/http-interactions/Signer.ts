import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What stands before the 32 bytes of an Ed25519 key in its PKCS #8 form. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;
/** A signature that fits nothing. */
export const WRONG_SIGNATURE = '00'.repeat(64);

/** Signs what an application's endpoint gets, so that it can tell Discord from strangers. */
export class Signer {
  /** The public key, as applications know it: `verify_key`. */
  readonly verifyKey: string;

  private readonly key: KeyObject;

  constructor(random: () => number) {
    const seed = Buffer.from(Array.from({ length: SEED_BYTES }, () => Math.floor(random() * 256)));
    this.key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
    const { x = '' } = createPublicKey(this.key).export({ format: 'jwk' });
    this.verifyKey = Buffer.from(x, 'base64url').toString('hex');
  }

  /** The signature of a body at an instant, in hexadecimal digits. */
  sign(timestamp: string, body: string): string {
    return sign(null, Buffer.from(timestamp + body), this.key).toString('hex');
  }
}
