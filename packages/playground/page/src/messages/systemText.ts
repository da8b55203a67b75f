import type { APIMessage } from 'discord-api-types/v10';

type Told = (message: APIMessage, name: string) => string;

/** What the messages say that nobody wrote. The names of others stand in them as Discord's mentions. */
const told: Readonly<Record<number, Told>> = {
  1: (message, name) => `${name} added ${mentioned(message)}.`,
  2: (message, name) => `${name} removed ${mentioned(message)}.`,
  3: (_, name) => `${name} started a call.`,
  4: (message, name) => `${name} changed the channel's name to **${message.content}**.`,
  5: (_, name) => `${name} changed the channel's picture.`,
  6: (_, name) => `${name} pinned a message to this channel.`,
  7: (_, name) => `${name} joined the server.`,
  8: (_, name) => `${name} boosted the server.`,
  9: (_, name) => `${name} boosted the server, which reached level 1.`,
  10: (_, name) => `${name} boosted the server, which reached level 2.`,
  11: (_, name) => `${name} boosted the server, which reached level 3.`,
  12: (message, name) => `${name} follows **${message.content}** here: its news will show up in this channel.`,
  18: (message, name) => `${name} started a thread: **${message.content}**`,
  21: () => 'This thread was started from a message.',
  22: () => 'Invite people to your server.',
  24: (_, name) => `Auto-moderation has stopped a message of ${name}.`,
  25: (_, name) => `${name} subscribed to a role.`,
  27: (message, name) => `${name} started the stage **${message.content}**.`,
  28: (message, name) => `${name} ended the stage **${message.content}**.`,
  29: (_, name) => `${name} speaks on the stage.`,
  31: (message, name) => `${name} changed the stage's topic to **${message.content}**.`,
  32: (_, name) => `${name} bought something of this application.`,
  36: (_, name) => `${name} turned the alarm on: new members cannot join for now.`,
  37: (_, name) => `${name} turned the alarm off.`,
  44: (_, name) => `${name} bought something.`,
  46: (message, name) => `The poll of ${name} has ended: **${pollTitle(message)}**`,
};

/** The sentence of a message that nobody wrote, as markdown. */
export function systemText(message: APIMessage, name: string): string {
  return (
    told[message.type]?.(message, `**${name}**`) ??
    `**${name}**: a message of kind ${message.type}, which this page does not draw. ${message.content}`
  );
}

function mentioned(message: APIMessage): string {
  return message.mentions.map(({ id }) => `<@${id}>`).join(', ');
}

function pollTitle(message: APIMessage): string {
  return message.embeds[0]?.fields?.find(({ name }) => name === 'poll_question_text')?.value ?? 'poll';
}
