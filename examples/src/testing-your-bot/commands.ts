import type { NewCommand } from 'aplomb';

/** What the bot registers when it starts. The numbers are Discord's: command `type` 1 is a slash command, option `type` 3 a text, 4 a whole number. */
export const commands: readonly NewCommand[] = [
  {
    type: 1,
    name: 'suggest',
    description: 'Suggests a book to read next',
    options: [{ type: 3, name: 'title', description: 'What it is called', required: true, maxLength: 100 }],
  },
  { type: 1, name: 'review', description: 'Tells the others what you think of a book' },
  {
    type: 1,
    name: 'remind',
    description: 'Calls you when it is time to read',
    options: [{ type: 4, name: 'minutes', description: 'In how many minutes', required: true, minValue: 1, maxValue: 1_440 }],
  },
];
