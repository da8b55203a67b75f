import { AplombError, type CancelTimer, type Clock, type Secret } from '@aplomb/base';
import type { Dispatcher } from 'undici';
import { connectionFailed, timedOut, tooLarge, uploadFailed, withdrawn } from './failures.js';
import { readAnswer, type AnswerHeaders, type HttpAnswer } from './HttpAnswer.js';
import type { HttpRequest } from './HttpRequest.js';
import type { Upload } from './Upload.js';
import { withoutSecrets } from './withoutSecrets.js';

/** Why an attempt brought no whole answer. */
export interface ExchangeFailure {
  readonly error: AplombError;
  /**
   * What became of the request. `unsent`: not a byte of it left. `partial`: it did not leave in whole, so that nobody can have carried it out.
   * `reset`: the connection ended before a byte of an answer. `interrupted`: the answer is missing, in pieces, or too large.
   */
  readonly type: 'interrupted' | 'partial' | 'reset' | 'unsent';
}

/** Who waits for an attempt. One of `answered` and `failed` is called, once, unless it is cancelled before. */
export interface ExchangeListener {
  /** A connection is there, and the request is written to it now. */
  written(): void;
  answered(answer: HttpAnswer): void;
  failed(failure: ExchangeFailure): void;
}

/** Far above anything that Discord answers with; it keeps a hostile proxy from filling the memory. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const NOTHING = Buffer.alloc(0);

/**
 * One attempt on its way: an undici handler that collects the answer within one deadline over connect, headers and body. While a body is uploaded,
 * the deadline counts from its last piece.
 *
 * undici may hold a request back until a connection is there. It cannot be withdrawn then; it is refused when its turn comes, and never written.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly upload: Upload | null;
  private readonly request: HttpRequest;
  private readonly listener: ExchangeListener;
  private readonly clock: Clock;
  private readonly authorization: Secret | null;
  private controller: Dispatcher.DispatchController | null = null;
  private cancelTimer: CancelTimer;
  private status = 0;
  private headers: AnswerHeaders = {};
  private firstChunk: Buffer | null = null;
  private laterChunks: Buffer[] | null = null;
  private sizeBytes = 0;
  private hasEnded = false;

  constructor(request: HttpRequest, listener: ExchangeListener, clock: Clock, upload: Upload | null, authorization: Secret | null) {
    this.request = request;
    this.listener = listener;
    this.clock = clock;
    this.upload = upload;
    this.authorization = authorization;
    this.cancelTimer = clock.after(request.timeoutMs, this.deadlinePassed);
  }

  /** Nobody waits any more: nothing is told, and the connection is dropped. */
  cancel(): void {
    this.giveUp(withdrawn(this.request.call));
  }

  /** It could not even be begun. */
  refuse(error: AplombError): void {
    if (!this.hasEnded) this.fail(error, 'unsent');
  }

  /** Whether the body was opened: one that cannot be opened twice is spent then. */
  get isBodyOpened(): boolean {
    return this.upload?.wasOpened ?? false;
  }

  get isOver(): boolean {
    return this.hasEnded;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.hasEnded) {
      controller.abort(withdrawn(this.request.call));
      return;
    }
    this.controller = controller;
    this.listener.written();
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: AnswerHeaders): void {
    // 100 to 199 only announce: the answer is still to come.
    if (status < 200) return;
    this.status = status;
    this.headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.hasEnded) return;
    this.sizeBytes += chunk.length;
    if (this.sizeBytes > MAX_ANSWER_BYTES) this.fail(tooLarge(this.request.call, MAX_ANSWER_BYTES), 'interrupted');
    else if (this.firstChunk === null) this.firstChunk = chunk;
    else (this.laterChunks ??= [this.firstChunk]).push(chunk);
  }

  onResponseEnd(): void {
    if (this.hasEnded) return;
    this.finish();
    const bytes = this.laterChunks === null ? (this.firstChunk ?? NOTHING) : Buffer.concat(this.laterChunks, this.sizeBytes);
    this.listener.answered(readAnswer(this.status, this.headers, bytes, { form: this.request.answerAs, conceal: this.conceal }));
  }

  onResponseError(_controller: unknown, error: Error): void {
    if (this.hasEnded) return;
    this.concealIn(error);
    const { call } = this.request;
    const spoilt = this.upload?.failure ?? null;
    if (spoilt !== null) this.fail(AplombError.is(spoilt.cause) ? spoilt.cause : uploadFailed(call, spoilt.cause), 'partial');
    else this.fail(connectionFailed(call, error), this.unsentType ?? (this.status === 0 ? 'reset' : 'interrupted'));
  }

  /** undici keeps what it could not parse, which may repeat what was sent, in the error that becomes a cause. */
  private concealIn(error: Error & { data?: unknown }): void {
    if (typeof error.data === 'string') error.data = this.conceal(error.data);
  }

  private readonly conceal = (text: string): string => withoutSecrets(text, this.request.path, this.authorization);

  private readonly deadlinePassed = (): void => {
    const { call, timeoutMs } = this.request;
    const leftMs = this.upload === null ? 0 : this.upload.lastProgressMs + timeoutMs - this.clock.nowMs();
    if (leftMs > 0) this.cancelTimer = this.clock.after(leftMs, this.deadlinePassed);
    else this.fail(timedOut(call, timeoutMs), this.unsentType ?? 'interrupted');
  };

  private get unsentType(): 'partial' | 'unsent' | null {
    if (this.controller === null) return 'unsent';
    return this.upload?.isDone === false ? 'partial' : null;
  }

  private fail(error: AplombError, type: ExchangeFailure['type']): void {
    this.giveUp(error);
    this.listener.failed({ error, type });
  }

  /** Ends it, and the connection with it: what would still come on it belongs to nobody. */
  private giveUp(reason: Error): void {
    if (this.hasEnded) return;
    this.finish();
    this.controller?.abort(reason);
  }

  private finish(): void {
    this.hasEnded = true;
    this.cancelTimer();
    this.upload?.end();
  }
}
