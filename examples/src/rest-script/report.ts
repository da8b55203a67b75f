import { attachment, type Rest } from 'aplomb';

/** How many messages each author wrote among the last `limit` of a channel, the busiest first. */
export async function countByAuthor(rest: Rest, channelId: string, limit: number): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  // Page after page, each fetched when the one before is used up.
  for await (const { author } of rest.channels.messages(channelId, { limit })) {
    counts.set(author.username, (counts.get(author.username) ?? 0) + 1);
  }
  return new Map([...counts].sort(([, one], [, other]) => other - one));
}

/** Posts the counts as a file, with a description for those who cannot open it. Resolves with the message's id. */
export async function postReport(rest: Rest, channelId: string, counts: ReadonlyMap<string, number>): Promise<string> {
  const lines = [...counts].map(([author, messages]) => `${author},${messages}`);
  const file = attachment(Buffer.from(['author,messages', ...lines].join('\n')), 'authors.csv', {
    description: `Who wrote how much: ${[...counts.keys()].join(', ')}`,
  });
  const { id } = await rest.channels.createMessage(channelId, { content: `${counts.size} people spoke.` }, { files: [file] });
  return id;
}
