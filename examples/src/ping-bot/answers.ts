/** What a command of this bot may use. Chance comes in, so that a test can foretell the dice. */
export interface Asked {
  /** What stands behind the command, without spaces around it. */
  readonly rest: string;
  readonly random: () => number;
}

interface TextCommand {
  readonly name: string;
  readonly description: string;
  answer(asked: Asked): string;
}

const commands: readonly TextCommand[] = [
  { name: 'ping', description: 'answers Pong!', answer: () => 'Pong!' },
  { name: 'echo', description: 'says after you what follows it', answer: ({ rest }) => rest || 'Say what? Try `!echo hello`.' },
  { name: 'roll', description: 'rolls a die: `!roll` has 6 sides, `!roll 20` has 20', answer: roll },
  {
    name: 'help',
    description: 'lists these commands',
    answer: () => commands.map((each) => `!${each.name}: ${each.description}`).join('\n'),
  },
];

/**
 * What the bot answers to a message, or `null` when the message is no command.
 * A message that begins with `!` and names nothing known is answered too: silence would look like a broken bot.
 */
export function answerTo(content: string, random: () => number): string | null {
  const [, name, rest = ''] = /^!(\w+)\s*(.*)$/s.exec(content) ?? [];
  if (name === undefined) return null;
  const command = commands.find((each) => each.name === name.toLowerCase());
  return command === undefined ? `I do not know !${name}. Try !help.` : command.answer({ rest: rest.trim(), random });
}

function roll({ rest, random }: Asked): string {
  const sides = rest === '' ? 6 : Number(rest);
  if (!Number.isInteger(sides) || sides < 2 || sides > 1000) return 'A die has 2 to 1000 sides: `!roll 20`.';
  return `You rolled ${1 + Math.floor(random() * sides)} of ${sides}.`;
}
