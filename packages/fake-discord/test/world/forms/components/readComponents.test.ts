import { describe, expect, it } from '@jest/globals';
import { Form } from '../../../../src/world/forms/Form.js';
import { flatten, readMessageComponents, readModalComponents } from '../../../../src/world/forms/components/readComponents.js';
import { readDraft } from '../../../../src/world/forms/messageForm.js';

const V2 = 1 << 15;
const button = (id: string, more: object = {}) => ({ type: 2, style: 1, label: id, custom_id: id, ...more });
const select = (more: object = {}) => ({ type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }], ...more });
const chosen = (type: number, ...kinds: string[]) => ({
  type,
  custom_id: 's',
  default_values: kinds.map((kind, at) => ({ id: String(at + 1), type: kind })),
});
const row = (...components: object[]) => ({ type: 1, components });
const text = (content = 'x') => ({ type: 10, content });
const label = (component: object, more: object = {}) => ({ type: 18, label: 'L', component, ...more });

/** What a message of these components is refused with: the codes, or `none`. */
function codes(components: unknown, flags = 0): readonly string[] | string {
  return refusal(() => readDraft(new Form({ components, flags })));
}

function modalCodes(components: unknown): readonly string[] | string {
  const form = new Form({ components });
  return refusal(() => {
    readModalComponents(form);
    form.check();
  });
}

function refusal(read: () => unknown): readonly string[] | string {
  try {
    read();
    return 'none';
  } catch (error) {
    const errors = JSON.stringify((error as { refusal: { errors: object } }).refusal.errors);
    return [...errors.matchAll(/"code":"(\w+)"/g)].map((match) => match[1] ?? '');
  }
}

