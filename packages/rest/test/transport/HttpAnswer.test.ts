import { describe, expect, it } from '@jest/globals';
import { headerOf, readAnswer, type AnswerForm } from '../../src/transport/HttpAnswer.js';
import { TOKEN } from '../FakeApi.js';

const read = (status: number, text: string, form: AnswerForm = 'json') =>
  readAnswer(status, {}, Buffer.from(text), { form, conceal: (said) => said.replaceAll('SECRET', '…') });

describe('an answer', () => {
  it('is read as what is wanted', () => {
    expect(read(200, '{"a":1}').body).toEqual({ a: 1 });
    expect(read(200, '{"a":1}', 'text').body).toBe('{"a":1}');
    expect(read(200, 'ä', 'bytes').body).toEqual(Buffer.from('ä'));
  });

  it.each([204, 205])('has no content with %i', (status) => {
    expect(read(status, '')).toMatchObject({ body: undefined, unreadable: null });
  });

  it('is read as JSON where Discord says no, whatever was wanted', () => {
    expect(read(404, '{"code":10015}', 'bytes').body).toEqual({ code: 10015 });
    expect(read(502, '<html>', 'text')).toMatchObject({ body: undefined, unreadable: null });
  });

  it('is nothing but empty where text or bytes are wanted and none came', () => {
    expect(read(200, '', 'text')).toMatchObject({ body: '', unreadable: null });
    expect(read(200, '', 'bytes')).toMatchObject({ body: Buffer.alloc(0), unreadable: null });
  });
});

describe('R-23 an answer that was to be JSON', () => {
  it.each([
    ['', ''],
    ['<html>\n<b>\u0000Hi</b>', '<html> <b> Hi</b>'],
    ['{"a":', '{"a":'],
    ['x'.repeat(5_000), 'x'.repeat(120)],
  ])('and is %j, is unreadable, and shows a clean head', (text, head) => {
    expect(read(200, text)).toMatchObject({ body: undefined, unreadable: head });
  });

  it('Y-01: shows no token of any kind', () => {
    const { unreadable } = read(200, `<p>${TOKEN} /webhooks/1/secret-token</p>`);
    expect(unreadable).toBe('<p>[redacted] /webhooks/1/:token/p>');
  });
});

describe('Y-01 an answer that repeats what nobody may read', () => {
  it('loses it in every field of a refusal, and in the head of what cannot be read', () => {
    expect(read(400, '{"errors":{"SECRET":["a SECRET"]}}').body).toEqual({ errors: { '…': ['a …'] } });
    expect(read(200, '<p>SECRET').unreadable).toBe('<p>…');
  });

  it('is left as it is where all is well', () => {
    expect([read(200, '{"a":"SECRET"}').body, read(200, 'SECRET', 'text').body]).toEqual([{ a: 'SECRET' }, 'SECRET']);
  });
});

describe('a header', () => {
  it('that came twice is joined', () => {
    expect([headerOf({ a: ['1', '2'] }, 'a'), headerOf({ a: '1' }, 'a'), headerOf({}, 'a')]).toEqual(['1, 2', '1', undefined]);
  });
});
