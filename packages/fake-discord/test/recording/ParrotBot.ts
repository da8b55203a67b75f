import type { FakeDiscord } from '../../src/index.js';
import { TestBot } from '../TestBot.js';
import type { Answer, Dispatch } from '../TestBot.js';

const BUTTON = { type: 1, components: [{ type: 2, style: 1, label: 'More', custom_id: 'more' }] };
const MODAL = {
  custom_id: 'form',
  title: 'Who?',
  components: [{ type: 18, label: 'Name', component: { type: 4, custom_id: 'name', style: 1 } }],
};

/** Starts a bot that does a little of everything, the same every time. */
export async function startBot(discord: FakeDiscord): Promise<TestBot> {
  const bot = await TestBot.connect(discord);
  discord.attach(bot);
  bot.onDispatch = (dispatch) => answer(bot, discord, dispatch);
  return bot;
}

function answer(bot: TestBot, discord: FakeDiscord, { d, t }: Dispatch): Promise<unknown> | undefined {
  if (t === 'INTERACTION_CREATE') return answerInteraction(bot, discord, d);
  if (t !== 'MESSAGE_CREATE' || (d['author'] as { bot?: boolean }).bot === true) return undefined;
  return answerMessage(bot, d);
}

async function answerMessage(bot: TestBot, d: Dispatch['d']): Promise<unknown> {
  const [channel, content] = [`/channels/${String(d['channel_id'])}/messages`, String(d['content'])];
  if (content === '!like') return bot.request('PUT', `${channel}/${String(d['id'])}/reactions/${encodeURIComponent('👍')}/@me`);
  if (content === '!when')
    return bot.request('POST', channel, { content: `<@${(d['author'] as { id: string }).id}>: <t:${Date.now()}:R>` });
  if (!content.startsWith('!say ')) return undefined;
  const said = await bot.request('POST', channel, { content: content.slice(5), components: [BUTTON] });
  return bot.request('PATCH', `${channel}/${idOf(said)}`, { content: `${content.slice(5)}!` });
}

function answerInteraction(bot: TestBot, discord: FakeDiscord, d: Dispatch['d']): Promise<unknown> | undefined {
  const callback = (type: number, data: object): Promise<unknown> =>
    bot.request('POST', `/interactions/${String(d['id'])}/${String(d['token'])}/callback`, { type, data });
  const { custom_id: customId, name } = d['data'] as { custom_id?: string; name?: string };
  if (d['type'] === 4) return callback(8, { choices: [{ name: 'Tea', value: 'tea' }] });
  if (d['type'] === 5) return callback(4, { content: 'Thank you', flags: 64 });
  if (customId === 'more') return callback(9, MODAL);
  if (name !== 'think') return undefined;
  const later = (): Promise<unknown> =>
    bot.request('POST', `/webhooks/${discord.application.id}/${String(d['token'])}`, { embeds: [{ title: 'Thought', color: 255 }] });
  return callback(5, {}).then(later);
}

function idOf({ body }: Answer): string {
  return (body as { id: string }).id;
}
