import type { APIInteraction } from 'discord-api-types/v10';
import type { Views } from '../structures/Views.js';
import type { AnyInteraction } from './AnyInteraction.js';
import { AutocompleteInteraction } from './AutocompleteInteraction.js';
import { ButtonInteraction } from './ButtonInteraction.js';
import { CommandInteraction } from './CommandInteraction.js';
import { EntryPointInteraction } from './EntryPointInteraction.js';
import { MessageCommandInteraction } from './MessageCommandInteraction.js';
import { ModalInteraction } from './ModalInteraction.js';
import { SELECT_KINDS, SelectInteraction } from './SelectInteraction.js';
import { UnknownInteraction } from './UnknownInteraction.js';
import { UserCommandInteraction } from './UserCommandInteraction.js';

type Make = new (data: never, views: Views) => AnyInteraction;

const COMMANDS: Readonly<Record<number, Make>> = {
  1: CommandInteraction,
  2: UserCommandInteraction,
  3: MessageCommandInteraction,
  4: EntryPointInteraction,
};
const COMPONENTS: Readonly<Record<number, Make>> = {
  2: ButtonInteraction,
  ...Object.fromEntries(Object.keys(SELECT_KINDS).map((type) => [type, SelectInteraction])),
};

/** The view of an interaction. */
export function interactionOf(data: APIInteraction, views: Views): AnyInteraction {
  return new (classOf(data))(data as never, views);
}

function classOf({ type, data }: APIInteraction): Make {
  const kind: number = type;
  const { type: command, component_type: component } = (data ?? {}) as { readonly type?: number; readonly component_type?: number };
  if (kind === 2) return COMMANDS[command ?? 0] ?? UnknownInteraction;
  if (kind === 3) return COMPONENTS[component ?? 0] ?? UnknownInteraction;
  if (kind === 4) return AutocompleteInteraction;
  return kind === 5 ? ModalInteraction : UnknownInteraction;
}
