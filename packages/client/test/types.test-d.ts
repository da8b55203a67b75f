import type { AplombError } from '@aplomb/base';
import type { DispatchEventName, ShardMessenger, ShardStageUpdateEvent } from '@aplomb/gateway';
import type { GatewayReadyDispatchData, GatewayVoiceServerUpdateDispatchData } from 'discord-api-types/v10';
import { expectTypeOf } from 'expect-type';
import { Client, type ClientEvents, type Context, type ErrorEvent, type Guild, type Message, type MessageDeletion } from '../src/index.js';
import type { CamelCase, DispatchEvent } from '../src/eventNames.js';

type Args<Name extends keyof ClientEvents> = Parameters<ClientEvents[Name]>;

// Names
expectTypeOf<CamelCase<'VOICE_CHANNEL_START_TIME_UPDATE'>>().toEqualTypeOf<'voiceChannelStartTimeUpdate'>();
expectTypeOf<CamelCase<'READY'>>().toEqualTypeOf<'ready'>();
expectTypeOf<DispatchEvent>().toExtend<keyof ClientEvents>();
expectTypeOf<CamelCase<DispatchEventName>>().toEqualTypeOf<DispatchEvent>();

// Each dispatch hands over a view of its own payload
expectTypeOf<Args<'messageCreate'>>().toEqualTypeOf<[event: Message, context: Context, before: undefined]>();
expectTypeOf<Args<'messageUpdate'>[0]>().toEqualTypeOf<Message>();
expectTypeOf<Args<'messageDelete'>[0]>().toEqualTypeOf<MessageDeletion>();
expectTypeOf<Args<'ready'>[0]['data']>().toEqualTypeOf<GatewayReadyDispatchData>();
expectTypeOf<Args<'voiceServerUpdate'>[0]['data']>().toEqualTypeOf<GatewayVoiceServerUpdateDispatchData>();
expectTypeOf<Args<'guildJoin'>[0]>().toEqualTypeOf<Guild>();
expectTypeOf<Args<DispatchEvent>[0]>().toExtend<{ readonly data: unknown }>();

// The framework's own
expectTypeOf<Args<'shardStageUpdate'>>().toEqualTypeOf<[event: ShardStageUpdateEvent, context: Context]>();
expectTypeOf<Args<'error'>>().toEqualTypeOf<[event: ErrorEvent]>();
expectTypeOf<Args<'warn'>>().toEqualTypeOf<[error: AplombError]>();
expectTypeOf<Args<'cacheReady'>[0]['unavailable']>().toEqualTypeOf<readonly string[]>();

// Handlers may be async, return anything, and take fewer arguments
const client = new Client({ token: 'x', data: { visits: 0 } });
expectTypeOf(client).toEqualTypeOf<Client<{ visits: number }>>();
client.on('messageCreate', async (message, context, before) => {
  expectTypeOf(message).toEqualTypeOf<Message>();
  expectTypeOf(context.data).toEqualTypeOf<{ visits: number }>();
  expectTypeOf(context.shard).toEqualTypeOf<ShardMessenger>();
  expectTypeOf(before).toEqualTypeOf<undefined>();
  return await message.reply('hello');
});
client.once('shardsReady', () => 7).off('shardsReady');

// @ts-expect-error there is no such event
client.on('messageCreated', () => undefined);
// @ts-expect-error a message is no number
client.on('messageCreate', (message: number) => message);
// @ts-expect-error a payload is readonly
client.on('guildCreate', (guild) => (guild.data = JSON.parse('{}') as typeof guild.data));
// @ts-expect-error there is no such intent
new Client({ token: 'x', intents: ['GuildMesages'] });
// @ts-expect-error there is no such option
new Client({ token: 'x', intent: [] });

// Without data there is none
expectTypeOf(new Client({ token: 'x' }).data).toEqualTypeOf<undefined>();
