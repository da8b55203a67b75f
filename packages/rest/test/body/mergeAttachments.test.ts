import { describe, expect, it } from '@jest/globals';
import { filePart, type FilePart } from '../../src/body/FilePart.js';
import { mergeAttachments } from '../../src/body/mergeAttachments.js';

const files = ['a.png', 'b.png'].map(
  (name, index) => filePart({ data: Buffer.from('x'), name, isSpoiler: index === 1 }, index) as FilePart,
);
const entries = [
  { id: 0, filename: 'a.png' },
  { id: 1, filename: 'b.png', is_spoiler: true },
];

describe('new files and the attachments of a body', () => {
  it('are listed where nothing is listed', () => {
    for (const body of [undefined, null, {}, { attachments: null }])
      expect(mergeAttachments(body, files)).toEqual({ attachments: entries });
    expect(mergeAttachments({ content: 'x' }, files)).toEqual({ content: 'x', attachments: entries });
  });

  it('come after those that an edit keeps', () => {
    const kept = { id: '1102030405060708090', description: 'kept' };
    expect(mergeAttachments({ attachments: [kept] }, files)).toEqual({ attachments: [kept, ...entries] });
  });

  it('are described by the entry with their index, which goes before what the file says', () => {
    const listed = [
      { id: '1', description: 'mine', filename: 'other.png' },
      { id: 0, title: 'A' },
    ];
    expect(mergeAttachments({ attachments: listed }, files)).toEqual({
      attachments: [
        { id: '1', description: 'mine', filename: 'other.png', is_spoiler: true },
        { id: 0, title: 'A', filename: 'a.png' },
      ],
    });
  });

  it('leave entries without an id as they are', () => {
    expect(mergeAttachments({ attachments: [{}, null, 'x'] }, files)).toEqual({ attachments: [{}, null, 'x', ...entries] });
  });

  it('go to the message of a forum thread', () => {
    expect(mergeAttachments({ name: 'post', message: { content: 'x' } }, files)).toEqual({
      name: 'post',
      message: { content: 'x', attachments: entries },
    });
  });

  it('go to the data of an interaction callback, also where it has none yet', () => {
    expect(mergeAttachments({ type: 4, data: { content: 'x' } }, files)).toEqual({ type: 4, data: { content: 'x', attachments: entries } });
    expect(mergeAttachments({ type: 4 }, files)).toEqual({ type: 4, data: { attachments: entries } });
  });

  it('see a builder as JSON does, and change nothing that was handed over', () => {
    const message = { toJSON: () => ({ content: 'built' }) };
    const body = Object.freeze({ type: 4, data: message });
    expect(mergeAttachments(body, files)).toEqual({ type: 4, data: { content: 'built', attachments: entries } });
    expect(mergeAttachments(message, files)).toEqual({ content: 'built', attachments: entries });
    expect(mergeAttachments({ toJSON: () => 'text' }, files)).toEqual({ toJSON: expect.any(Function) });
  });

  it('leave a body alone that has no fields', () => {
    expect(mergeAttachments('text', files)).toBe('text');
    expect(mergeAttachments([1], files)).toEqual([1]);
  });

  it('Y-02 __proto__ as a key stays a key', () => {
    const body = mergeAttachments(JSON.parse('{"__proto__":{"polluted":true}}'), files) as object;
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
    expect(JSON.stringify(body)).toContain('"__proto__":{"polluted":true}');
  });
});
