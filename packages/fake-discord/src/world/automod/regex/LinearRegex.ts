import { parseRegex } from './parseRegex.js';
import type { Assertion, CharTest, RegexNode } from './RegexNode.js';

type Step =
  | { readonly kind: 'assertion'; readonly holds: Assertion }
  | { readonly kind: 'char'; readonly fits: CharTest }
  | { readonly kind: 'end' }
  | { readonly kind: 'fork'; first: number; second: number };

/** A try under way: which step is next, and where in the text it began. */
interface Thread {
  readonly from: number;
  readonly step: number;
}

/** So many steps make a pattern too large, as Rust's bound on the size of a compiled one does. */
const STEPS_MAX = 20_000;

/**
 * A regular expression that takes no more time than the length of the text times its own: all ways of matching are followed at once, none is gone back over.
 * A rule with `(a+)+$` in it would otherwise hold up the whole process.
 */
export class LinearRegex {
  private readonly steps: readonly Step[];

  private constructor(steps: readonly Step[]) {
    this.steps = steps;
  }

  /** The expression, or what is wrong with it. */
  static compile(source: string): LinearRegex | string {
    const parsed = parseRegex(source);
    if ('complaint' in parsed) return parsed.complaint;
    if (sizeOf(parsed.node) > STEPS_MAX) return 'compiled regex exceeds size limit';
    const steps: Step[] = [];
    emit(parsed.node, steps);
    return new LinearRegex([...steps, { kind: 'end' }]);
  }

  /** The first piece of a text that matches; where several begin there, the one that is preferred. */
  find(text: string): string | undefined {
    const chars = Array.from(text);
    let threads: readonly Thread[] = [];
    let found: string | undefined;
    for (let at = 0; at <= chars.length; at += 1) {
      const tries = found === undefined ? [...threads, { from: at, step: 0 }] : threads;
      const { alive, end } = this.settle(tries, chars[at - 1], chars[at]);
      if (end !== null) found = chars.slice(end, at).join('');
      const char = chars[at];
      threads =
        char === undefined ? [] : alive.filter(({ step }) => this.fits(step, char)).map(({ from, step }) => ({ from, step: step + 1 }));
      if (threads.length === 0 && found !== undefined) break;
    }
    return found;
  }

  private fits(step: number, char: string): boolean {
    const it = this.steps[step];
    return it?.kind === 'char' && it.fits(char);
  }

  /** Follows what takes no character, in the order of preference. What is less preferred than a match is given up: `end` is where that match began. */
  private settle(
    tries: readonly Thread[],
    before: string | undefined,
    behind: string | undefined,
  ): { readonly alive: readonly Thread[]; readonly end: number | null } {
    const seen = new Set<number>();
    const alive: Thread[] = [];
    const stack = [...tries].reverse();
    for (let thread = stack.pop(); thread !== undefined; thread = stack.pop()) {
      const { from, step } = thread;
      const it = this.steps[step];
      if (it === undefined || seen.has(step)) continue;
      seen.add(step);
      if (it.kind === 'end') return { alive, end: from };
      if (it.kind === 'char') alive.push(thread);
      else if (it.kind === 'fork') stack.push({ from, step: it.second }, { from, step: it.first });
      else if (it.holds(before, behind)) stack.push({ from, step: step + 1 });
    }
    return { alive, end: null };
  }
}

function sizeOf(node: RegexNode): number {
  switch (node.kind) {
    case 'choice':
      return node.options.reduce((sum, option) => sum + sizeOf(option) + 2, 0);
    case 'repeat':
      return (sizeOf(node.node) + 2) * Math.max(node.min + 1, node.max === Infinity ? 1 : node.max);
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + sizeOf(part), 1);
    default:
      return 1;
  }
}

function emit(node: RegexNode, steps: Step[]): void {
  if (node.kind === 'sequence') for (const part of node.parts) emit(part, steps);
  else if (node.kind === 'choice') emitChoice(node.options, steps);
  else if (node.kind === 'repeat') emitRepeat(node, steps);
  else steps.push(node);
}

function emitChoice(options: readonly RegexNode[], steps: Step[]): void {
  const exits = options.map((option, index) => {
    const fork = index < options.length - 1 ? addFork(steps) : null;
    emit(option, steps);
    const exit = addFork(steps);
    if (fork !== null) fork.second = steps.length;
    return exit;
  });
  for (const exit of exits) exit.first = exit.second = steps.length;
}

function emitRepeat({ isGreedy, max, min, node }: RegexNode & { readonly kind: 'repeat' }, steps: Step[]): void {
  for (let count = 0; count < min; count += 1) emit(node, steps);
  if (max === Infinity) {
    const start = steps.length;
    const fork = addFork(steps);
    emit(node, steps);
    const back = addFork(steps);
    back.first = back.second = start;
    prefer(fork, isGreedy, start + 1, steps.length);
    return;
  }
  const forks = Array.from({ length: max - min }, () => {
    const at = steps.length;
    const fork = addFork(steps);
    emit(node, steps);
    return { at, fork };
  });
  for (const { at, fork } of forks) prefer(fork, isGreedy, at + 1, steps.length);
}

function addFork(steps: Step[]): Step & { kind: 'fork' } {
  const fork = { kind: 'fork' as const, first: steps.length + 1, second: steps.length + 1 };
  steps.push(fork);
  return fork;
}

function prefer(fork: Step & { kind: 'fork' }, isGreedy: boolean, into: number, past: number): void {
  fork.first = isGreedy ? into : past;
  fork.second = isGreedy ? past : into;
}
