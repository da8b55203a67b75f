import type { Form } from '../forms/Form.js';

const DAYS = [0, 1, 2, 3, 4, 5, 6];
const FREQUENCIES = [0, 1, 2, 3];

/**
 * Checks the rule by which an event is repeated.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object | Recurrence rule}
 */
export function checkRecurrence(form: Form): void {
  const rule = form.object('recurrence_rule');
  if (rule === undefined) return;
  rule.require('start', 'frequency', 'interval');
  rule.choice('frequency', FREQUENCIES);
  rule.integer('interval', { min: 1 });
  rule.integers('by_weekday', { max: 7, isSet: true }, { min: 0, max: 6 });
  rule.integers('by_month', { max: 12, isSet: true }, { min: 1, max: 12 });
  rule.integers('by_month_day', { max: 33, isSet: true }, { min: -1, max: 31 });
  rule.integers('by_year_day', { max: 367, isSet: true }, { min: -1, max: 365 });
  for (const each of rule.objects('by_n_weekday', { max: 7 }) ?? []) {
    each.require('n', 'day');
    each.integer('n', { min: 1, max: 5 });
    each.choice('day', DAYS);
  }
}
