import type { Client, CommandInteraction } from 'aplomb';

/** Calls back after so many milliseconds. A test gives that of its Discord, whose time can be moved. */
export type After = (ms: number, callback: () => void) => unknown;

const MINUTE_MS = 60_000;

/**
 * `/remind`: a promise for one person's eyes, and the call when it is time. The call is a message of its own: after a quarter of an hour, nothing can be added to
 * what somebody used.
 */
export async function remind(client: Client, interaction: CommandInteraction, after: After): Promise<void> {
  const { channelId, user } = interaction;
  const minutes = interaction.options.integer('minutes') ?? 1;
  await interaction.reply({ content: `I shall call you in ${String(minutes)} minutes.`, ephemeral: true });
  if (channelId === undefined) return;
  after(minutes * MINUTE_MS, () => {
    client
      .channel(channelId)
      .send(`<@${user.id}>, it is time to read.`)
      .catch((cause: unknown) => client.emit('error', { event: 'interactionCreate', shardId: null, cause }));
  });
}
