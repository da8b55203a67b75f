import {
  button,
  row,
  stringSelect,
  type ButtonInteraction,
  type ClassicMessageOptions,
  type CommandInteraction,
  type SelectInteraction,
} from 'aplomb';
import { teas } from './teas.js';

const CHOICE = 'order:choice';
const SEND = 'order:send:';

/** `/order`: a list to choose from. */
export async function showMenu(interaction: CommandInteraction): Promise<void> {
  await interaction.reply({ content: 'What will it be?', components: [list([])] });
}

/** What was chosen, and a button to send it off. */
export async function choose(interaction: SelectInteraction): Promise<void> {
  const chosen = interaction.values;
  const send = button({ customId: `${SEND}${chosen.join(',')}`, label: 'Order', style: 'success' });
  const cancel = button({ customId: SEND, label: 'Nothing, thank you', style: 'secondary' });
  await interaction.update({ content: `${chosen.join(' and ')}?`, components: [list(chosen), row(send, cancel)] });
}

/** The buttons below: the order stands in the id of the one that sends it. */
export async function sendOrder(interaction: ButtonInteraction): Promise<boolean> {
  if (!interaction.customId.startsWith(SEND)) return false;
  const ordered = interaction.customId.slice(SEND.length).split(',').filter(Boolean);
  const said = ordered.length === 0 ? 'Nothing, then.' : `${interaction.user.mention} has ordered ${ordered.join(' and ')}.`;
  await interaction.update({ content: said, components: [] });
  return true;
}

function list(chosen: readonly string[]): NonNullable<ClassicMessageOptions['components']>[number] {
  const options = teas.map(({ name, note }) => ({ value: name, label: name, description: note, default: chosen.includes(name) }));
  return row(stringSelect({ customId: CHOICE, placeholder: 'One tea, or two', options, minValues: 1, maxValues: 2 }));
}
