import { describe, expect, it } from '@jest/globals';
import { readAttachments, readAttachmentsEdit } from '../../../src/world/forms/attachmentsForm.js';
import type { UploadedFile } from '../../../src/world/forms/attachmentsForm.js';
import { Form } from '../../../src/world/forms/Form.js';
import { outcome } from '../../arrangeHome.js';

function files(...names: readonly string[]): ReadonlyMap<number, UploadedFile> {
  return new Map(names.map((filename, index) => [index, { contentType: 'text/plain', data: Buffer.from(filename), filename }]));
}

function names(body: Record<string, unknown>, uploaded: ReadonlyMap<number, UploadedFile>): readonly string[] {
  return readAttachments(new Form(body), uploaded).map(({ filename }) => filename);
}

describe('the attachments of a new message', () => {
  it('are all files, with what the list says of them', () => {
    const body = { attachments: [{ id: 1, filename: 'other.txt', description: 'text', is_spoiler: true }, { id: '0' }] };
    expect(readAttachments(new Form(body), files('a.txt', 'b.txt', 'c.txt'))).toMatchObject([
      { filename: 'a.txt', description: undefined },
      { filename: 'other.txt', description: 'text', isSpoiler: true },
      { filename: 'c.txt' },
    ]);
  });

  it.each([
    ['a b.txt', 'a_b.txt'],
    ['../../x', '_.._x'],
    ['größe.png', 'größe.png'],
    ['', 'unknown'],
  ])('have names that fit into a URL: %p', (given, expected) => {
    expect(names({}, files(given))[0]?.replace(/^\.+/, '')).toBe(expected);
  });

  it.each([
    ['of which one was not sent', { attachments: [{ id: 5 }] }, 1],
    ['whose description is too long', { attachments: [{ id: 0, description: 'x'.repeat(1_025) }] }, 1],
    ['without an id', { attachments: [{}] }, 0],
    ['that are no list', { attachments: 'x' }, 0],
  ])('are refused %s', (_, body, count) => {
    const form = new Form(body);
    readAttachments(form, files(...Array<string>(count).fill('a')));
    expect(() => {
      form.check();
    }).toThrow(expect.objectContaining({ refusal: expect.objectContaining({ status: 400, discordCode: 50035 }) }));
  });

  it('are ten at most', () => {
    const ten = Array.from({ length: 10 }, (_, index) => String(index));
    expect([outcome(() => names({}, files(...ten))), outcome(() => names({}, files(...ten, 'one more')))]).toEqual(['done', '400 30015']);
  });
});

describe('the attachments of an edit', () => {
  it('are all kept without a list', () => {
    expect(readAttachmentsEdit(new Form({}), files('new'))).toMatchObject({ kept: null, added: [{ filename: 'new' }] });
  });

  it('are those that the list names, old and new', () => {
    const { added, kept } = readAttachmentsEdit(
      new Form({ attachments: [{ id: '81384788765712384', description: 'x' }, { id: 0 }] }),
      files('new'),
    );
    expect([added.map(({ filename }) => filename), [...(kept ?? [])]]).toEqual([
      ['new'],
      [['81384788765712384', { description: 'x', isSpoiler: undefined }]],
    ]);
  });
});
