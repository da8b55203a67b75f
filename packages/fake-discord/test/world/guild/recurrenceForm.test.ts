import { describe, expect, it } from '@jest/globals';
import { Form } from '../../../src/world/forms/Form.js';
import { checkRecurrence } from '../../../src/world/guild/recurrenceForm.js';
import { outcome } from '../../arrangeHome.js';

const RULE = { start: '2099-02-01T00:00:00Z', frequency: 2, interval: 1 };

/** What becomes of an event with this rule. */
function outcomeOf(rule: unknown): string {
  const form = new Form({ recurrence_rule: rule });
  checkRecurrence(form);
  return outcome(() => {
    form.check();
  });
}

describe('the rule by which an event is repeated', () => {
  it.each([
    null,
    RULE,
    { ...RULE, by_weekday: [0, 6] },
    { ...RULE, frequency: 1, by_n_weekday: [{ n: 5, day: 3 }] },
    { ...RULE, frequency: 0, by_month: [12], by_month_day: [31] },
  ])('may be %j', (rule) => {
    expect(outcomeOf(rule)).toBe('done');
  });

  it.each([
    { ...RULE, frequency: 4 },
    { ...RULE, interval: 0 },
    { ...RULE, start: null },
    { ...RULE, by_weekday: [1, 1] },
    { ...RULE, by_weekday: [7] },
    { ...RULE, by_n_weekday: [{ n: 6, day: 0 }] },
    { ...RULE, by_n_weekday: [{ n: 1 }] },
    { ...RULE, by_month: [0] },
    'weekly',
  ])('is refused as %j', (rule) => {
    expect(outcomeOf(rule)).toBe('400 50035');
  });
});
