import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { channelChoices, roleChoices, userChoices, type Choosable } from '../components/choices.js';
import type { PersonState } from '../state/PersonState.js';
import { useSeat } from '../state/seatContext.js';
import { ChoiceBox } from '../ui/ChoiceBox.js';
import { givenValue } from './givenValues.js';
import type { OptionFieldProps } from './OptionChip.js';

/** An option whose values are known: choices, yes or no, people, roles, channels. */
export function OptionChoice({ onGive, option }: OptionFieldProps): VNode {
  const seat = useSeat();
  const choices = (): readonly Choosable[] => {
    const person = seat.person.peek();
    return person === null ? [] : choicesFor(option, person, seat.place.peek().guildId);
  };
  return (
    <ChoiceBox
      chosen={[]}
      choices={choices}
      label={option.name}
      max={1}
      min={1}
      onDone={([value]) => onGive(option.name, givenValue(option, value ?? ''))}
    />
  );
}

function choicesFor(option: APIApplicationCommandBasicOption, person: PersonState, guildId: string | null): readonly Choosable[] {
  switch (option.type) {
    case 5:
      return ['true', 'false'].map((value) => ({ label: value, value }));
    case 6:
      return userChoices(person, guildId);
    case 7:
      return channelChoices(person, guildId, option.channel_types);
    case 8:
      return roleChoices(person, guildId);
    case 9:
      return [...userChoices(person, guildId), ...roleChoices(person, guildId)];
    default:
      return 'choices' in option ? (option.choices ?? []).map(({ name, value }) => ({ label: name, value: String(value) })) : [];
  }
}
