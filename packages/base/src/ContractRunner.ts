/** What a contract uses of `expect`. Jest's, Vitest's and others' fit. */
export type ContractExpect = (actual: unknown) => ContractMatchers;

/** The matchers that contracts use. */
export interface ContractMatchers {
  toBe(expected: unknown): void;
  toEqual(expected: unknown): void;
  toBeGreaterThanOrEqual(expected: number): void;
  toBeLessThanOrEqual(expected: number): void;
}

/** The test functions that a contract is run with, so that no contract knows a test runner. */
export interface ContractRunner {
  readonly describe: (subject: string, facts: () => void) => unknown;
  readonly expect: ContractExpect;
  readonly it: (fact: string, check: () => Promise<void>) => unknown;
}
