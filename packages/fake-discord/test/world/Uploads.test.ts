import { describe, expect, it } from '@jest/globals';
import type { APIAttachment } from 'discord-api-types/v10';
import { Uploads } from '../../src/world/Uploads.js';

const MIB = 2 ** 20;
const upload = (id: string, data: Buffer): Parameters<Uploads['add']>[0] => ({ attachment: { id } as APIAttachment, data });

describe('files that belong to no message', () => {
  it('are there by the ids of their attachments', () => {
    const uploads = new Uploads();
    uploads.add(upload('1', Buffer.from('hello')));
    expect([uploads.get('1')?.data.toString(), uploads.get('2')]).toEqual(['hello', undefined]);
  });

  it('are forgotten, the oldest first, when they are too many bytes', () => {
    const uploads = new Uploads();
    const ids = ['1', '2', '3', '4'];
    const data = Buffer.alloc(20 * MIB);
    for (const id of ids) uploads.add(upload(id, data));
    expect(ids.map((id) => uploads.get(id) !== undefined)).toEqual([false, true, true, true]);
  });
});
