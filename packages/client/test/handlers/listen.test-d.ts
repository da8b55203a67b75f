import { expectTypeOf } from 'expect-type';
import { Client, type Context, type DroppedEvents, type HandlerStats, type Message } from '../../src/index.js';

const client = new Client({ token: 'x', data: 7, maxConcurrentHandlers: 5, serialHandlers: 'channel' });

// What is listened to for a while is typed as what is listened to for ever
const listening = client.listen('messageCreate', async (message, context) => {
  expectTypeOf(message).toEqualTypeOf<Message>();
  expectTypeOf(context).toEqualTypeOf<Context<number>>();
  await message.reply('hello');
});
expectTypeOf(listening).toEqualTypeOf<Disposable>();
client.listen('debug', (text) => text.length, { signal: AbortSignal.timeout(1) });
// @ts-expect-error there is no such event
client.listen('messageCreated', () => undefined);
// @ts-expect-error there is no such place
new Client({ token: 'x', serialHandlers: 'user' });

expectTypeOf(client.handlerStats).toEqualTypeOf<HandlerStats>();
expectTypeOf<HandlerStats['dropped']>().toEqualTypeOf<DroppedEvents>();
expectTypeOf<keyof DroppedEvents>().toEqualTypeOf<'effect' | 'message' | 'presence' | 'reaction' | 'typing' | 'unknown' | 'vote'>();
