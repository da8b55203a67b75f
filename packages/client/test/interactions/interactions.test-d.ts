import { expectTypeOf } from 'expect-type';
import {
  type AnyInteraction,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type Client,
  type CommandInteraction,
  type InteractionMessage,
  type Member,
  type ModalInteraction,
  type Role,
  type SelectInteraction,
} from '../../src/index.js';

declare const client: Client;
client.on('interactionCreate', (interaction) => {
  expectTypeOf(interaction).toEqualTypeOf<AnyInteraction>();
});

export async function narrow(interaction: AnyInteraction): Promise<void> {
  if (interaction.isCommand()) {
    expectTypeOf(interaction).toEqualTypeOf<CommandInteraction>();
    expectTypeOf(interaction.options.integer('sides')).toEqualTypeOf<number | undefined>();
    expectTypeOf(interaction.options.require.role('role')).toEqualTypeOf<Role>();
    expectTypeOf(await interaction.reply('Pong!')).toEqualTypeOf<InteractionMessage>();
    const form = await interaction.quickModal({ title: 'Who?', fields: { name: { label: 'Name' } } });
    expectTypeOf(form?.values).toEqualTypeOf<{ readonly name: string } | undefined>();
    // @ts-expect-error there is no such field
    form?.values.nam satisfies string | undefined;
    // A command has no message to update, a form opens no form, and who types wants suggestions and no message.
    expectTypeOf(interaction).not.toHaveProperty('update');
  }
  if (interaction.isComponent()) expectTypeOf(interaction).toEqualTypeOf<ButtonInteraction | SelectInteraction>();
  if (interaction.isModal()) {
    expectTypeOf(interaction).toEqualTypeOf<ModalInteraction>();
    expectTypeOf(interaction).not.toHaveProperty('showModal');
  }
  if (interaction.isAutocomplete()) {
    expectTypeOf(interaction).toEqualTypeOf<AutocompleteInteraction>();
    expectTypeOf(interaction).not.toHaveProperty('reply');
  }
}

export function byKind(interaction: AnyInteraction): string {
  switch (interaction.kind) {
    case 'command':
      return interaction.fullCommandName;
    case 'button':
      return interaction.customId;
    case 'userSelect':
      return interaction.values.join();
    case 'modal':
      return interaction.fields.text('name');
    default:
      return interaction.kind;
  }
}

export function inGuild(interaction: CommandInteraction): void {
  if (!interaction.inGuild()) return;
  expectTypeOf(interaction.guildId).toEqualTypeOf<string>();
  expectTypeOf(interaction.member).toExtend<Member>();
}
