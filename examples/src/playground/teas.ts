/** A kind of tea. */
export interface Tea {
  readonly minutes: number;
  readonly name: string;
  readonly note: string;
}

export const teas: readonly Tea[] = [
  { name: 'Assam', minutes: 4, note: 'strong and malty' },
  { name: 'Chamomile', minutes: 7, note: 'before you sleep' },
  { name: 'Darjeeling', minutes: 3, note: 'light, of muscatel grapes' },
  { name: 'Earl Grey', minutes: 3, note: 'with bergamot' },
  { name: 'Peppermint', minutes: 6, note: 'cool' },
  { name: 'Sencha', minutes: 2, note: 'green, never with boiling water' },
];

/** The teas whose names have the typed letters in them. */
export function teasLike(typed: string): readonly Tea[] {
  return teas.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
}

/** The tea of exactly this name, whichever letters are capitals. */
export function teaNamed(name: string): Tea | undefined {
  return teas.find((tea) => tea.name.toLowerCase() === name.toLowerCase());
}
