import type { Names } from './Names.js';

/** A statement of a test that is being written. */
export interface Line {
  /** The id of what its value is: it becomes a variable if that is used anywhere. */
  readonly declares?: string;
  /** Whether it is left out when nobody uses its value. */
  readonly isOptional?: boolean;
  readonly text: string;
}

/** Statements as they stand in the test, when it is known which values are used. */
export function render(lines: readonly Line[], names: Names): readonly string[] {
  return lines.flatMap(({ declares, isOptional = false, text }) => {
    const name = declares === undefined ? undefined : names.declaration(declares);
    if (name === undefined && isOptional) return [];
    if (text === '' || text.startsWith('//')) return [text];
    return [name === undefined ? `${text};` : `const ${name} = ${text};`];
  });
}
