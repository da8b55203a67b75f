const flashMs = 1_500;

/** Shows a message of the same list and marks it for a moment. Nothing happens when it is not drawn. */
export function scrollToMessage(from: Element, id: string): void {
  const row = from.closest('.message-list')?.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(id)}"]`);
  if (row == null) return;
  row.scrollIntoView({ block: 'center' });
  row.classList.add('is-found');
  setTimeout(() => row.classList.remove('is-found'), flashMs);
}
