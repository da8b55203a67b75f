import type { News } from '../socket/PushBatch.js';
import type { People } from './People.js';

/** So many people at once are more than any screen shows. */
const COLUMNS_MAX = 12;

/** The people that one page acts as, side by side: each sees their own view and hears their own events. */
export class Columns {
  private readonly ends = new Map<string, () => void>();
  private readonly people: People;
  private readonly push: (push: News) => void;

  constructor(people: People, push: (push: News) => void) {
    this.people = people;
    this.push = push;
  }

  /** Begins to see as somebody, or begins again: what they see comes first, then what happens. The longest open one closes when there are too many. */
  open(userId: string): void {
    const user = this.people.actor(userId);
    this.close(userId);
    const [longest] = this.ends.keys();
    if (this.ends.size >= COLUMNS_MAX && longest !== undefined) this.close(longest);
    this.people.openConversation(user);
    this.push({ type: 'view', as: userId, view: user.view() });
    this.ends.set(
      userId,
      user.watch((event) => {
        this.push({ type: 'event', as: userId, event });
      }),
    );
  }

  close(userId: string): void {
    this.ends.get(userId)?.();
    this.ends.delete(userId);
  }

  closeAll(): void {
    for (const userId of [...this.ends.keys()]) this.close(userId);
  }
}
