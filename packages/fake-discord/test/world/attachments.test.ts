import { beforeEach, describe, expect, it } from '@jest/globals';
import { serveAttachment } from '../../src/rest/serveAttachment.js';
import { Form } from '../../src/world/forms/Form.js';
import { readDraft, readEdit } from '../../src/world/forms/messageForm.js';
import type { UploadedFile } from '../../src/world/forms/attachmentsForm.js';
import { messagePayload } from '../../src/world/messagePayloads.js';
import type { FoundMessage } from '../../src/world/Messages.js';
import { arrangeHome, forbid, outcome, type Home } from '../arrangeHome.js';

let home: Home;

beforeEach(() => {
  home = arrangeHome();
});

function upload(...names: readonly string[]): ReadonlyMap<number, UploadedFile> {
  return new Map(
    names.map((filename, index) => [index, { contentType: 'image/png', data: Buffer.from(`bytes of ${filename}`), filename }]),
  );
}

function post(body: Record<string, unknown>, ...names: readonly string[]): FoundMessage {
  return home.messages.post(home.bot, home.general.id, readDraft(new Form(body), upload(...names)));
}

function edit({ record }: FoundMessage, body: Record<string, unknown>, ...names: readonly string[]): FoundMessage {
  return home.messages.edit(home.bot.id, home.general.id, record.payload.id, readEdit(new Form(body), upload(...names)));
}

/** What the CDN answers for a URL: a status, and the text if there is one. */
function download(url: string): readonly unknown[] {
  const { rawBody, status } = serveAttachment(home.world, url.replace('http://127.0.0.1:1', ''));
  return [status, String(rawBody)];
}

const namesOf = ({ record }: FoundMessage): readonly string[] => record.payload.attachments.map(({ filename }) => filename);
const urlOf = ({ record }: FoundMessage, index = 0): string => record.payload.attachments[index]?.url ?? '';

describe('a message with files', () => {
  it('needs nothing else to be seen, and shows them', () => {
    const { record } = post({ attachments: [{ id: 0, description: 'a cat' }] }, 'cat.png');
    expect(record.payload.attachments).toMatchObject([
      {
        filename: 'cat.png',
        size: 16,
        content_type: 'image/png',
        description: 'a cat',
        flags: 0,
        url: expect.stringContaining('/cat.png?ex='),
      },
    ]);
    expect(home.events).toMatchObject([{ t: 'MESSAGE_CREATE', d: { attachments: [{ filename: 'cat.png' }] } }]);
  });

  it('tells the kind and size of pictures, also where the client knows neither', () => {
    const data = Buffer.from('GIF89a\u0002\0\u0003\0');
    const files = new Map([[0, { contentType: 'application/octet-stream', data, filename: 'a.gif' }]]);
    const { record } = home.messages.post(home.bot, home.general.id, readDraft(new Form({}), files));
    expect(record.payload.attachments).toMatchObject([{ content_type: 'image/gif', width: 2, height: 3 }]);
  });

  it('hides spoilers, by flag or by name', () => {
    const { record } = post({ attachments: [{ id: 0, is_spoiler: true }] }, 'a.png', 'SPOILER_b.png', 'c.png');
    expect(record.payload.attachments.map(({ flags }) => flags)).toEqual([8, 8, 0]);
  });

  it('needs a permission of its own', () => {
    forbid(home.general, home.bot.id, 'AttachFiles');
    expect(outcome(() => post({ content: 'x' }, 'cat.png'))).toBe('403 50013');
  });

  it('may show them in its embeds', () => {
    const embeds = [
      { image: { url: 'attachment://cat.png' }, author: { name: 'x', icon_url: 'attachment://none.png' }, url: 'https://a.example' },
    ];
    const found = post({ embeds }, 'cat.png');
    expect(found.record.payload.embeds).toMatchObject([
      { image: { url: urlOf(found) }, author: { icon_url: 'attachment://none.png' }, url: 'https://a.example' },
    ]);
  });
});

describe('the URL of an attachment', () => {
  it('leads to its bytes for a day', () => {
    const url = urlOf(post({}, 'cat.png'));
    home.clock.advance(86_399_000);
    expect(download(url)).toEqual([200, 'bytes of cat.png']);
    home.clock.advance(1_000);
    expect(download(url)[0]).toBe(404);
  });

  it('leads nowhere without its signature, with another, or for another file', () => {
    const url = urlOf(post({}, 'cat.png'));
    const [path = '', query = ''] = url.split('?');
    const forged = [
      path,
      url.replace('hm=', 'hm=0'),
      url.replace('cat.png', 'dog.png'),
      `${path.replace(/\d+\/cat/, '1/cat')}?${query}`,
      '/attachments/',
    ];
    expect(forged.map((each) => download(each)[0])).toEqual([404, 404, 404, 404, 404]);
  });

  it('leads nowhere once its message is gone', () => {
    const found = post({}, 'cat.png');
    home.messages.delete(home.bot.id, home.general.id, found.record.payload.id);
    expect(download(urlOf(found))[0]).toBe(404);
  });
});

describe('an edit of a message with files', () => {
  it('keeps them when it does not speak of them', () => {
    const before = post({}, 'a.png');
    const after = edit(before, { content: 'text' });
    expect([namesOf(after), download(urlOf(after))[0]]).toEqual([['a.png'], 200]);
  });

  it('keeps those that it names, adds new ones, and the others are gone', () => {
    const before = post({}, 'a.png', 'b.png');
    const kept = before.record.payload.attachments[1]?.id;
    const after = edit(before, { attachments: [{ id: kept, description: 'kept' }, { id: 0 }] }, 'c.png');
    expect([namesOf(after), after.record.payload.attachments[0]?.description]).toEqual([['b.png', 'c.png'], 'kept']);
    expect([download(urlOf(before, 0))[0], download(urlOf(after, 0))[0], download(urlOf(after, 1))]).toEqual([
      404,
      200,
      [200, 'bytes of c.png'],
    ]);
    expect(messagePayload(home.world, after.channel, after.record).edited_timestamp).not.toBeNull();
  });

  it('may not leave nothing to be seen', () => {
    const before = post({}, 'a.png');
    expect(outcome(() => edit(before, { attachments: [] }))).toBe('400 50006');
  });

  it('is not for others', () => {
    const found = post({}, 'a.png');
    const steal = (): void =>
      void home.messages.edit(home.alice.id, home.general.id, found.record.payload.id, readEdit(new Form({ attachments: [] })));
    expect(outcome(steal)).toBe('403 50005');
  });
});
