import type { NewCommand } from 'aplomb';

/** What Discord shows when somebody types a slash. The numbers are Discord's: command `type` 1 is a slash command, option `type` 4 a whole number. */
export const commands: readonly NewCommand[] = [
  {
    type: 1,
    name: 'roll',
    description: 'Rolls a die',
    options: [{ type: 4, name: 'sides', description: 'How many sides it has: 6, unless you say otherwise', minValue: 2, maxValue: 1_000 }],
  },
  { type: 1, name: 'introduce', description: 'Asks who you are, and tells the others' },
];
