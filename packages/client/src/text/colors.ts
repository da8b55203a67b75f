import { nearest, OptionsError, shown } from '@aplomb/base';

/** Colours by name: Discord's own, those of its roles, and a few that everybody knows. */
export const Colors = Object.freeze({
  /** What Discord shows as black or as no colour at all. */
  Default: 0x000000,
  Blurple: 0x5865f2,
  Green: 0x57f287,
  Yellow: 0xfee75c,
  Fuchsia: 0xeb459e,
  Red: 0xed4245,
  White: 0xffffff,
  /** Pure black would be shown as no colour. */
  Black: 0x000001,
  Teal: 0x1abc9c,
  DarkTeal: 0x11806a,
  Emerald: 0x2ecc71,
  DarkGreen: 0x1f8b4c,
  Blue: 0x3498db,
  DarkBlue: 0x206694,
  Purple: 0x9b59b6,
  DarkPurple: 0x71368a,
  Magenta: 0xe91e63,
  DarkMagenta: 0xad1457,
  Gold: 0xf1c40f,
  DarkGold: 0xc27c0e,
  Orange: 0xe67e22,
  DarkOrange: 0xa84300,
  Crimson: 0xe74c3c,
  DarkRed: 0x992d22,
  LightGrey: 0x979c9f,
  Grey: 0x95a5a6,
  DarkGrey: 0x607d8b,
  Slate: 0x546e7a,
  Greyple: 0x99aab5,
});

/** A name of {@link Colors}. */
export type ColorName = keyof typeof Colors;

/** A colour in one of the ways people write them: `0x5865f2`, `'#5865f2'`, `'Blurple'`, `[88, 101, 242]`. */
export type Color = ColorName | number | `#${string}` | readonly [red: number, green: number, blue: number];

const HEX = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;
const MOST = 0xffffff;

/**
 * A colour as the number that Discord takes.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for what is no colour
 */
export function colorOf(color: Color): number {
  const number = typeof color === 'string' ? fromText(color) : typeof color === 'number' ? color : fromChannels(color);
  if (number !== null && Number.isInteger(number) && number >= 0 && number <= MOST) return number;
  const guess = typeof color === 'string' ? nearest(color, Object.keys(Colors)) : undefined;
  const given = Array.isArray(color) ? `[${color.map((channel) => shown(channel)).join(', ')}]` : shown(color);
  throw new OptionsError('INVALID_OPTION', {
    what: `${given} is no colour.`,
    cure: `${guess === undefined ? '' : `Did you mean "${guess}"? `}Give a number from 0 to 0xffffff, "#5865f2", [88, 101, 242], or a name of \`Colors\`.`,
  });
}

function fromText(color: string): number | null {
  if (Object.hasOwn(Colors, color)) return Colors[color as ColorName];
  if (!HEX.test(color)) return null;
  const digits = color.slice(1);
  return Number.parseInt(digits.length === 3 ? digits.replace(/./g, '$&$&') : digits, 16);
}

function fromChannels(channels: unknown): number | null {
  if (!Array.isArray(channels) || channels.length !== 3) return null;
  const isChannel = (channel: unknown): channel is number => Number.isInteger(channel) && Number(channel) >= 0 && Number(channel) <= 255;
  return channels.every(isChannel) ? channels.reduce((sum, channel) => sum * 256 + channel, 0) : null;
}
