import { signal } from '@preact/signals';
import { CallFailure } from './CallFailure.js';
import type { CallArguments, CallName, CallValue, Push, ServerFrame } from './protocol.js';

/** `refused`: the server lives and does not know the token, which will not change. */
export type Link = 'connecting' | 'closed' | 'open' | 'refused';

interface Waiting {
  readonly reject: (error: unknown) => void;
  readonly resolve: (value: never) => void;
}

const reconnectMs = 1_000;
/** The server cuts the socket of who sends more at once. */
const frameMaxBytes = 1 << 18;
/** A hidden page gets no animation frames: it takes its news this often. */
const hiddenMs = 250;

/**
 * The page's socket. Calls are numbered and answered; news are gathered and handed on once per animation frame, so that a burst of
 * frames is one change of the page. An answer comes after all news that came before it.
 */
export class Connection {
  readonly link = signal<Link>('connecting');
  private readonly address: URL;
  private readonly onNews: (news: readonly Push[]) => void;
  private readonly waiting = new Map<number, Waiting>();
  private isDue = false;
  private lastId = 0;
  private news: Push[] = [];
  private socket: WebSocket | undefined;

  constructor(address: URL, onNews: (news: readonly Push[]) => void) {
    this.address = address;
    this.onNews = onNews;
  }

  open(): void {
    let wasOpen = false;
    const socket = new WebSocket(this.address);
    this.socket = socket;
    socket.onopen = () => {
      wasOpen = true;
      this.link.value = 'open';
    };
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      this.take(JSON.parse(data) as ServerFrame);
    };
    socket.onclose = () => {
      void this.lose(wasOpen);
    };
  }

  call<Name extends CallName>(call: Name, args: CallArguments<Name>): Promise<CallValue<Name>> {
    const id = (this.lastId += 1);
    return new Promise((resolve, reject) => {
      if (this.socket?.readyState !== WebSocket.OPEN) return reject(lost());
      const frame = JSON.stringify({ id, call, ...args });
      if (new TextEncoder().encode(frame).length > frameMaxBytes) return reject(tooLarge());
      this.waiting.set(id, { reject, resolve });
      this.socket.send(frame);
    });
  }

  private take(frame: ServerFrame): void {
    if ('push' in frame) {
      this.news.push(...frame.push);
      this.arrange();
      return;
    }
    this.flush();
    const waiting = this.waiting.get(frame.id ?? -1);
    if (waiting === undefined || frame.id === null) return;
    this.waiting.delete(frame.id);
    if (frame.ok) waiting.resolve(frame.value as never);
    else waiting.reject(new CallFailure(frame.error));
  }

  private arrange(): void {
    if (this.isDue) return;
    this.isDue = true;
    if (document.hidden) setTimeout(() => this.flush(), hiddenMs);
    else requestAnimationFrame(() => this.flush());
  }

  private flush(): void {
    this.isDue = false;
    if (this.news.length === 0) return;
    const news = this.news;
    this.news = [];
    this.onNews(news);
  }

  private async lose(wasOpen: boolean): Promise<void> {
    if (wasOpen) this.link.value = 'closed';
    for (const { reject } of this.waiting.values()) reject(lost());
    this.waiting.clear();
    if (!wasOpen) this.link.value = (await isRefused(this.address)) ? 'refused' : 'closed';
    if (this.link.peek() !== 'refused') setTimeout(() => this.open(), reconnectMs);
  }
}

/** Browsers do not tell why a web socket did not open; the same address says it to who asks without one. */
async function isRefused(address: URL): Promise<boolean> {
  const asked = new URL(address);
  asked.protocol = address.protocol === 'wss:' ? 'https:' : 'http:';
  const answer = await fetch(asked).catch(() => undefined);
  return answer?.status === 401;
}

function lost(): CallFailure {
  return new CallFailure({
    code: 'PAGE_DISCONNECTED',
    message: 'The playground does not answer. Is it still running in the terminal?',
    name: 'PageDisconnected',
  });
}

function tooLarge(): CallFailure {
  return new CallFailure({
    code: 'PAGE_TOO_LARGE',
    message: `This is too long: at most ${frameMaxBytes / 1_024} KiB can be sent at once. Put it into a file.`,
    name: 'PageTooLarge',
  });
}
