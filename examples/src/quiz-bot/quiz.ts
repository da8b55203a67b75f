import type { CollectorEndReason, Message } from 'aplomb';
import { isAnswer, type Question } from './questions.js';

/** What came of a question. */
interface Answer {
  readonly answer: Message | undefined;
  readonly reason: CollectorEndReason | null;
}

/** Asks one question after the other where `start` was said, and who is first gets a point. */
export async function playQuiz(start: Message, questions: readonly Question[], answerMs: number): Promise<void> {
  const points = new Map<string, number>();
  for (const question of questions) {
    await start.channel.send(`**${question.text}**`);
    const { answer, reason } = await firstAnswer(start.channel, question, answerMs);
    if (answer !== undefined) {
      const { username } = answer.author;
      points.set(username, (points.get(username) ?? 0) + 1);
      await answer.reply('Right!');
    } else if (reason === 'timeout') await start.channel.send(`Nobody knew: ${question.answers[0] ?? ''}.`);
    // The channel was deleted, or the bot is going: there is nobody left to ask.
    else return;
  }
  await start.channel.send(scoreboard(points));
}

/** The first right answer in a channel, or why there is none. `channel.awaitMessage` is shorter for whoever does not mind why. */
async function firstAnswer(channel: Message['channel'], question: Question, timeoutMs: number): Promise<Answer> {
  const filter = ({ author, content }: Message): boolean => !author.bot && isAnswer(question, content);
  const collector = channel.collectMessages({ filter, max: 1, timeoutMs });
  const answer = await collector.take();
  return { answer, reason: collector.reason };
}

function scoreboard(points: ReadonlyMap<string, number>): string {
  const ranking = [...points].sort(([, one], [, other]) => other - one).map(([name, count]) => `${name}: ${String(count)}`);
  return ['The quiz is over.', ...(ranking.length === 0 ? ['Nobody scored.'] : ranking)].join('\n');
}
