import { button, row, type ButtonInteraction, type CommandInteraction } from 'aplomb';

/** Who would read each suggested book, by the id of the message that suggests it. */
export type Readers = Map<string, Set<string>>;

const READ = 'read';

/** `/suggest`: the title, and a button for those who would read it. */
export async function suggest(interaction: CommandInteraction): Promise<void> {
  const title = interaction.options.string('title') ?? '';
  await interaction.reply({ embeds: [{ title, description: 'Nobody would read it yet.' }], components: [row(readButton())] });
}

/** The button counts each reader once, and tells the others who come twice. */
export async function wouldRead(interaction: ButtonInteraction, readers: Readers): Promise<void> {
  if (interaction.customId !== READ) return;
  const { id } = interaction.message;
  const known = readers.get(id) ?? new Set();
  if (known.has(interaction.user.id)) {
    await interaction.reply({ content: 'You said so already.', ephemeral: true });
    return;
  }
  readers.set(id, known.add(interaction.user.id));
  const [suggestion] = interaction.message.embeds;
  await interaction.update({ embeds: [{ title: suggestion?.title ?? '', description: `${String(known.size)} would read it.` }] });
}

function readButton() {
  return button({ customId: READ, label: 'I would read it', emoji: '📖' });
}
