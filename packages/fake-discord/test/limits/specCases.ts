import { EXCUSED_FIELDS } from './excused.js';
import { LIMITS } from './limitsData.js';
import { probesOf } from './probes.js';
import { SUBJECTS } from './subjects.js';
import type { Subject } from './subjects.js';

/** One number of one field of one body, and the values that show it. */
export interface Case {
  readonly allowed: unknown;
  readonly path: string;
  readonly refused: unknown;
  readonly schema: string;
  readonly subject: Subject;
  readonly title: string;
}

const CASES: readonly Case[] = Object.entries(LIMITS.spec.schemas).flatMap(([schema, fields]) => {
  const subject = SUBJECTS[schema];
  if (subject === undefined) return [];
  return Object.entries(fields).flatMap(([path, constraint]) => {
    const item = (subject.value[path] as readonly unknown[] | undefined)?.[0];
    return probesOf(path, constraint, item).map(({ allowed, name, refused }) => {
      return { allowed, path, refused, schema, subject, title: `${schema} ${path} ${name}` };
    });
  });
});

/** Whether anything is said of it but "any number". */
export function isLimited(schema: string): boolean {
  return Object.entries(LIMITS.spec.schemas[schema] ?? {}).some(([path, constraint]) => probesOf(path, constraint, undefined).length > 0);
}

/** Those that count. */
export const CHECKED_CASES = CASES.filter(
  ({ schema, path, title }) => !(title in EXCUSED_FIELDS) && !(`${schema} ${path}` in EXCUSED_FIELDS),
);
