import { button, row, type ButtonInteraction, type CommandInteraction, type ClassicMessageOptions } from 'aplomb';

const AGAIN = /^again:(\d+)$/;

/** `/roll`: a die with a button below. */
export async function roll(interaction: CommandInteraction, random: () => number): Promise<void> {
  await interaction.reply(thrown(interaction.options.integer('sides') ?? 6, random));
}

/**
 * The button: the same die again, in the place of the first throw. How many sides it has stands in the button's id, so that it works
 * after a restart of the bot, too.
 */
export async function rollAgain(interaction: ButtonInteraction, random: () => number): Promise<void> {
  const [, sides] = AGAIN.exec(interaction.customId) ?? [];
  if (sides !== undefined) await interaction.update(thrown(Number(sides), random));
}

function thrown(sides: number, random: () => number): Pick<ClassicMessageOptions, 'components' | 'content'> {
  const eyes = 1 + Math.floor(random() * sides);
  const again = button({ customId: `again:${String(sides)}`, label: 'Again', emoji: '🎲' });
  return { content: `${String(eyes)} of ${String(sides)}`, components: [row(again)] };
}
