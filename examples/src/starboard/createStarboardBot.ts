import { Client, type ClientOptions } from 'aplomb';
import { STAR, Starboard } from './Starboard.js';

/** Where the board is, and how many stars bring a message onto it. */
export interface StarboardOptions {
  readonly boardId: string;
  readonly threshold: number;
}

/** The text of the messages is privileged: enable MessageContent in the Developer Portal. */
const intents = ['Guilds', 'GuildMessages', 'GuildMessageReactions', 'MessageContent'] as const;

/** A bot that copies the messages with enough stars to a board, and keeps their numbers there true. */
export function createStarboardBot(options: Omit<ClientOptions, 'intents'>, { boardId, threshold }: StarboardOptions): Client {
  const client = new Client({ ...options, intents });
  const board = new Starboard(client.channel(boardId), threshold);
  client.on('messageReactionAdd', async ({ emoji, message }) => {
    if (emoji.name === STAR) await board.review(message);
  });
  client.on('messageReactionRemove', async ({ emoji, message }) => {
    if (emoji.name === STAR) await board.review(message);
  });
  return client;
}
