import { dirname } from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm run bench -- …` was asked for. */
export interface BenchArguments {
  /** Where the compiled benchmarks lie. */
  readonly directory: string;
  /** A minute's worth, to see that everything works; its figures say little. */
  readonly isShort: boolean;
  /** Another Node to measure on. */
  readonly nodePath: string;
  readonly rounds: number;
  wants(name: string): boolean;
}

const ROUNDS = 5;

export function readBenchArguments(args: readonly string[]): BenchArguments {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { short: { type: 'boolean' }, rounds: { type: 'string' }, node: { type: 'string' } },
  });
  const isShort = values.short ?? false;
  return {
    directory: dirname(process.argv[1] ?? '.'),
    isShort,
    nodePath: values.node ?? process.execPath,
    rounds: values.rounds === undefined ? (isShort ? 1 : ROUNDS) : Number(values.rounds),
    wants: (name) => positionals.length === 0 || positionals.includes(name),
  };
}
