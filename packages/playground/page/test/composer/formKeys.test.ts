import { describe, expect, it } from '@jest/globals';
import { formKeys, type FormState } from '../../src/composer/formKeys.js';
import { mergeHistory } from '../../src/state/reduceMessages.js';
import { emptyRoom } from '../../src/state/PersonState.js';
import { alice, aliceSeat, message, person } from '../fixtures.js';

const entry = (name: string) => ({ description: '', name, options: [] });

/** The keys, and what they did. */
function keys(parts: Partial<FormState> = {}): {
  readonly did: unknown[];
  readonly press: (key: string) => void;
  readonly state: FormState;
} {
  const did: unknown[] = [];
  const note = (what: string) => (value?: unknown) => void did.push([what, value]);
  const state: FormState = {
    active: 0,
    entries: [],
    onCommand: note('command'),
    seat: aliceSeat(),
    send: note('send'),
    setActive: note('active'),
    text: '',
    write: note('write'),
    ...parts,
  };
  return { did, press: (key) => formKeys(state)[key]?.(), state };
}

describe('the message field while commands are offered', () => {
  const entries = [entry('a'), entry('b')];

  it.each([
    ['ArrowDown', ['active', 1]],
    ['ArrowUp', ['active', 1]],
    ['Enter', ['command', entry('a')]],
    ['Tab', ['command', entry('a')]],
    ['Escape', ['write', '']],
  ])('takes %s', (key, deed) => {
    const { did, press } = keys({ entries });
    press(key);
    expect(did).toEqual([deed]);
  });
});

describe('the message field', () => {
  it('sends with Enter, and leaves the reply with Escape', () => {
    const { did, press, state } = keys({ text: 'hi' });
    state.seat.aim.value = { message: message({ id: '1' }), type: 'reply' };
    press('Enter');
    press('Escape');
    expect([did.length, state.seat.aim.value]).toEqual([1, null]);
  });

  it('edits the last message of one’s own with the arrow up, while nothing is written', () => {
    const room = mergeHistory(emptyRoom, [message({ author: alice, id: '1' }), message({ id: '2' })], false, true);
    const seat = aliceSeat({ ...person, rooms: new Map([['20', room]]) });
    keys({ seat, text: 'hi' }).press('ArrowUp');
    expect(seat.aim.value).toBeNull();
    keys({ seat }).press('ArrowUp');
    expect(seat.aim.value).toMatchObject({ message: { id: '1' }, type: 'edit' });
  });
});
