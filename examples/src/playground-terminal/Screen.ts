import { clearLine, cursorTo, type Interface } from 'node:readline';

/** Prints lines above a prompt that a person may be typing at, or plainly when nobody is. */
export interface Screen {
  print(text: string): void;
}

/** A screen without a prompt. */
export const plainScreen: Screen = { print: (text) => void process.stdout.write(`${text}\n`) };

/** A screen that keeps the half-typed line of `prompt` below everything that is printed. */
export function screenAbove(prompt: Interface): Screen {
  return {
    print: (text) => {
      clearLine(process.stdout, 0);
      cursorTo(process.stdout, 0);
      process.stdout.write(`${text}\n`);
      prompt.prompt(true);
    },
  };
}
