import type { CancelTimer, Clock } from '@aplomb/base';
import type { WebSocket } from 'ws';
import type { AnswerFrame, ServerFrame } from '../protocol.js';
import { callError } from './callError.js';
import { PushBatch } from './PushBatch.js';
import type { News, State } from './PushBatch.js';
import { frameId, parseFrame, readFrame } from './readFrame.js';
import type { ReadFrame } from './readFrame.js';

/** A frame of the screen: whoever looks sees no difference to "at once". */
const BATCH_MS = 16;
/** A page that reads so little (a tab that sleeps) is cut off. It comes again and gets everything anew. */
const BUFFERED_MAX_BYTES = 16 * 1024 * 1024;
const TRY_AGAIN_LATER = 1013;

/** What a socket needs besides the socket. */
export interface PageSocketOptions {
  readonly answer: (frame: ReadFrame) => Promise<unknown>;
  readonly clock: Clock;
  readonly onClose: () => void;
}

/** One page: reads its calls, answers each, and sends news in batches. */
export class PageSocket {
  private readonly batch = new PushBatch();
  private cancelFlush: CancelTimer | null = null;
  private readonly options: PageSocketOptions;
  private readonly socket: WebSocket;

  constructor(socket: WebSocket, options: PageSocketOptions) {
    this.socket = socket;
    this.options = options;
    socket.on('message', (data: Buffer) => {
      void this.receive(data.toString());
    });
    socket.on('close', () => {
      this.cancelFlush?.();
      options.onClose();
    });
    // A frame that is too large, or an RST: `close` follows.
    socket.on('error', () => undefined);
  }

  /** Tells some news, soon. */
  push(news: News): void {
    this.batch.add(news);
    this.flushSoon();
  }

  /** Tells a state, soon, as `make` says it is by then. */
  mark(type: State['type'], make: () => State): void {
    this.batch.mark(type, make);
    this.flushSoon();
  }

  /** Tells now what there is to tell, for example before an answer that it led to. */
  flush(): void {
    this.cancelFlush?.();
    this.cancelFlush = null;
    if (!this.batch.isEmpty) this.send({ push: this.batch.take() });
  }

  private flushSoon(): void {
    this.cancelFlush ??= this.options.clock.after(BATCH_MS, () => {
      this.flush();
    });
  }

  private async receive(text: string): Promise<void> {
    const answer = await this.answerTo(parseFrame(text));
    this.flush();
    this.send(answer);
  }

  private async answerTo(frame: unknown): Promise<AnswerFrame> {
    try {
      const read = readFrame(frame);
      return { id: read.id, ok: true, value: await this.options.answer(read) } as AnswerFrame;
    } catch (error) {
      return { id: frameId(frame), ok: false, error: callError(error) };
    }
  }

  private send(frame: ServerFrame): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > BUFFERED_MAX_BYTES) this.socket.close(TRY_AGAIN_LATER, 'The page does not keep up.');
    else this.socket.send(JSON.stringify(frame));
  }
}
