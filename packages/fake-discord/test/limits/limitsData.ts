import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is said of one value: how long, how large, how many. */
export type Constraint = Readonly<Record<string, unknown>>;

/** The numbers that Discord documents, as they were read. */
export interface LimitsData {
  /** Read by hand out of the documentation, by group and name. */
  readonly groups: Readonly<Record<string, Readonly<Record<string, Constraint>>>>;
  /** Taken out of the OpenAPI document, by the name of a body or of an operation, and the path of the value. */
  readonly spec: Readonly<Record<'query' | 'schemas', Readonly<Record<string, Readonly<Record<string, Constraint>>>>>>;
}

export const LIMITS = JSON.parse(readFileSync(join(__dirname, '../../test-data/limits.json'), 'utf8')) as LimitsData;
