const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
const RANDOM_LETTERS = 8;

/**
 * Makes nonces for messages: the hour of its making and eight random letters, so that no other process makes the same, and a number, so that it
 * never makes one twice. Discord takes up to 25 characters.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#create-message | Create message}
 */
export class NonceMaker {
  private readonly prefix: string;
  private made = 0;

  constructor(random: () => number, wallMs: number) {
    const letters = Array.from({ length: RANDOM_LETTERS }, () => LETTERS[Math.floor(random() * LETTERS.length)] ?? 'z');
    this.prefix =
      Math.floor(wallMs / 1_000)
        .toString(36)
        .slice(-7) + letters.join('');
  }

  next(): string {
    this.made += 1;
    return `${this.prefix}-${this.made.toString(36)}`;
  }
}
