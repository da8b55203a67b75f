import { describe, expect, it } from '@jest/globals';
import { type RefusedError } from '../../../src/errors.js';
import { Form } from '../../../src/world/forms/Form.js';
import { readDraft, readEdit } from '../../../src/world/forms/messageForm.js';
import { outcome } from '../../arrangeHome.js';

function refusal(body: Record<string, unknown>): unknown {
  try {
    readDraft(new Form(body));
    return 'none';
  } catch (error) {
    const { discordCode, errors } = (error as RefusedError).refusal;
    return { discordCode, errors };
  }
}

function wrong(errors: object): object {
  return { discordCode: 50035, errors };
}

function leaf(code: string, message: string): object {
  return { _errors: [{ code, message }] };
}

describe('the body of a new message', () => {
  it('is read with every default', () => {
    expect(readDraft(new Form({ content: 'hi' }))).toEqual({
      allowedMentions: null,
      attachments: [],
      components: [],
      content: 'hi',
      embeds: [],
      enforceNonce: false,
      flags: 0,
      nonce: undefined,
      poll: null,
      reference: null,
      stickerIds: [],
      clientTheme: null,
      tts: false,
    });
  });

  it.each([[{}], [{ content: '' }], [{ content: ' \n' }], [{ embeds: [] }], [{ content: null }]])(
    'is refused when it shows nothing: %j',
    (body) => {
      expect(refusal(body)).toEqual({ discordCode: 50006, errors: undefined });
    },
  );

  it('has at most 2000 characters', () => {
    expect(refusal({ content: 'x'.repeat(2000) })).toBe('none');
    expect(refusal({ content: 'x'.repeat(2001) })).toEqual(
      wrong({ content: leaf('BASE_TYPE_MAX_LENGTH', 'Must be 2000 or fewer in length.') }),
    );
  });

  it('has at most 10 embeds of 6000 characters together', () => {
    const embed = { description: 'x'.repeat(600) };
    expect(refusal({ embeds: Array.from({ length: 10 }, () => embed) })).toBe('none');
    expect(refusal({ embeds: [...Array.from({ length: 9 }, () => embed), { description: 'x'.repeat(601) }] })).toEqual(
      wrong({ embeds: leaf('MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000') }),
    );
    expect(refusal({ embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) })).toEqual(
      wrong({ embeds: leaf('BASE_TYPE_MAX_LENGTH', 'Must be 10 or fewer in length.') }),
    );
  });

  it('names the embed and the field that is wrong', () => {
    expect(refusal({ embeds: [{ title: 'x'.repeat(257), fields: [{ name: 'a' }] }] })).toEqual(
      wrong({
        embeds: {
          0: {
            title: leaf('BASE_TYPE_MAX_LENGTH', 'Must be 256 or fewer in length.'),
            fields: { 0: { value: leaf('BASE_TYPE_REQUIRED', 'This field is required') } },
          },
        },
      }),
    );
  });

  it.each<[string, object, object]>([
    ['nothing in it', { color: 1, fields: [], title: '' }, { description: leaf('BASE_TYPE_REQUIRED', 'This field is required') }],
    ['a link that is none', { title: 'a', url: 'nope' }, { url: leaf('URL_TYPE_INVALID_URL', 'Not a well formed URL.') }],
    ['a link with a space', { title: 'a', url: 'https://x.y/a b' }, { url: leaf('URL_TYPE_INVALID_URL', 'Not a well formed URL.') }],
    [
      'a link to a file',
      { title: 'a', url: 'attachment://a.png' },
      { url: leaf('URL_TYPE_INVALID_SCHEME', `Scheme "attachment" is not supported. Scheme must be one of ('http', 'https').`) },
    ],
    [
      'a time that is none',
      { title: 'a', timestamp: 'yesterday' },
      { timestamp: leaf('DATE_TIME_TYPE_PARSE', 'Could not parse yesterday. Should be ISO8601.') },
    ],
    [
      'a field of white space',
      { fields: [{ name: 'a', value: ' \n' }] },
      { fields: { 0: { value: leaf('BASE_TYPE_REQUIRED', 'This field is required') } } },
    ],
    ['a picture from nowhere', { image: {} }, { image: { url: leaf('BASE_TYPE_REQUIRED', 'This field is required') } }],
    ['an author without a name', { author: {} }, { author: { name: leaf('BASE_TYPE_REQUIRED', 'This field is required') } }],
    ['a footer without a word', { footer: { text: '' } }, { footer: { text: leaf('BASE_TYPE_REQUIRED', 'This field is required') } }],
  ])('has no embed with %s', (_, embed, errors) => {
    expect(refusal({ embeds: [embed] })).toEqual(wrong({ embeds: { 0: errors } }));
  });

  it.each([
    [{ image: { url: 'attachment://a.png' } }],
    [{ footer: { text: 'a', icon_url: 'https://x.y' }, url: 'HTTP://x.y/?a' }],
    [{ timestamp: '2026-01-01T00:00:00Z' }],
  ])('may be one embed: %j', (embed) => {
    expect(refusal({ embeds: [embed] })).toBe('none');
  });

  it('keeps only the flags that a bot may set', () => {
    expect(readDraft(new Form({ content: 'x', flags: 4 | 64 | 4096 })).flags).toBe(4 | 4096);
  });

  it('takes a nonce that is a number or up to 25 characters', () => {
    expect([readDraft(new Form({ content: 'x', nonce: 7 })).nonce, readDraft(new Form({ content: 'x', nonce: 'n' })).nonce]).toEqual([
      7,
      'n',
    ]);
    expect(refusal({ content: 'x', nonce: 'n'.repeat(26) })).toEqual(
      wrong({ nonce: leaf('BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.') }),
    );
  });

  it('needs the id of the message that it answers', () => {
    expect(refusal({ content: 'x', message_reference: {} })).toEqual(
      wrong({ message_reference: { message_id: leaf('BASE_TYPE_REQUIRED', 'This field is required') } }),
    );
  });

  it('may be colours alone', () => {
    const theme = { colors: ['ff0000', '00ff00'], gradient_angle: 90, base_mix: 50 };
    expect(readDraft(new Form({ shared_client_theme: theme })).clientTheme).toEqual({ ...theme, base_theme: 0 });
    expect(refusal({ shared_client_theme: { ...theme, colors: ['orange'] } })).not.toBe('none');
  });

  it('is changed without its stickers, and becomes no poll', () => {
    expect(outcome(() => readEdit(new Form({ sticker_ids: ['1'] })))).toBe('400 50080');
    expect(() => readEdit(new Form({ poll: {} }))).toThrow(expect.objectContaining({ code: 'FAKE_NOT_SIMULATED' }));
  });

  it('may hold empty lists of what is not simulated, as many libraries send them', () => {
    expect(refusal({ content: 'x', components: [], attachments: [], sticker_ids: [] })).toBe('none');
  });

  it('is a forward, which needs the channel and has nothing beside it', () => {
    const message_reference = { type: 1, message_id: '1', channel_id: '2' };
    expect(readDraft(new Form({ message_reference })).reference).toEqual({
      type: 'forward',
      messageId: '1',
      channelId: '2',
      failIfNotExists: true,
    });
    expect(refusal({ message_reference: { type: 1, message_id: '1' } })).toEqual(
      wrong({ message_reference: { channel_id: leaf('BASE_TYPE_REQUIRED', 'This field is required') } }),
    );
    expect(refusal({ message_reference, content: 'look' })).toMatchObject({
      errors: { _errors: [{ code: 'MESSAGE_FORWARD_WITH_CONTENT' }] },
    });
  });
});

