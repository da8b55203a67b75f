import { describe, expect, it } from '@jest/globals';
import { button } from '../../src/builders/button.js';
import { checkbox, checkboxGroup, radioGroup } from '../../src/builders/choices.js';
import { fileUpload } from '../../src/builders/fileUpload.js';
import { label, modal, type ModalOptions } from '../../src/builders/modal.js';
import { channelSelect, mentionableSelect, roleSelect, stringSelect, userSelect } from '../../src/builders/select.js';
import { textInput } from '../../src/builders/textInput.js';
import { refusal } from './refusal.js';

const name = textInput({ customId: 'name' });
const field = (customId: string) => label({ label: 'x', component: textInput({ customId }) });

describe('label', () => {
  it.each([
    textInput({ customId: 'x' }),
    stringSelect({ customId: 'x', options: ['a'] }),
    userSelect({ customId: 'x' }),
    roleSelect({ customId: 'x' }),
    mentionableSelect({ customId: 'x' }),
    channelSelect({ customId: 'x' }),
    fileUpload({ customId: 'x' }),
    radioGroup({ customId: 'x', options: ['a', 'b'] }),
    checkboxGroup({ customId: 'x', options: ['a'] }),
    checkbox({ customId: 'x' }),
  ])('goes around %o', (component) => {
    expect(label({ label: 'Name', description: 'Yours', component, id: 1 })).toEqual({
      type: 18,
      label: 'Name',
      description: 'Yours',
      component,
      id: 1,
    });
  });

  it.each([
    [() => label({ label: 'x'.repeat(46), component: name }), '`label` in `label(…)` has 46 characters'],
    [() => label({ label: '', component: name }), '`label` in `label(…)` is ""'],
    [() => label({ label: 'x', description: 'x'.repeat(101), component: name }), '`description` in `label(…)` has 101 characters'],
    [
      () => label({ label: 'x', component: button({ customId: 'x', label: 'x' }) as never }),
      '`component` in `label(…)` is an object, which is no field',
    ],
    [() => label({ label: 'x' } as never), '`component` in `label(…)` is missing. Give it.'],
    [() => label({ label: 'x', component: userSelect({ customId: 'x', disabled: true }) }), '`component.disabled` in `label(…)` is true'],
    [
      () => label({ label: 'x', component: userSelect({ customId: 'x', minValues: 0 }) }),
      '`component.minValues` in `label(…)` is 0 while the field is required',
    ],
  ])('refuses %# in words', (build, words) => {
    const { code, message } = refusal(build);
    expect([code, message]).toEqual(['INVALID_BODY', expect.stringContaining(words)]);
  });

  it('lets nothing be picked where the field is not required', () => {
    expect(refusal(() => label({ label: 'x', component: userSelect({ customId: 'x', minValues: 0, required: false }) })).code).toBe('none');
  });
});

describe('modal', () => {
  it('writes what Discord reads, and texts between the fields', () => {
    expect(modal({ customId: 'form', title: 'Form', components: ['Hello', field('a')] })).toEqual({
      custom_id: 'form',
      title: 'Form',
      components: [{ type: 10, content: 'Hello' }, field('a')],
    });
  });

  it.each<[Partial<ModalOptions>, string]>([
    [{ title: 'x'.repeat(46) }, '`title` in `modal(…)` has 46 characters'],
    [{ customId: '' }, '`customId` in `modal(…)` is ""'],
    [{ components: [] }, '`components` in `modal(…)` has 0 items; it needs at least 1'],
    [{ components: ['a', 'b', 'c', 'd', 'e', 'f'] }, '`components` in `modal(…)` has 6 items; at most 5 are allowed'],
    [{ components: [field('a'), field('a')] }, '`components` in `modal(…)` has the `customId` "a" twice'],
    [
      { components: [name as never] },
      '`components[0]` in `modal(…)` is neither a label nor a text. Put the field into a `label({ label, component })`.',
    ],
  ])('refuses %# in words', (options, words) => {
    const { code, message } = refusal(() => modal({ customId: 'form', title: 'Form', components: [field('a')], ...options }));
    expect([code, message]).toEqual(['INVALID_BODY', expect.stringContaining(words)]);
  });
});
