import { escapeMarkdown, type CommandInteraction } from 'aplomb';

/** `/introduce`: a form, and what was written into it for all to read. Whoever closes the form is not waited for longer than it could be answered. */
export async function introduce(interaction: CommandInteraction): Promise<void> {
  const form = await interaction.quickModal({
    title: 'Who are you?',
    fields: {
      name: { label: 'Your name', maxLength: 40 },
      about: { label: 'What do you like?', style: 'paragraph', maxLength: 500, required: false },
    },
  });
  if (form === undefined) return;
  const { about, name } = form.values;
  const text = about === '' ? 'There is nothing that they like.' : `They like ${escapeMarkdown(about)}.`;
  await form.interaction.reply(`**${escapeMarkdown(name)}** is here! ${text}`);
}
