import { describe, expect, it } from '@jest/globals';
import { type RefusedError } from '../../../src/errors.js';
import { Form } from '../../../src/world/forms/Form.js';

function complaints(fields: Record<string, unknown>, read: (form: Form) => void): unknown {
  const form = new Form(fields);
  read(form);
  try {
    form.check();
    return 'none';
  } catch (error) {
    return (error as RefusedError).refusal.errors;
  }
}

function leaf(code: string, message: string): object {
  return { _errors: [{ code, message }] };
}

describe('a form', () => {
  it('complains about every wrong field at once', () => {
    const found = complaints({ name: 5, age: 'x', isOld: 'perhaps', id: 'abc', list: {}, object: [] }, (form) => {
      form.string('name');
      form.integer('age');
      form.boolean('isOld');
      form.snowflake('id');
      form.list('list');
      form.object('object');
    });
    expect(found).toEqual({
      name: leaf('STRING_TYPE_CONVERT', 'Could not interpret "5" as string.'),
      age: leaf('NUMBER_TYPE_COERCE', 'Value "x" is not int.'),
      isOld: leaf('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'),
      id: leaf('NUMBER_TYPE_COERCE', 'Value "abc" is not snowflake.'),
      list: leaf('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'),
      object: leaf('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType'),
    });
  });

  it('accepts both ends of its bounds and nothing beyond', () => {
    const read = (form: Form): void => {
      form.integer('n', { min: 1, max: 3 });
      form.string('s', { min: 1, max: 3 });
    };
    expect([1, 3].map((n) => complaints({ n, s: 'x'.repeat(n) }, read))).toEqual(['none', 'none']);
    expect(complaints({ n: 4, s: 'xxxx' }, read)).toEqual({
      n: leaf('NUMBER_TYPE_MAX', 'int value should be less than or equal to 3.'),
      s: leaf('BASE_TYPE_MAX_LENGTH', 'Must be 3 or fewer in length.'),
    });
    expect(complaints({ n: 0, s: '' }, read)).toEqual({
      n: leaf('NUMBER_TYPE_MIN', 'int value should be greater than or equal to 1.'),
      s: leaf('BASE_TYPE_MIN_LENGTH', 'Must be 1 or more in length.'),
    });
  });

  it('counts characters, not UTF-16 units', () => {
    expect(complaints({ s: '😀😀😀' }, (form) => form.string('s', { max: 3 }))).toBe('none');
  });

  it('names the place within nested lists', () => {
    const found = complaints({ embeds: [{}, { fields: [{ name: 1 }] }, 'no'] }, (form) => {
      for (const embed of form.objects('embeds') ?? []) for (const field of embed.objects('fields') ?? []) field.string('name');
    });
    expect(found).toEqual({
      embeds: {
        1: { fields: { 0: { name: leaf('STRING_TYPE_CONVERT', 'Could not interpret "1" as string.') } } },
        2: leaf('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType'),
      },
    });
  });

  it('keeps two complaints about one field beside each other', () => {
    const found = complaints({}, (form) => {
      form.refuse('', 'A', 'a');
      form.refuse('', 'B', 'b');
    });
    expect(found).toEqual({
      _errors: [
        { code: 'A', message: 'a' },
        { code: 'B', message: 'b' },
      ],
    });
  });

  it('reads null as missing, and tells them apart when asked', () => {
    const form = new Form({ a: null });
    expect([form.string('a'), form.isNull('a'), form.has('a'), form.has('b')]).toEqual([undefined, true, true, false]);
  });
});

describe('a form over a query', () => {
  it('reads numbers and booleans from their texts', () => {
    const form = Form.ofQuery(new URLSearchParams('limit=5&a=true&b=0&c=False'));
    expect([form.integer('limit'), form.boolean('a'), form.boolean('b'), form.boolean('c')]).toEqual([5, true, false, false]);
  });
});
