import { embed, escapeMarkdown, label, modal, radioGroup, textInput, type CommandInteraction, type ModalInteraction } from 'aplomb';

const STARS = ['★☆☆', '★★☆', '★★★'];
const form = modal({
  customId: 'review',
  title: 'How was it?',
  components: [
    'Everybody in the channel will read it.',
    label({ label: 'Your tea', component: textInput({ customId: 'tea', maxLength: 40 }) }),
    label({ label: 'Stars', component: radioGroup({ customId: 'stars', options: STARS }) }),
    label({ label: 'In your words', component: textInput({ customId: 'words', style: 'paragraph', maxLength: 500, required: false }) }),
  ],
});

/** `/review`: opens a form. */
export async function askForReview(interaction: CommandInteraction): Promise<void> {
  await interaction.showModal(form);
}

/** What was written into it, for all to read. */
export async function publishReview(interaction: ModalInteraction): Promise<void> {
  const { fields, user } = interaction;
  const description = escapeMarkdown(fields.text('words')) || '*without words*';
  const title = `${fields.choice('stars') ?? ''} ${escapeMarkdown(fields.text('tea'))}`;
  await interaction.reply({ embeds: [embed({ author: user.displayName, title, description, color: 'Gold' })] });
}
