import type { APIComponentInLabel, APISelectMenuComponent, APITextInputComponent } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { menuChoices } from '../components/choices.js';
import type { FilledIn } from '../state/protocol.js';
import { useSeat } from '../state/seatContext.js';
import { ChoiceBox } from '../ui/ChoiceBox.js';
import { CheckLines } from './CheckLines.js';
import { FileField } from './FileField.js';

interface FieldInputProps {
  readonly component: APIComponentInLabel;
  readonly label: string;
  readonly onFill: (value: FilledIn) => void;
  readonly value: FilledIn;
}

/** The component that a question of a modal is answered with, by its kind. */
export function FieldInput({ component, label, onFill, value }: FieldInputProps): VNode {
  switch (component.type) {
    case 4:
      return <TextField component={component} label={label} onFill={onFill} value={typeof value === 'string' ? value : ''} />;
    case 19:
      return <FileField component={component} label={label} onFill={onFill} />;
    case 21:
      return (
        <CheckLines
          kind="radio"
          options={component.options}
          chosen={typeof value === 'string' ? [value] : []}
          onChoose={([one]) => onFill(one ?? null)}
        />
      );
    case 22:
      return <CheckLines kind="checkbox" options={component.options} chosen={texts(value)} onChoose={onFill} />;
    case 23:
      return (
        <label class="check-line">
          <input type="checkbox" aria-label={label} checked={value === true} onChange={(event) => onFill(event.currentTarget.checked)} />
          <span>{label}</span>
        </label>
      );
    default:
      return <MenuField menu={component} label={label} onFill={onFill} value={texts(value)} />;
  }
}

interface TextFieldProps {
  readonly component: APITextInputComponent;
  readonly label: string;
  readonly onFill: (value: FilledIn) => void;
  readonly value: string;
}

const paragraph = 2;

function TextField({ component, label, onFill, value }: TextFieldProps): VNode {
  const shared = {
    'aria-label': label,
    maxLength: component.max_length ?? 4000,
    placeholder: component.placeholder ?? '',
    value,
  };
  if ((component.style as number) === paragraph)
    return <textarea rows={4} {...shared} onInput={(event) => onFill(event.currentTarget.value)} />;
  return <input type="text" {...shared} onInput={(event) => onFill(event.currentTarget.value)} />;
}

interface MenuFieldProps {
  readonly label: string;
  readonly menu: APISelectMenuComponent;
  readonly onFill: (value: FilledIn) => void;
  readonly value: readonly string[];
}

function MenuField({ label, menu, onFill, value }: MenuFieldProps): VNode {
  const seat = useSeat();
  const choices = (): ReturnType<typeof menuChoices> => {
    const person = seat.person.peek();
    return person === null ? [] : menuChoices(menu, person, seat.place.peek().guildId);
  };
  return (
    <ChoiceBox chosen={value} choices={choices} label={menu.placeholder ?? label} max={menu.max_values ?? 1} min={0} onDone={onFill} />
  );
}

function texts(value: FilledIn): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
