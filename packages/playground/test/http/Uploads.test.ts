import { beforeEach, describe, expect, it } from '@jest/globals';
import { PlaygroundError } from '../../src/errors.js';
import { UPLOAD_MAX_BYTES, Uploads } from '../../src/http/Uploads.js';

let uploads: Uploads;

beforeEach(() => {
  uploads = new Uploads();
});

describe('an upload', () => {
  it('is handed over once', () => {
    const added = uploads.add('notes.txt', 'text/plain', Buffer.from('hello'));
    expect(added).toMatchObject({ filename: 'notes.txt', size: 5 });
    expect(uploads.take(added)).toEqual({ filename: 'notes.txt', contentType: 'text/plain', data: Buffer.from('hello') });
    expect(() => uploads.take(added)).toThrow(PlaygroundError);
  });

  it('waits again when what it was lent for failed, and only then', async () => {
    const added = uploads.add('notes.txt', 'text/plain', Buffer.from('hello'));
    const refused = uploads.lend((take) => Promise.reject(new RangeError(take(added).filename)));
    await expect(refused).rejects.toThrow('notes.txt');
    expect(await uploads.lend((take) => Promise.resolve(take(added).filename))).toBe('notes.txt');
    expect(() => uploads.take(added)).toThrow('for one use');
  });

  it('is forgotten when many others came after it', () => {
    const [first, ...others] = Array.from({ length: 9 }, (_, index) =>
      uploads.add(`${index}`, 'text/plain', Buffer.alloc(UPLOAD_MAX_BYTES)),
    );
    expect(() => uploads.take(first!)).toThrow('for one use');
    for (const other of others) expect(uploads.take(other).data).toHaveLength(UPLOAD_MAX_BYTES);
  });

  it('makes room when it was taken', () => {
    const add = () => uploads.add('x', 'text/plain', Buffer.alloc(UPLOAD_MAX_BYTES));
    const first = add();
    for (let count = 0; count < 20; count += 1) uploads.take(add());
    expect(uploads.take(first).filename).toBe('x');
  });
});
