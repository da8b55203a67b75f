import { useSeat } from '../state/seatContext.js';

/** Whether this component of this message was used and the bot has not said anything yet. */
export function usePending(messageId: string, customId: string | undefined): boolean {
  const seat = useSeat();
  if (customId === undefined) return false;
  const open = [...(seat.person.value?.interactions.values() ?? [])];
  return open.some((news) => news.messageId === messageId && news.name === customId && news.state !== 'failed');
}
