import type { APIActionRowComponent, APIButtonComponent, APISelectMenuComponent } from 'discord-api-types/v10';
import { checkedPart, invalid, refuseOthers, wire, wireList } from './wire.js';

/** A row of up to five buttons. */
export type ButtonRow = Readonly<APIActionRowComponent<APIButtonComponent>>;

/** A row with one select. */
export type SelectRow = Readonly<APIActionRowComponent<APISelectMenuComponent>>;

const IN_ROW: readonly unknown[] = [2, 3, 5, 6, 7, 8];

/**
 * A row of a message: up to five buttons, or one select.
 *
 * @throws {@link OptionsError} `INVALID_BODY` for none, for more than five buttons, for two of the same `customId`, and for a select that is not alone
 * @example
 * ```ts
 * import { button, row, stringSelect } from 'aplomb';
 *
 * const components = [
 *   row(stringSelect({ customId: 'size', options: ['small', 'large'] })),
 *   row(button({ customId: 'order', label: 'Order' })),
 * ];
 * ```
 * @see {@link https://docs.discord.com/developers/components/reference#action-row | Action row}
 */
export function row(select: Readonly<APISelectMenuComponent>): SelectRow;
export function row(...buttons: readonly Readonly<APIButtonComponent>[]): ButtonRow;
export function row(...components: readonly Readonly<APIButtonComponent | APISelectMenuComponent>[]): ButtonRow | SelectRow {
  refuseOthers('row', components, IN_ROW, 'is neither a button nor a select', 'Make it with `button(…)`, or one of the selects.');
  if (components.length === 0) throw invalid('row', '', 'is empty', 'Give it buttons, or one select, or leave the row out.');
  const built = wire<APIActionRowComponent<APIButtonComponent | APISelectMenuComponent>>({ type: 1, components: wireList(components) });
  return checkedPart('row', 'component', built) as ButtonRow | SelectRow;
}
