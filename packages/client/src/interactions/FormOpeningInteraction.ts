import type { CallOptions } from '@aplomb/rest';
import type { APIInteraction, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { awaitModal, type AwaitModalOptions } from '../collectors/interactions.js';
import { quickModal, type QuickFields, type QuickModalOptions, type QuickModalResult } from './quickModal.js';
import type { ModalInteraction } from './ModalInteraction.js';
import { RepliableInteraction } from './RepliableInteraction.js';

/** An interaction that can be answered with a form: every one but those that a form itself made. */
export abstract class FormOpeningInteraction<Payload extends APIInteraction = APIInteraction> extends RepliableInteraction<Payload> {
  /**
   * Answers with a form. What people write comes as an interaction of its own, or through {@link FormOpeningInteraction.awaitModal}.
   *
   * @throws as {@link RepliableInteraction.reply}
   */
  async showModal(form: Readonly<APIModalInteractionResponseCallbackData>, options?: CallOptions): Promise<void> {
    await this.openModal(form, options);
  }

  /** Waits for the one who did this to send a form off. Who closes it tells nobody: then it is `undefined` when the time is over. */
  async awaitModal(customId: string, options?: AwaitModalOptions): Promise<ModalInteraction | undefined> {
    const { channelId, guildId, user } = this;
    const target = { customId, guildId, userId: user.id, ...(channelId === undefined ? {} : { channelId }) };
    return awaitModal(this.views.ports.collectors, target, options);
  }

  /**
   * Asks with a form of its own, and waits for the answer: texts by the keys of the fields. `undefined` when nobody answers in time.
   *
   * @example
   * ```ts
   * import type { CommandInteraction } from 'aplomb';
   *
   * export async function introduce(interaction: CommandInteraction): Promise<void> {
   *   const form = await interaction.quickModal({ title: 'Who are you?', fields: { name: { label: 'Your name' } } });
   *   await form?.interaction.reply(`Hello, ${form.values.name}!`);
   * }
   * ```
   */
  async quickModal<Fields extends QuickFields>(options: QuickModalOptions<Fields>): Promise<QuickModalResult<Fields> | undefined> {
    return quickModal(this, options);
  }
}
