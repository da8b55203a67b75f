import type { RequestBody } from '../body/RequestBody.js';
import type { RestCall } from '../errors.js';
import type { HttpMethod } from '../RestRequest.js';
import type { AnswerForm } from './HttpAnswer.js';

/** One request, the same for each of its attempts. */
export interface HttpRequest {
  readonly answerAs: AnswerForm;
  /** The JSON, a body of files, or nothing. */
  readonly body: RequestBody | string | null;
  /** For errors; its path shows no token. */
  readonly call: RestCall;
  readonly isAuthorized: boolean;
  readonly method: HttpMethod;
  /** The path below the base URL, with its query. */
  readonly path: string;
  /** The audit log's reason, encoded, or `null`. */
  readonly reason: string | null;
  readonly timeoutMs: number;
}
