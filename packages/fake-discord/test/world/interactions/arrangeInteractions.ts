import { Form } from '../../../src/world/forms/Form.js';
import type { OptionValues } from '../../../src/world/interactions/commandValues.js';
import type { InteractionRecord, InteractionSpec } from '../../../src/world/interactions/InteractionRecord.js';
import { slashCommand } from '../../../src/world/interactions/useCommand.js';
import type { CommandUse } from '../../../src/world/interactions/useCommand.js';
import { makeApi } from '../../rest/makeApi.js';
import type { ApiHome } from '../../rest/makeApi.js';
import type { RestReply } from '../../../src/rest/RestRequest.js';

/** A home whose bot has the commands that were asked for. */
export interface InteractionHome extends ApiHome {
  /** Alice in #general, or elsewhere. */
  readonly use: CommandUse;
  /** Answers an interaction, without a token of the bot, as it is done. */
  answer(record: InteractionRecord, body: object, query?: string): RestReply;
  /** Asks the webhook of an interaction. */
  askWebhook(record: InteractionRecord, method: string, path?: string, body?: object): RestReply;
  open(spec: InteractionSpec): InteractionRecord;
  /** Alice uses a slash command. */
  slash(name: string, values?: OptionValues, focused?: string): InteractionRecord;
}

export function arrangeInteractions(...commands: readonly object[]): InteractionHome {
  const home = makeApi();
  for (const command of commands) home.commands.put({ guildId: null }, new Form({ description: 'x', ...command }));
  const use: CommandUse = { channelId: home.general.id, commands: home.commands, user: home.alice, world: home.world };
  const open = (spec: InteractionSpec): InteractionRecord => home.interactions.open(spec);
  return {
    ...home,
    use,
    open,
    answer: ({ id, token }, body, query = '') => home.askAs(undefined, `POST /interactions/${id}/${token}/callback${query}`, body),
    askWebhook: ({ token }, method, path = '', body?: object) =>
      home.askAs(undefined, `${method} /webhooks/${home.world.application.id}/${token}${path}`, body),
    slash: (name, values = {}, focused?: string) => open(slashCommand(use, { name, values, ...(focused !== undefined && { focused }) })),
  };
}
