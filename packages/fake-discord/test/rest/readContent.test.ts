import { describe, expect, it } from '@jest/globals';
import { readContent, type RequestContent } from '../../src/rest/readContent.js';
import { outcome } from '../arrangeHome.js';

const BOUNDARY = 'multipart/form-data; boundary=b';

function read(parts: Readonly<Record<string, string | { readonly filename: string; readonly text: string }>>): RequestContent {
  const lines = Object.entries(parts).flatMap(([name, value]) => {
    const [text, more] = typeof value === 'string' ? [value, ''] : [value.text, `; filename="${value.filename}"`];
    return ['--b', `Content-Disposition: form-data; name="${name}"${more}`, '', text];
  });
  const body = Buffer.from([...lines, '--b--', ''].join('\r\n'));
  return readContent({ body, headers: { 'content-type': BOUNDARY }, method: 'POST', path: '/', query: new URLSearchParams() });
}

const file = { filename: 'a.txt', text: 'hello' };

describe('the content of a request', () => {
  it('is fields in payload_json and files by their numbers', () => {
    const { files, form } = read({ payload_json: '{"content":"hi"}', 'files[7]': file, content: 'ignored' });
    expect([form.string('content'), [...files]]).toEqual([
      'hi',
      [[7, { contentType: 'application/octet-stream', data: Buffer.from('hello'), filename: 'a.txt' }]],
    ]);
  });

  it('may have its fields as parts of their own', () => {
    const { form } = read({ content: 'hi', tts: 'true', 'files[0]': file });
    expect([form.string('content'), form.boolean('tts')]).toEqual(['hi', true]);
  });

  it.each([
    ['broken JSON', { payload_json: '{' }, '400 50109'],
    ['JSON that is no object', { payload_json: '[]' }, '400 50035'],
    ['a file of more than 10 MiB', { 'files[0]': { ...file, text: 'x'.repeat(10_485_761) } }, '413 40005'],
  ])('is refused with %s', (_, parts, expected) => {
    expect(outcome(() => read(parts as Record<string, string>))).toBe(expected);
  });

  it('may be a file of exactly 10 MiB', () => {
    expect(read({ 'files[0]': { ...file, text: 'x'.repeat(10_485_760) } }).files.get(0)?.data.length).toBe(10_485_760);
  });

  it('with a file of an undocumented name is refused loudly', () => {
    expect(() => read({ file })).toThrow(expect.objectContaining({ code: 'FAKE_NOT_SIMULATED' }));
  });
});
