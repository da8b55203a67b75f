import { describe, expect, it } from '@jest/globals';
import { parseMultipart } from '../../src/rest/multipart.js';

const TYPE = 'multipart/form-data; boundary=xYz';

function body(...lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\r\n'));
}

const A = ['--xYz', 'Content-Disposition: form-data; name="a"', '', '1'];

describe('a multipart body', () => {
  it('is taken apart, with names, types and bytes', () => {
    const file = 'Content-Disposition: form-data; name="files[0]"; filename="a b.txt"';
    const parts = parseMultipart(body(...A, '--xYz', file, 'content-type: text/plain', '', 'x\r\n--xY\r\n', '--xYz--', ''), TYPE);
    expect(parts.map(({ data, ...rest }) => ({ ...rest, data: data.toString() }))).toEqual([
      { name: 'a', contentType: undefined, filename: undefined, data: '1' },
      { name: 'files[0]', contentType: 'text/plain', filename: 'a b.txt', data: 'x\r\n--xY\r\n' },
    ]);
  });

  it('may hold any bytes', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const [part] = parseMultipart(
      Buffer.concat([body('--xYz', 'Content-Disposition: form-data; name=a', '', ''), bytes, body('', '--xYz--')]),
      TYPE,
    );
    expect(part?.data.equals(bytes)).toBe(true);
  });

  it.each([
    ['in quotes', '"xYz"'],
    ['before another parameter', 'xYz; charset=utf-8'],
  ])('may have its boundary %s', (_, boundary) => {
    expect(parseMultipart(body(...A, '--xYz--'), `multipart/form-data; boundary=${boundary}`)).toHaveLength(1);
  });

  it('may begin with a preamble and end with an epilogue, and be empty between', () => {
    expect(parseMultipart(body('hello', ...A, '--xYz--', 'bye'), TYPE)).toHaveLength(1);
    expect(parseMultipart(body('--xYz--', ''), TYPE)).toEqual([]);
  });

  it.each([
    ['filename="a\\"b.txt"', 'a"b.txt'],
    ['filename="a%22b.txt"', 'a"b.txt'],
    ['filename="größe.txt"', 'größe.txt'],
    ['filename=""', ''],
  ])('has file names as clients write them: %s', (written, expected) => {
    const [part] = parseMultipart(body('--xYz', `Content-Disposition: form-data; name="f"; ${written}`, '', '', '--xYz--'), TYPE);
    expect(part?.filename).toBe(expected);
  });

  it.each<[string, Buffer, string]>([
    ['without a boundary in its type', body(...A, '--xYz--'), 'multipart/form-data'],
    ['with an empty boundary', body(...A, '--xYz--'), 'multipart/form-data; boundary=""'],
    ['with a boundary of more than 70 characters', body(...A, '--xYz--'), `multipart/form-data; boundary=${'x'.repeat(71)}`],
    ['with another boundary', body('--abc', 'x', '--abc--'), TYPE],
    ['that is cut off', body(...A), TYPE],
    ['with a part without headers', body('--xYz', 'x', '--xYz--'), TYPE],
    ['with a part without a name', body('--xYz', 'Content-Disposition: form-data', '', '1', '--xYz--'), TYPE],
    ['with a part that is no form data', body('--xYz', 'Content-Disposition: attachment; name="a"', '', '1', '--xYz--'), TYPE],
    ['with a part without disposition', body('--xYz', 'Content-Type: text/plain', '', '1', '--xYz--'), TYPE],
  ])('%s is refused', (_, bytes, type) => {
    expect(() => parseMultipart(bytes, type)).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ status: 400, discordCode: 50035 }) }),
    );
  });
});
