import { Client, type ButtonInteraction, type ClientOptions, type CommandInteraction } from 'aplomb';
import { answerTo } from '../ping-bot/answers.js';
import { makeTea, oneMoreCup, pourACup, suggestTeas } from './makeTea.js';
import { choose, sendOrder, showMenu } from './order.js';
import { askForReview, publishReview } from './review.js';
import { brew, countWords, holdVote, showCard, tellSecret, wave } from './smallTalk.js';

/** What it hears: interactions come without an intent; the text of messages is privileged. */
const intents = ['Guilds', 'GuildMembers', 'GuildMessages', 'DirectMessages', 'MessageContent'] as const;

const slashCommands: Readonly<Record<string, (interaction: CommandInteraction) => Promise<void>>> = {
  tea: makeTea,
  order: showMenu,
  review: askForReview,
  secret: tellSecret,
  brew,
  vote: holdVote,
  card: showCard,
};

/** The bot of the playground: something of everything that people can do with a bot. Its commands are in `commands.ts`. */
export function createPlaygroundBot(options: Omit<ClientOptions, 'intents'>): Client {
  const client = new Client({ ...options, intents });
  client.on('interactionCreate', async (interaction) => {
    if (interaction.isCommand()) await slashCommands[interaction.commandName]?.(interaction);
    else if (interaction.isAutocomplete()) await suggestTeas(interaction);
    else if (interaction.isButton()) await pressed(interaction);
    else if (interaction.isSelect()) await choose(interaction);
    else if (interaction.isModal()) await publishReview(interaction);
    else if (interaction.isUserCommand()) await wave(interaction);
    else if (interaction.isMessageCommand()) await countWords(interaction);
  });
  client.on('messageCreate', async (message) => {
    if (message.author.bot) return;
    const answer = answerTo(message.content, Math.random);
    if (answer !== null) await message.reply(answer);
  });
  return client;
}

async function pressed(interaction: ButtonInteraction): Promise<void> {
  const isKnown = (await oneMoreCup(interaction)) || (await pourACup(interaction)) || (await sendOrder(interaction));
  if (!isKnown) await interaction.reply({ content: 'This button is from another time.', ephemeral: true });
}
