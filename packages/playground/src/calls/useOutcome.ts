import type { Directory, Interaction, InteractionNews, PersonEvent, User } from '@aplomb/fake-discord';
import type { UseOutcome } from '../protocol.js';
import { isOfTheBot } from './patience.js';

/**
 * Uses something of the bot and resolves as soon as it has answered, or can no longer. It listens with the person's ears, because the act itself also waits
 * until the bot comes to rest.
 */
export async function useOutcome(directory: Directory, user: User, use: () => Promise<Interaction>): Promise<UseOutcome> {
  const opened = new Set<string>();
  let end = (): void => undefined;
  const answered = new Promise<Interaction>((resolve) => {
    end = user.watch((event) => {
      const news = newsIn(event);
      if (news?.state === 'opened' && opened.size === 0) opened.add(news.id);
      else if (news !== null && opened.has(news.id)) resolve(directory.interaction(news.id));
    });
  });
  try {
    return outcomeOf(await Promise.race([use(), answered]));
  } catch (error) {
    const [id] = opened;
    if (id === undefined || !isOfTheBot(error)) throw error;
    return outcomeOf(directory.interaction(id));
  } finally {
    end();
  }
}

function newsIn({ d, t }: PersonEvent): InteractionNews | null {
  return t === 'INTERACTION_STATE' ? (d as InteractionNews) : null;
}

function outcomeOf({ answerType, choices, id: interactionId, modal }: Interaction): UseOutcome {
  return {
    interactionId,
    answerType: answerType ?? null,
    ...(choices !== undefined && { choices }),
    ...(modal !== undefined && { modal: { components: modal.components, customId: modal.customId, title: modal.title } }),
  };
}
