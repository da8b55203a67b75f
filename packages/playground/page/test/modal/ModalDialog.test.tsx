import { describe, expect, it } from '@jest/globals';
import { ModalDialog } from '../../src/modal/ModalDialog.js';
import { htmlIn } from '../drawn.js';
import { aliceSeat, person } from '../fixtures.js';

const option = (value: string) => ({ label: `option ${value}`, value });
const label = (name: string, component: object) => ({ component: { custom_id: name, ...component }, label: name, type: 18 });

const html = (...components: object[]): string => {
  const modal = { components, custom_id: 'm', title: 'How was it?' };
  const news = { channelId: '20', id: '7', kind: 2, messageId: null, modal, name: 'review', replyId: null, state: 'modal', userId: '100' };
  return htmlIn(aliceSeat({ ...person, modal: news as never }), <ModalDialog />);
};

describe('a modal, drawn', () => {
  it('is a dialog with its title', () => {
    expect(html()).toMatch(/role="dialog" aria-modal="true".*How was it\?.*Cancel.*Submit/);
  });

  it.each([
    ['a text', { style: 1, type: 4 }, /<input[^>]*type="text"[^>]*aria-label="q"/],
    ['a long text', { style: 2, type: 4 }, /<textarea[^>]*aria-label="q"/],
    ['a select', { options: [option('a')], type: 3 }, /role="combobox"[^>]*aria-label="q"/],
    ['people', { placeholder: 'Who?', type: 5 }, /role="combobox"[^>]*aria-label="Who\?"/],
    ['files', { max_values: 2, type: 19 }, /<input[^>]*type="file"[^>]*aria-label="q"[^>]*multiple/],
    ['one of several', { options: [option('a'), option('b')], type: 21 }, /type="radio".*option a.*type="radio".*option b/],
    ['some of several', { options: [option('a')], type: 22 }, /type="checkbox".*option a/],
    ['yes or no', { type: 23 }, /type="checkbox"[^>]*aria-label="q"/],
  ])('asks for %s', (_, component, expected) => {
    expect(html(label('q', component))).toMatch(expected);
  });

  it('marks what is needed', () => {
    expect(html(label('q', { style: 1, type: 4 }))).toContain('(required)');
    expect(html(label('q', { required: false, style: 1, type: 4 }))).not.toContain('(required)');
  });

  it('shows texts between the questions', () => {
    expect(html({ content: '**Please**', type: 10 })).toContain('<strong>Please</strong>');
  });

  it('is nothing while the bot asks for nothing', () => {
    expect(htmlIn(aliceSeat(), <ModalDialog />)).toBe('');
  });
});
