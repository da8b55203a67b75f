import type { NewCommand } from 'aplomb';

/** What Discord shows when somebody types a slash, and in the menus of users and messages. The numbers are Discord's kinds of commands and options. */
export const commands: readonly NewCommand[] = [
  {
    type: 1,
    name: 'tea',
    description: 'Makes tea',
    options: [
      { type: 3, name: 'kind', description: 'Which: there are suggestions while you type', required: true, autocomplete: true },
      { type: 4, name: 'cups', description: 'How many: 1, unless you say otherwise', minValue: 1, maxValue: 12 },
      { type: 6, name: 'guest', description: 'For whom: you, unless you say otherwise' },
    ],
  },
  { type: 1, name: 'order', description: 'A menu to choose from, and a button to send it off' },
  { type: 1, name: 'review', description: 'A form in which you tell how it was' },
  { type: 1, name: 'secret', description: 'An answer that only you see' },
  {
    type: 1,
    name: 'brew',
    description: 'Lets the bot think before it answers',
    options: [{ type: 4, name: 'seconds', description: 'How long: 2, unless you say otherwise', minValue: 1, maxValue: 60 }],
  },
  {
    type: 1,
    name: 'vote',
    description: 'Holds a poll',
    options: [{ type: 3, name: 'question', description: 'What is asked: yes or no', required: true, maxLength: 300 }],
  },
  { type: 1, name: 'card', description: 'The list of teas, made of Components V2' },
  { type: 2, name: 'Wave' },
  { type: 3, name: 'Count words' },
];