describe('allowed_mentions', () => {
  it('are read with every default', () => {
    const { allowedMentions } = readDraft(new Form({ content: 'x', allowed_mentions: {} }));
    expect(allowedMentions).toEqual({ parse: [], repliedUser: false, roles: [], users: [] });
  });

  it('cannot name all users and some users', () => {
    expect(refusal({ content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } })).toEqual(
      wrong({
        allowed_mentions: leaf('MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', 'parse:["users"] and users: [ids...] are mutually exclusive.'),
      }),
    );
  });

  it.each([
    [{ parse: ['all'] }, 'parse', 'BASE_TYPE_CHOICES'],
    [{ users: ['x'] }, 'users', 'NUMBER_TYPE_COERCE'],
    [{ roles: Array.from({ length: 101 }, () => '1') }, 'roles', 'BASE_TYPE_MAX_LENGTH'],
  ])('are checked: %#', (allowedMentions, field, code) => {
    const found = refusal({ content: 'x', allowed_mentions: allowedMentions });
    expect(found).toEqual(wrong({ allowed_mentions: { [field]: { _errors: [expect.objectContaining({ code })] } } }));
  });
});

describe('the body of an edit', () => {
  it('leaves alone what it does not name', () => {
    expect(readEdit(new Form({}))).toEqual({ allowedMentions: null, content: undefined, embeds: undefined, flags: undefined });
  });

  it('takes away what it names as null', () => {
    expect(readEdit(new Form({ content: null, embeds: null }))).toMatchObject({ content: '', embeds: [] });
  });

  it('changes no flag but the suppression of embeds', () => {
    expect(readEdit(new Form({ flags: 4 | 4096 })).flags).toBe(4);
  });
});
