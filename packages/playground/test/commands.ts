import type { FakeDiscord } from '@aplomb/fake-discord';

type Command = Parameters<FakeDiscord['addCommand']>[0];

/** The commands of the bot in {@link openWorld}. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'tea',
    description: 'Makes tea',
    options: [
      { type: 3, name: 'kind', description: 'Which', autocomplete: true },
      { type: 11, name: 'picture', description: 'Of the cup' },
    ],
  },
  { name: 'ask', description: 'Opens a form' },
  { name: 'menu', description: 'Shows buttons and a select' },
  { name: 'silent', description: 'Is never answered' },
  { type: 2, name: 'Wave' },
  { type: 3, name: 'Quote' },
];
