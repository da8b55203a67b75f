import type { VNode } from 'preact';
import { usePlayground } from './state/playgroundContext.js';

/** What to do when there is nobody to act as. */
export function EmptyWorld(): VNode | null {
  const { hello, people } = usePlayground();
  if (hello.value === null || people.value.length > 0) return null;
  return (
    <p class="empty-world">
      Nobody lives here yet. In the program that starts the playground, say <code>const guild = discord.addGuild()</code>,{' '}
      <code>guild.addTextChannel('general')</code> and <code>guild.addMember('alice')</code>: they appear here at once.
    </p>
  );
}
