import { button, fileUpload, label, modal, row, stringSelect, textInput } from 'aplomb';
import type { AnyInteraction, CommandInteraction } from 'aplomb';

const FORM = modal({
  customId: 'form',
  title: 'Who are you?',
  components: [
    label({ label: 'Name', component: textInput({ customId: 'name' }) }),
    label({ label: 'Picture', component: fileUpload({ customId: 'picture', required: false, minValues: 0 }) }),
  ],
});
const MENU = {
  content: 'What will it be?',
  components: [row(button({ customId: 'more', label: 'More' })), row(stringSelect({ customId: 'size', options: ['small', 'large'] }))],
};

/** How the bot in {@link openWorld} answers. */
export async function answer(interaction: AnyInteraction): Promise<void> {
  if (interaction.isAutocomplete())
    await interaction.suggest(['Assam', 'Sencha'].filter((tea) => tea.startsWith(interaction.focused.value)));
  else if (interaction.isCommand()) await answerCommand(interaction);
  else if (interaction.isUserCommand()) await interaction.reply(`Hello, ${interaction.targetUser.mention}!`);
  else if (interaction.isMessageCommand()) await interaction.reply(`> ${interaction.targetMessage?.content ?? ''}`);
  else if (interaction.isButton()) await interaction.reply({ content: 'Only you see this.', ephemeral: true });
  else if (interaction.isSelect()) await interaction.update({ content: `A ${interaction.values.join()} one.`, components: [] });
  else if (interaction.isModal())
    await interaction.reply(`${interaction.fields.text('name')}, ${interaction.fields.files('picture').length} files`);
}

async function answerCommand(interaction: CommandInteraction): Promise<void> {
  if (interaction.commandName === 'tea') {
    const picture = interaction.options.attachment('picture');
    await interaction.reply(
      `${interaction.options.string('kind') ?? 'Any'} tea${picture === undefined ? '' : ` as in ${picture.filename}`}.`,
    );
  }
  if (interaction.commandName === 'ask') await interaction.showModal(FORM);
  if (interaction.commandName === 'menu') await interaction.reply(MENU);
}
