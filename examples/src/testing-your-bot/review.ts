import type { CommandInteraction } from 'aplomb';

/** `/review`: a form, and what was written into it for all to read. */
export async function review(interaction: CommandInteraction): Promise<void> {
  const form = await interaction.quickModal({
    title: 'Your review',
    fields: {
      title: { label: 'Which book?', maxLength: 100 },
      text: { label: 'What do you think of it?', style: 'paragraph', maxLength: 1_000 },
    },
  });
  if (form === undefined) return;
  const { text, title } = form.values;
  await form.interaction.reply({ embeds: [{ title, description: text, footer: { text: `reviewed by ${interaction.user.username}` } }] });
}
