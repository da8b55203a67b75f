import type { Fault } from './catalogue.js';

/** The part of jest's JSON that matters here. */
export interface JestRun {
  readonly startTime: number;
  readonly testResults: readonly { readonly name: string; readonly assertionResults: readonly JestTest[] }[];
}

export interface JestTest {
  readonly fullName: string;
  readonly status: string;
}

/** A fault with the tests that show it. */
export interface CoveredFault {
  readonly fault: Fault;
  /** Passing tests that have the id in their title. */
  readonly passing: readonly string[];
  /** Tests with the id that do not pass. */
  readonly failing: readonly string[];
}

/** Which passing tests name which fault. A test that fails, or was skipped, shows nothing. */
export function coverageOf(faults: readonly Fault[], run: JestRun): readonly CoveredFault[] {
  const tests = run.testResults.flatMap(({ assertionResults }) => assertionResults);
  return faults.map((fault) => {
    const own = tests.filter(({ fullName }) => names(fullName, fault.id));
    return {
      fault,
      passing: own.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName),
      failing: own.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName),
    };
  });
}

/** Whether a title names an id: `S-1` is not in `S-10`. */
function names(title: string, id: string): boolean {
  const at = title.indexOf(id);
  return at >= 0 && !/\d/.test(title[at + id.length] ?? '');
}
