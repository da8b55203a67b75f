import type { RestAnswer } from './RestRequest.js';
import { RoutePattern } from './RoutePattern.js';

/** One request that reached the fake Discord. */
export interface RequestRecord {
  /** When its headers came, in milliseconds of the clock's monotonic time. */
  readonly atMs: number;
  /** Its headers, all but `authorization`. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly method: string;
  /** The path after `/api/v10`, without the query. */
  readonly path: string;
  /** The query as it came, without the question mark. */
  readonly query: string;
  /** The status that it was answered with; `null` while it is not answered, and for ever when it never is or the connection breaks before. */
  readonly status: number | null;
}

/** How many requests are kept; of more the oldest are forgotten. */
const KEPT_MAX = 1_000;

type OpenRecord = { -readonly [Key in keyof RequestRecord]: RequestRecord[Key] };

/** What came in, and what was answered. */
export class RequestLog {
  private kept: OpenRecord[] = [];

  get all(): readonly RequestRecord[] {
    return this.kept;
  }

  /** Those to one route. */
  to(route: string): readonly RequestRecord[] {
    const pattern = new RoutePattern(route);
    return this.kept.filter((record) => pattern.matches(record));
  }

  /** Writes a request down, and returns what writes down its answer. */
  add({ headers: { authorization: _, ...headers }, ...request }: Omit<RequestRecord, 'status'>): (answer: RestAnswer) => void {
    const record: OpenRecord = { ...request, headers, status: null };
    this.kept.push(record);
    // A little more than promised, so that the list is not moved with every request.
    if (this.kept.length > KEPT_MAX * 1.1) this.kept = this.kept.slice(-KEPT_MAX);
    return (answer) => {
      if (answer === 'hang up' || answer.delivery?.afterMs === Infinity || answer.delivery?.resetAt === 'headers') return;
      record.status = answer.status;
    };
  }
}
