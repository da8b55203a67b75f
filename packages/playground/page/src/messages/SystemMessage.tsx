import type { APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { Icon, type IconName } from '../icons/Icon.js';
import { MarkdownLine } from '../markdown/Markdown.js';
import { useSurroundings } from '../state/surroundings.js';
import { ThreadChip } from './ThreadChip.js';
import { clockTime, wholeTime } from './messageTime.js';
import { systemText } from './systemText.js';

const icons: Readonly<Record<number, IconName>> = { 6: 'pin', 7: 'forward', 18: 'thread', 21: 'thread', 24: 'warning', 46: 'poll' };

/** A message that nobody wrote. */
export function SystemMessage({ message }: { readonly message: APIMessage }): VNode {
  const { names } = useSurroundings();
  const name = names.user(message.author.id) ?? message.author.global_name ?? message.author.username;
  return (
    <div class="message-line is-system">
      <span class="gutter-icon">
        <Icon name={icons[message.type] ?? 'stage'} />
      </span>
      <div class="message-content">
        <MarkdownLine text={systemText(message, name)} />{' '}
        <time class="message-time" title={wholeTime(message.timestamp)}>
          {clockTime(message.timestamp)}
        </time>
        {message.thread !== undefined && <ThreadChip thread={message.thread} />}
      </div>
    </div>
  );
}
