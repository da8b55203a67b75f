import type { APIMessage, APISelectMenuComponent } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useSeat } from '../state/seatContext.js';
import { ChoiceBox } from '../ui/ChoiceBox.js';
import { defaultsOf, menuChoices } from './choices.js';
import { usePending } from './usePending.js';

interface SelectViewProps {
  readonly menu: APISelectMenuComponent;
  readonly message: APIMessage;
}

/** A select menu of any of the five kinds. What is chosen is sent when the list closes. */
export function SelectView({ menu, message }: SelectViewProps): VNode {
  const seat = useSeat();
  const isPending = usePending(message.id, menu.custom_id);
  const choices = (): ReturnType<typeof menuChoices> => {
    const person = seat.person.peek();
    return person === null ? [] : menuChoices(menu, person, seat.place.peek().guildId);
  };
  const send = (values: readonly string[]): void => {
    void seat.attempt('select', { channelId: message.channel_id, customId: menu.custom_id, messageId: message.id, values });
  };
  return (
    <ChoiceBox
      chosen={defaultsOf(menu)}
      choices={choices}
      customId={menu.custom_id}
      isDisabled={menu.disabled === true}
      isPending={isPending}
      label={menu.placeholder ?? 'Make a selection'}
      max={menu.max_values ?? 1}
      min={menu.min_values ?? 1}
      onDone={send}
    />
  );
}
