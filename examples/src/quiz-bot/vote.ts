import type { Message, ReactionChange } from 'aplomb';

const CHOICES = ['👍', '👎'];
const CLOSE = '🏁';

/** Lets people vote on what was asked by reacting, until time is up or the one who asked closes it with 🏁. */
export async function holdVote(asked: Message, subject: string, voteMs: number): Promise<void> {
  const ballot = await asked.reply(`**${subject}** You may change your mind until ${asked.author.username} reacts with ${CLOSE}.`);
  for (const choice of CHOICES) await ballot.react(choice);
  const votes = new Votes();
  const filter = ({ event }: ReactionChange): boolean => !('isOwn' in event && event.isOwn);
  for await (const change of ballot.collectReactions({ removals: true, filter, timeoutMs: voteMs })) {
    // Leaving the loop stops the collector.
    if (change.type === 'added' && change.event.emoji.name === CLOSE && change.event.userId === asked.author.id) break;
    votes.count(change);
  }
  await ballot.reply(`${subject} ${CHOICES.map((choice) => `${choice} ${String(votes.of(choice))}`).join(', ')}`);
}

/** Who reacted with what. */
class Votes {
  private readonly voters = new Map<string | null, Set<string>>();

  count(change: ReactionChange): void {
    if (change.type === 'cleared') return this.voters.clear();
    const { name } = change.event.emoji;
    const voters = this.voters.get(name) ?? new Set();
    this.voters.set(name, voters);
    if (change.type === 'added') voters.add(change.event.userId);
    else if (change.type === 'removed') voters.delete(change.event.userId);
    else voters.clear();
  }

  of(choice: string): number {
    return this.voters.get(choice)?.size ?? 0;
  }
}
