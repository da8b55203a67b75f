import type { Page } from 'playwright-core';

/**
 * The ids of all messages of a conversation in the order in which they stand in the page. A long list has only those near what is seen: so this reads it as a
 * person would, from the top to the end, screen by screen.
 */
export function shownIds(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const box = document.querySelector('.message-list');
    const rows = (): readonly HTMLElement[] => [...(box?.querySelectorAll<HTMLElement>('[data-message-id]') ?? [])];
    const drawn = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    if (box === null) return [];
    box.scrollTop = 0;
    const ids: string[] = [];
    for (let isMore = true; isMore;) {
      await drawn();
      const here = rows().map(({ dataset }) => dataset['messageId'] ?? '');
      const fresh = here.slice(here.lastIndexOf(ids.at(-1) ?? '') + 1);
      ids.push(...fresh);
      isMore = fresh.length > 0;
      box.scrollTop = rows().at(-1)?.offsetTop ?? 0;
    }
    return ids;
  });
}
