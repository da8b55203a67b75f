import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { outcomeOf } from '../collectors/hubWorld.js';
import { interactionWorld, SAMPLES } from './samples.js';

const FIELDS = { name: { label: 'Name' }, why: { label: 'Why?', description: 'In a word', maxLength: 20 } };
const FORM = { title: 'Who are you?', fields: FIELDS } as const;

/** A command whose form REST takes, unless `answer` says otherwise; `submit` sends it off. */
function formWorld(answer?: (method: string) => unknown) {
  const world = interactionWorld('command', answer === undefined ? {} : { answer });
  const { collectors, interaction, payload, views } = world;
  const submit = (values: Readonly<Record<string, string>>, customId = `quick:${interaction.id}`): void => {
    const components = Object.entries(values).map(([custom_id, value]) => ({ type: 18, component: { type: 4, custom_id, value } }));
    const form = views.interaction({ ...payload, ...SAMPLES.modal, data: { custom_id: customId, components } } as never);
    collectors.hear('interactionCreate', form.data, () => [form, 'the context', undefined]);
  };
  return { ...world, submit };
}

describe('a quick form', () => {
  it('asks for its fields, and gives what was written by their keys', async () => {
    const { calls, collectors, interaction, submit } = formWorld();
    const asked = interaction.quickModal(FORM);
    await nextTurn();
    expect(calls[0]?.[3]).toMatchObject({
      type: 9,
      data: {
        custom_id: `quick:${interaction.id}`,
        title: 'Who are you?',
        components: [
          { type: 18, label: 'Name', component: { type: 4, custom_id: 'name' } },
          { type: 18, label: 'Why?', description: 'In a word', component: { type: 4, custom_id: 'why', max_length: 20 } },
        ],
      },
    });
    submit({ name: 'Ada', why: '' });
    const form = await asked;
    expect([form?.values, form?.interaction.kind, collectors.size]).toEqual([{ name: 'Ada', why: '' }, 'modal', 0]);
  });

  it('hears no other form', async () => {
    const { interaction, submit } = formWorld();
    const asked = interaction.quickModal(FORM);
    await nextTurn();
    submit({ name: 'Ada', why: '' }, 'another');
    expect(await outcomeOf(asked)).toBe('pending');
  });

  it('gives nothing when its time is over', async () => {
    const { clock, collectors, interaction } = formWorld();
    const asked = interaction.quickModal({ ...FORM, timeoutMs: 5_000 });
    await nextTurn();
    clock.advance(4_999);
    expect(await outcomeOf(asked)).toBe('pending');
    clock.advance(1);
    expect([await asked, collectors.size]).toEqual([undefined, 0]);
  });

  it('waits as long as the token lives, unless it is told how long', async () => {
    const { clock, interaction } = formWorld();
    const asked = interaction.quickModal(FORM);
    await nextTurn();
    clock.advance(899_999);
    expect(await outcomeOf(asked)).toBe('pending');
    clock.advance(1);
    expect(await asked).toBeUndefined();
  });

  it('gives up when its signal aborts', async () => {
    const { collectors, interaction } = formWorld();
    const controller = new AbortController();
    const asked = interaction.quickModal({ ...FORM, signal: controller.signal });
    await nextTurn();
    controller.abort(new RangeError('enough'));
    await expect(asked).rejects.toThrow('enough');
    expect(collectors.size).toBe(0);
  });

  it('gives up when its signal aborts while it is being opened', async () => {
    const controller = new AbortController();
    const { collectors, interaction } = formWorld(() => {
      controller.abort(new RangeError('enough'));
      return nextTurn({});
    });
    await expect(interaction.quickModal({ ...FORM, signal: controller.signal })).rejects.toThrow('enough');
    expect(collectors.size).toBe(0);
  });

  it('is not opened at all when its signal was aborted before', async () => {
    const { calls, collectors, interaction } = formWorld();
    const asked = interaction.quickModal({ ...FORM, signal: AbortSignal.abort(new RangeError('enough')) });
    await expect(asked).rejects.toThrow('enough');
    expect([calls, collectors.size, interaction.isAnswered]).toEqual([[], 0, false]);
  });

  it('that Discord refuses leaves nobody waiting', async () => {
    const { clock, collectors, interaction } = formWorld(() => Promise.reject(new TypeError('refused')));
    await expect(interaction.quickModal(FORM)).rejects.toThrow('refused');
    expect([collectors.size, collectors.waits.count, clock.pendingTimers]).toEqual([0, 0, 0]);
  });

  it.each([
    ['no fields', {}, /`fields` of quickModal is empty\. Give 1 to 5 fields/],
    [
      'too many fields',
      Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => [key, { label: key }])),
      /`components` .*6 items; at most 5/,
    ],
    ['too long a label', { name: { label: 'x'.repeat(46) } }, /`label` .*46 characters.*at most 45/],
  ])('is refused with %s, and nobody waits', async (_, fields, says) => {
    const { calls, collectors, interaction } = formWorld();
    await expect(interaction.quickModal({ title: 'Who?', fields })).rejects.toThrow(says);
    expect([calls, collectors.size]).toEqual([[], 0]);
  });
});
