import { describe, expect, it } from '@jest/globals';
import { problemsOf } from './compileFences.js';
import { fencesIn, fencesOf, type Fence } from './fences.js';
import { pages, sources } from './repository.js';

const LANGUAGES = ['js', 'json', 'mermaid', 'rust', 'sh', 'text', 'ts'];
const COMPILE_TIMEOUT_MS = 60_000;

const fences = [...pages(), ...sources()].flatMap(fencesOf);
const place = ({ file, line }: Fence): string => `${file}:${line}`;

describe('the examples in the pages and in TSDoc', () => {
  it('name their language', () => {
    expect(fences.filter(({ language }) => !LANGUAGES.includes(language)).map(place)).toEqual([]);
  });

  it(
    'compile against the sources, each as it stands',
    () => {
      const broken: Fence = {
        file: 'broken.md',
        line: 7,
        language: 'ts',
        code: "import { Client } from 'aplomb';\nnew Client({ tokn: 1 });",
      };
      const problems = problemsOf([...fences.filter(({ language }) => language === 'ts'), broken]);
      expect(problems.filter((problem) => !problem.startsWith('broken.md'))).toEqual([]);
      // One that is wrong would have been found, with its file and line.
      expect(problems).toContainEqual(expect.stringMatching(/^broken\.md:8: .*tokn/));
    },
    COMPILE_TIMEOUT_MS,
  );

  it('are read without the margin of a comment', () => {
    const comment = ['/**', ' * ```ts', ' * const a = 1;', ' *', ' *   a;', ' * ```', ' */'].join('\n');
    expect(fencesIn('a.ts', comment)).toEqual([{ file: 'a.ts', line: 3, language: 'ts', code: 'const a = 1;\n\n  a;' }]);
  });
});
