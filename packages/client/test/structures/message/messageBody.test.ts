import { describe, expect, it } from '@jest/globals';
import { editing, sending } from '../../../src/structures/message/messageBody.js';

const FILE = new Uint8Array([1]);
const OTHER = new Uint8Array([2]);
const CONTAINER = { type: 17, components: [{ type: 10, content: 'Hi' }] };

const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    const { code, message } = error as { readonly code: string; readonly message: string };
    return `${code}: ${message}`;
  }
  return 'nothing';
};

describe('what is sent', () => {
  it.each([
    ['a text', 'hi', { content: 'hi' }],
    ['options', { content: 'hi', silent: true, stickerIds: ['1'] }, { content: 'hi', flags: 4096, sticker_ids: ['1'] }],
    ['Discord’s own body', { content: 'hi', flags: 4, sticker_ids: ['1'] }, { content: 'hi', flags: 4, sticker_ids: ['1'] }],
    [
      'what both call the same',
      { content: 'hi', embeds: [{ title: 'a' }], tts: true },
      { content: 'hi', embeds: [{ title: 'a' }], tts: true },
    ],
    ['components, whose flag nobody has to know', { components: [CONTAINER] }, { components: [CONTAINER], flags: 1 << 15 }],
    ['what Discord will make up later', { content: 'hi', some_news: 1 }, { content: 'hi', some_news: 1 }],
    ['a forward', { forward: { channelId: '2', messageId: '3' } }, { message_reference: { type: 1, channel_id: '2', message_id: '3' } }],
  ])('can be %s', (_, content, body) => {
    expect(sending(content as never)).toEqual({ body, call: undefined });
  });

  it('takes files beside the text, in the call, or in both', () => {
    expect(sending({ content: 'hi', files: [FILE] }).call).toEqual({ files: [FILE] });
    expect(sending('hi', { files: [OTHER], timeoutMs: 5 }).call).toEqual({ files: [OTHER], timeoutMs: 5 });
    expect(sending({ files: [FILE] }, { files: [OTHER], timeoutMs: 5 })).toEqual({
      body: {},
      call: { files: [FILE, OTHER], timeoutMs: 5 },
    });
  });

  it.each([
    ['a number', 7, /^INVALID_OPTION: A message is 7\. Give its text/],
    ['a list', ['a'], /^INVALID_OPTION: A message is /],
    ['too long a text', 'x'.repeat(2_001), /^INVALID_BODY: .*content.*2.?001.*2.?000/],
    ['too many embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'a' })) }, /^INVALID_BODY: .*embeds.*11.*10/],
    ['a button outside a row', { components: [{ type: 2, style: 1, custom_id: 'a', label: 'A' }] }, /^INVALID_BODY: .*components\[0\]/],
    ['a misspelt name', { conten: 'hi' }, /^UNKNOWN_OPTION: .*conten.*`content`/],
    ['both languages at once', { content: 'hi', flags: 4, replyTo: '3' }, /^INVALID_BODY: A message has `flags` beside `replyTo`\./],
  ])('cannot be %s', (_, content, message) => {
    expect(refusal(() => sending(content as never))).toMatch(message);
  });
});

describe('what is edited', () => {
  it.each([
    ['a text', 'hi', { content: 'hi' }],
    ['options', { content: null, embeds: [], allowedMentions: {} }, { content: null, embeds: [], allowed_mentions: { parse: [] } }],
    ['Discord’s own body', { attachments: [{ id: '70' }] }, { attachments: [{ id: '70' }] }],
    ['previews that go', { content: 'hi', suppressEmbeds: true }, { content: 'hi', flags: 4 }],
    ['previews that come back', { suppressEmbeds: false }, { flags: 0 }],
    ['components, whose flag nobody has to know', { components: [CONTAINER] }, { components: [CONTAINER], flags: 1 << 15 }],
  ])('can be %s', (_, content, body) => {
    expect(editing(content as never)).toEqual({ body, call: undefined });
  });

  it('can be files alone', () => {
    expect(editing({ files: [FILE] })).toEqual({ body: {}, call: { files: [FILE] } });
  });

  it.each([
    ['nothing', {}, /^INVALID_BODY: The edit changes nothing\./],
    ['too long a text', 'x'.repeat(2_001), /^INVALID_BODY: .*content.*2.?001.*2.?000/],
    [
      'what was asked once',
      { content: 'hi', poll: { question: { text: 'a' }, answers: [] } },
      /^INVALID_BODY: `poll` of a message cannot be changed\./,
    ],
    ['what it answers', { content: 'hi', replyTo: '3' }, /^INVALID_BODY: `replyTo` of a message cannot be changed\./],
    ['who sees it', { content: 'hi', ephemeral: true }, /^INVALID_BODY: `ephemeral` of a message cannot be changed\./],
    ['null', null, /^INVALID_OPTION/],
  ])('cannot be %s', (_, content, message) => {
    expect(refusal(() => editing(content as never))).toMatch(message);
  });
});

describe('what stands in a message without types', () => {
  it.each([
    ['an empty embed', { embeds: [{}] }, 'embeds[0]', 'is empty'],
    ['a misspelt name in an embed', { embeds: [{ titel: 'a' }] }, 'embeds[0].titel', 'Did you mean `title`?'],
    ['an empty row', { components: [{ type: 1, components: [] }] }, 'components[0].components', 'needs at least 1'],
    [
      'a text input',
      { components: [{ type: 1, components: [{ type: 4, custom_id: 'a', style: 1 }] }] },
      'components[0].components[0]',
      'type 4',
    ],
  ])('is refused in options, in Discord’s own body, and in edits: %s', (_, parts, field, says) => {
    for (const content of [parts, { ...parts, allowed_mentions: {} }])
      for (const make of [sending, editing]) {
        const told = refusal(() => make(content as never));
        expect([told.startsWith(`INVALID_BODY: \`${field}\``), told.includes(says)]).toEqual([true, true]);
      }
  });
});
