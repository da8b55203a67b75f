import type { AutocompleteInteraction } from './AutocompleteInteraction.js';
import type { ButtonInteraction } from './ButtonInteraction.js';
import type { CommandInteraction } from './CommandInteraction.js';
import type { EntryPointInteraction } from './EntryPointInteraction.js';
import type { MessageCommandInteraction } from './MessageCommandInteraction.js';
import type { ModalInteraction } from './ModalInteraction.js';
import type { SelectInteraction } from './SelectInteraction.js';
import type { UnknownInteraction } from './UnknownInteraction.js';
import type { UserCommandInteraction } from './UserCommandInteraction.js';

/** An interaction of any kind, told apart by `kind` or by guards such as `isCommand()`. */
export type AnyInteraction =
  | AutocompleteInteraction
  | ButtonInteraction
  | CommandInteraction
  | EntryPointInteraction
  | MessageCommandInteraction
  | ModalInteraction
  | SelectInteraction
  | UnknownInteraction
  | UserCommandInteraction;
