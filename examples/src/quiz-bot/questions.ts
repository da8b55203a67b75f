/** A question, and every way to answer it. */
export interface Question {
  readonly text: string;
  readonly answers: readonly string[];
}

export const questions: readonly Question[] = [
  { text: 'Which planet has the most moons?', answers: ['Saturn'] },
  { text: 'How many strings does a violin have?', answers: ['4', 'four'] },
  { text: 'Who wrote *The Left Hand of Darkness*?', answers: ['Ursula K. Le Guin', 'Le Guin'] },
];

/** Whether what somebody said is the answer; capitals, points and a last `!` do not matter. */
export function isAnswer({ answers }: Question, said: string): boolean {
  return answers.some((answer) => plain(answer) === plain(said));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
