import type { APIUser } from 'discord-api-types/v10';
import type { OptionValues } from '../world/interactions/commandValues.js';
import type { InteractionRecord, InteractionSpec } from '../world/interactions/InteractionRecord.js';
import type { Identified } from '../world/interactions/Resolution.js';
import { messageCommand, slashCommand, userCommand } from '../world/interactions/useCommand.js';
import type { CommandUse } from '../world/interactions/useCommand.js';
import { press, select, submit } from '../world/interactions/useComponent.js';
import type { ComponentUse, FilledValues } from '../world/interactions/useComponent.js';
import type { Channel } from './Channel.js';
import { Interaction } from './Interaction.js';
import type { Modal } from './Interaction.js';
import type { Message } from './Message.js';
import type { Stage } from './Stage.js';

/** Does a deed in somebody's name and says whose it was when it is refused. */
export type Act = <Result>(what: string, deed: () => Result, isOver?: (result: Result) => boolean) => Promise<Result>;

/** What a person does with a bot's commands, buttons, selects and modals. Each resolves with the interaction when the bot has answered. */
export class Use {
  private readonly act: Act;
  private readonly stage: Stage;
  private readonly user: APIUser;

  constructor(stage: Stage, user: APIUser, act: Act) {
    this.stage = stage;
    this.user = user;
    this.act = act;
  }

  command(channel: Channel, name: string, values: OptionValues): Promise<Interaction> {
    return this.open(`command /${name}`, () => slashCommand(this.in(channel.id), { name, values }));
  }

  suggestions(channel: Channel, name: string, typed: OptionValues, focused: string): Promise<Interaction> {
    return this.open(`typing of /${name}`, () => slashCommand(this.in(channel.id), { name, values: typed, focused }));
  }

  userCommand(channel: Channel, name: string, target: Identified): Promise<Interaction> {
    return this.open(`command "${name}"`, () => userCommand(this.in(channel.id), name, target.id));
  }

  messageCommand(name: string, { channelId, id }: Message): Promise<Interaction> {
    const target = () => this.stage.messages.find(this.user.id, channelId, id);
    return this.open(`command "${name}"`, () => messageCommand(this.in(channelId), name, target()));
  }

  button(message: Message, customId: string): Promise<Interaction> {
    return this.open(`press of "${customId}"`, () => press(this.of(message, customId)));
  }

  select(message: Message, customId: string, values: readonly (Identified | string)[]): Promise<Interaction> {
    return this.open(`choice in "${customId}"`, () => select(this.of(message, customId), values));
  }

  modal({ customId, components, interaction, title }: Modal, values: FilledValues): Promise<Interaction> {
    const record = { custom_id: customId, components, title };
    return this.open(`modal "${customId}"`, () => submit(this.stage.world, interaction.source, record, values));
  }

  private async open(what: string, spec: () => InteractionSpec): Promise<Interaction> {
    const record = await this.act(
      what,
      () => this.opened(spec()),
      ({ answer }) => answer !== null,
    );
    return new Interaction(this.stage.world, record);
  }

  private opened(spec: InteractionSpec): InteractionRecord {
    const record = this.stage.interactions.open(spec);
    this.stage.interactionStates.opened(record);
    return record;
  }

  private in(channelId: string): CommandUse {
    const { commands, world } = this.stage;
    return { channelId, commands, user: this.user, world };
  }

  private of({ channelId, id: messageId }: Message, customId: string): ComponentUse {
    return { channelId, customId, messageId, user: this.user, world: this.stage.world };
  }
}
