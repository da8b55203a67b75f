import type { OptionValues } from '../../world/interactions/commandValues.js';
import type { InteractionSpec } from '../../world/interactions/InteractionRecord.js';
import type { Identified } from '../../world/interactions/Resolution.js';
import { messageCommand, slashCommand, userCommand } from '../../world/interactions/useCommand.js';
import type { CommandUse } from '../../world/interactions/useCommand.js';
import { press as pressed, select as selected, submit as submitted } from '../../world/interactions/useComponent.js';
import type { ComponentUse, FilledValues } from '../../world/interactions/useComponent.js';
import { impossible } from '../../world/impossible.js';
import type { Channel } from '../Channel.js';
import { Interaction } from '../Interaction.js';
import type { Modal } from '../Interaction.js';
import type { Message } from '../Message.js';
import { act } from './perform.js';
import type { ActSpec, Person } from './perform.js';

/** What is done with a bot's commands, buttons, selects and modals. Each resolves with the interaction when the bot has answered. */

export const useCommand = use(
  'useCommand',
  (_, name) => `command /${name}`,
  (person: Person, channel: Channel, name: string, values: OptionValues) => slashCommand(inChannel(person, channel.id), { name, values }),
);

export const autocomplete = use(
  'autocomplete',
  (_, name) => `typing of /${name}`,
  (person: Person, channel: Channel, name: string, focused: string, typed: number | string, others: OptionValues) =>
    slashCommand(inChannel(person, channel.id), { name, values: { ...others, [focused]: typed }, focused }),
);

export const useUserCommand = use(
  'useUserCommand',
  (_, name) => `command "${name}"`,
  (person: Person, channel: Channel, name: string, target: Identified) => userCommand(inChannel(person, channel.id), name, target.id),
);

export const useMessageCommand = use(
  'useMessageCommand',
  (_, name) => `command "${name}"`,
  (person: Person, { channelId, id }: Message, name: string) =>
    messageCommand(inChannel(person, channelId), name, person.stage.messages.find(person.user.id, channelId, id)),
);

export const press = use(
  'press',
  (_, customId) => `press of "${customId}"`,
  (person: Person, message: Message, customId: string) => pressed(onMessage(person, message, customId)),
);

export const select = use(
  'select',
  (_, customId) => `choice in "${customId}"`,
  (person: Person, message: Message, customId: string, values: Identified | string | readonly (Identified | string)[]) =>
    selected(onMessage(person, message, customId), isList(values) ? values : [values]),
);

export const submit = use(
  'submit',
  (modal) => (modal === null ? 'modal' : `modal "${modal.customId}"`),
  ({ stage }: Person, modal: Modal | null, values: FilledValues) => {
    if (modal === null) throw impossible('There is no modal to submit.', 'See how the bot answered: `interaction.answerType`.');
    const { components, customId, interaction, title } = modal;
    if (stage.interactions.hasTakenModal(interaction.source))
      throw impossible(`The modal "${customId}" was sent and is closed.`, 'Let the bot open it again.');
    return submitted(stage.world, interaction.source, { custom_id: customId, components, title }, values);
  },
);

function use<Args extends readonly unknown[]>(
  verb: string,
  what: (...args: Args) => string,
  spec: (person: Person, ...args: Args) => InteractionSpec,
): ActSpec<Person, Args, Interaction> {
  const deed = (person: Person, ...args: Args): Interaction => {
    const { interactions, interactionStates, world } = person.stage;
    const record = interactions.open(spec(person, ...args));
    interactionStates.opened(record);
    return new Interaction(world, record);
  };
  return act(verb, what, deed, ({ isAnswered }) => isAnswered);
}

function inChannel({ stage: { commands, world }, user }: Person, channelId: string): CommandUse {
  return { channelId, commands, user, world };
}

function onMessage({ stage: { world }, user }: Person, { channelId, id }: Message, customId: string): ComponentUse {
  return { channelId, customId, messageId: id, user, world };
}

function isList(values: Identified | string | readonly (Identified | string)[]): values is readonly (Identified | string)[] {
  return Array.isArray(values);
}
