import { Client, type ClientOptions, type Message } from 'aplomb';
import { questions } from './questions.js';
import { playQuiz } from './quiz.js';
import { holdVote } from './vote.js';

/** How long the bot waits for people. */
export interface QuizTimes {
  readonly answerMs: number;
  readonly voteMs: number;
}

/** Answers need their text, which is privileged: enable MessageContent in the Developer Portal. */
const intents = ['Guilds', 'GuildMessages', 'GuildMessageReactions', 'MessageContent'] as const;

/** A bot that waits: `!quiz` asks three questions and listens for the first right answer, `!vote` counts reactions until it is closed. */
export function createQuizBot(
  options: Omit<ClientOptions, 'intents'>,
  { answerMs, voteMs }: QuizTimes = { answerMs: 20_000, voteMs: 600_000 },
): Client {
  const client = new Client({ ...options, intents });
  const playing = new Set<string>();
  client.on('messageCreate', async (message) => {
    const [, subject] = /^!vote (.+)/s.exec(message.content) ?? [];
    if (subject !== undefined) await holdVote(message, subject, voteMs);
    else if (message.content === '!quiz') await onceAPlace(playing, message, () => playQuiz(message, questions, answerMs));
  });
  return client;
}

/** Two quizzes in one channel would take each other's answers. */
async function onceAPlace(playing: Set<string>, { channelId }: Message, play: () => Promise<void>): Promise<void> {
  if (playing.has(channelId)) return;
  playing.add(channelId);
  try {
    await play();
  } finally {
    playing.delete(channelId);
  }
}