describe('the rows of a message', () => {
  it('get an id each, next to those that were given', () => {
    const form = new Form({ components: [row(button('a'), button('b', { id: 2 })), row(select())] });
    const read = readMessageComponents(form, false) ?? [];
    expect(flatten(read).map(({ id, type }) => [type, id])).toEqual([
      [1, 1],
      [2, 3],
      [2, 2],
      [1, 4],
      [3, 5],
    ]);
  });

  it('may be all that a message has', () => {
    expect(
      [[button('a', { emoji: { name: '❤' } })], [select()], [chosen(5, 'user')], [chosen(8)]].map((each) => codes([row(...each)])),
    ).toEqual(Array(4).fill('none'));
  });

  it.each<[string, object[], string]>([
    ['six of them', Array.from({ length: 6 }, (_, index) => row(button(String(index)))), 'BASE_TYPE_MAX_LENGTH'],
    ['six buttons', [row(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => button(id)))], 'BASE_TYPE_MAX_LENGTH'],
    ['a select beside a button', [row(select(), button('b'))], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
    ['nothing in one', [row()], 'BASE_TYPE_MIN_LENGTH'],
    ['no list in one', [{ type: 1 }], 'BASE_TYPE_REQUIRED'],
    ['a button outside of any', [button('a')], 'UNION_TYPE_CHOICES'],
    ['a text, without the flag', [row(text())], 'UNION_TYPE_CHOICES'],
    ['the same custom_id twice', [row(button('a')), row(button('a'))], 'COMPONENT_CUSTOM_ID_DUPLICATED'],
    ['a custom_id that is too long', [row(button('x'.repeat(101), { label: 'x' }))], 'BASE_TYPE_MAX_LENGTH'],
    ['a button without custom_id', [row({ type: 2, style: 1, label: 'x' })], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED'],
    ['a button without looks', [row({ type: 2, style: 1, custom_id: 'x' })], 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED'],
    ['a button with a url', [row(button('a', { url: 'https://x.y' }))], 'BUTTON_COMPONENT_URL_NOT_ALLOWED'],
    ['a button with an emoji that is none', [row(button('a', { emoji: { name: 'smile' } }))], 'COMPONENT_INVALID_EMOJI'],
    ['a button of no style', [row(button('a', { style: 9 }))], 'BASE_TYPE_CHOICES'],
    ['a link to nowhere', [row({ type: 2, style: 5, label: 'x' })], 'BUTTON_COMPONENT_URL_REQUIRED'],
    ['a link of another scheme', [row({ type: 2, style: 5, label: 'x', url: 'ftp://x' })], 'URL_TYPE_INVALID_SCHEME'],
    ['a link with a custom_id', [row(button('a', { style: 5, url: 'https://x.y' }))], 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE'],
    ['a premium button with a label', [row({ type: 2, style: 6, sku_id: '1', label: 'x' })], 'BUTTON_COMPONENT_INVALID_PREMIUM_FIELD'],
    ['a select without options', [row({ type: 3, custom_id: 's' })], 'BASE_TYPE_REQUIRED'],
    [
      'a select of 26 options',
      [row(select({ options: Array.from({ length: 26 }, (_, at) => ({ label: 'x', value: String(at) })) }))],
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a select with one value twice',
      [
        row(
          select({
            options: [
              { label: 'a', value: 'a' },
              { label: 'b', value: 'a' },
            ],
          }),
        ),
      ],
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    ['a select that starts with things of another kind', [row(chosen(5, 'role'))], 'BASE_TYPE_CHOICES'],
    ['a select that starts with too much', [row(chosen(5, 'user', 'user'))], 'BASE_TYPE_MAX_LENGTH'],
    ['a select that starts with too little', [row({ ...chosen(7, 'role'), min_values: 2, max_values: 2 })], 'BASE_TYPE_MIN_LENGTH'],
    ['a select of more than it allows', [row(select({ min_values: 3, max_values: 2 }))], 'SELECT_COMPONENT_MIN_VALUES_TOO_LARGE'],
  ])('are refused with %s', (_, components, code) => {
    expect(codes(components)).toContain(code);
  });
});

describe('the layout of a message with IS_COMPONENTS_V2', () => {
  it('may hold texts, sections, containers, galleries, separators and rows', () => {
    const media = { url: 'https://x.y/z.png' };
    const section = { type: 9, components: [text()], accessory: { type: 11, media } };
    const container = { type: 17, accent_color: 1, components: [text(), section, { type: 14, spacing: 2 }, row(button('a'))] };
    expect(codes([text(), container, { type: 12, items: [{ media }] }], V2)).toBe('none');
  });

  it.each<[string, object[], string]>([
    ['41 components', Array.from({ length: 41 }, () => text()), 'BASE_TYPE_MAX_LENGTH'],
    ['a container in a container', [{ type: 17, components: [{ type: 17, components: [text()] }] }], 'UNION_TYPE_CHOICES'],
    ['a section without accessory', [{ type: 9, components: [text()] }], 'BASE_TYPE_REQUIRED'],
    ['texts that are too long together', [text('x'.repeat(2500)), text('x'.repeat(1501))], 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
    ['a link that is none', [row({ type: 2, style: 5, label: 'x', url: 'x' })], 'URL_TYPE_INVALID_URL'],
    ['a text that is too long', [text('x'.repeat(4001))], 'BASE_TYPE_MAX_LENGTH'],
    ['a file from elsewhere', [{ type: 13, file: { url: 'https://x.y/z' } }], 'URL_TYPE_INVALID_SCHEME'],
    ['a file that was not sent', [{ type: 13, file: { url: 'attachment://z' } }], 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
    ['a gallery of nothing', [{ type: 12, items: [] }], 'BASE_TYPE_MIN_LENGTH'],
  ])('is refused with %s', (_, components, code) => {
    expect(codes(components, V2)).toContain(code);
  });

  it('stands alone: content and embeds are refused beside it', () => {
    const read = () => readDraft(new Form({ components: [text()], flags: V2, content: 'x', embeds: [{ title: 'x' }] }));
    expect(refusal(read)).toEqual(Array(2).fill('MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'));
  });
});

describe('the components of a modal', () => {
  it('are labels around inputs of all kinds, and texts', () => {
    const options = [
      { label: 'a', value: 'a' },
      { label: 'b', value: 'b' },
    ];
    const inputs = [
      { type: 4, custom_id: 't', style: 1 },
      { type: 21, custom_id: 'r', options },
      { type: 22, custom_id: 'g', options },
      { type: 23, custom_id: 'c' },
    ];
    expect(modalCodes([text(), ...inputs.map((each) => label(each))])).toBe('none');
    expect(modalCodes([label({ type: 19, custom_id: 'f' }), row({ type: 4, custom_id: 'old', style: 2, label: 'x' })])).toBe('none');
  });

  it.each<[string, object[], string]>([
    ['nothing', [], 'BASE_TYPE_MIN_LENGTH'],
    ['six', Array.from({ length: 6 }, () => text()), 'BASE_TYPE_MAX_LENGTH'],
    ['an input without a label', [{ type: 4, custom_id: 't', style: 1 }], 'UNION_TYPE_CHOICES'],
    ['an input in a row without its own label', [row({ type: 4, custom_id: 't', style: 1 })], 'BASE_TYPE_REQUIRED'],
    ['an input without custom_id', [label({ type: 4, style: 1 })], 'BASE_TYPE_REQUIRED'],
    ['a disabled select', [label(select({ disabled: true }))], 'COMPONENT_DISABLED_IN_MODAL'],
    ['a required select that may stay empty', [label(select({ min_values: 0 }))], 'NUMBER_TYPE_MIN'],
    ['a radio group of one', [label({ type: 21, custom_id: 'r', options: [{ label: 'a', value: 'a' }] })], 'BASE_TYPE_MIN_LENGTH'],
    [
      'a least length above the most',
      [label({ type: 4, custom_id: 't', style: 1, min_length: 5, max_length: 2 })],
      'TEXT_INPUT_MIN_LENGTH_TOO_LARGE',
    ],
  ])('are refused with %s', (_, components, code) => {
    expect(modalCodes(components)).toContain(code);
  });
});
