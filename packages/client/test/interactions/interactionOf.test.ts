import { describe, expect, it } from '@jest/globals';
import { interactionWorld, SAMPLES } from './samples.js';

const KINDS = Object.keys(SAMPLES) as (keyof typeof SAMPLES)[];
const GUARDS = {
  isCommand: ['command'],
  isUserCommand: ['userCommand'],
  isMessageCommand: ['messageCommand'],
  isAutocomplete: ['autocomplete'],
  isButton: ['button'],
  isSelect: KINDS.filter((kind) => kind.endsWith('Select')),
  isComponent: KINDS.filter((kind) => kind === 'button' || kind.endsWith('Select')),
  isModal: ['modal'],
  isRepliable: KINDS.filter((kind) => kind !== 'autocomplete'),
} as const;

describe('an interaction from the wire', () => {
  it.each(KINDS)('is known by its kind: %s', (kind) => {
    const { interaction } = interactionWorld(kind);
    expect(interaction.kind).toBe(kind);
    for (const [guard, kinds] of Object.entries(GUARDS))
      expect([guard, interaction[guard as keyof typeof GUARDS]()]).toEqual([guard, (kinds as readonly string[]).includes(kind)]);
  });

  it.each([
    ['a newer kind of command', { type: 2, data: { type: 9 } }],
    ['a newer kind of component', { type: 3, data: { component_type: 99 } }],
    ['a ping', { type: 1 }],
  ])('is unknown where it is %s', (_, payload) => {
    const { payload: base, views } = interactionWorld('command');
    expect(views.interaction({ ...base, data: undefined, ...payload } as never).kind).toBe('unknown');
  });
});
