import { embed, md, type Message, type MessageOptions } from 'aplomb';

/** What stands on the board for a message. A picture of the message is shown, if it has one. */
export function starCard(message: Message, stars: number): MessageOptions {
  const picture = message.attachments.find(({ contentType }) => contentType?.startsWith('image/') === true);
  const card = embed({
    author: { name: message.author.displayName, iconUrl: message.author.displayAvatarUrl() },
    description: message.content === '' ? '(no text)' : message.content,
    color: 'Gold',
    timestamp: message.timestamp,
    ...(picture === undefined ? {} : { image: picture.url }),
  });
  return { content: `⭐ **${String(stars)}** in ${message.channel.mention}: ${md.link('look', message.url)}`, embeds: [card] };
}
