import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { AnswerFrame, CallArguments, CallError, CallName, CallValue, Push, ServerFrame } from '../src/protocol.js';

/** What a call that was refused rejects with. */
export class CallRefused extends TypeError {
  readonly error: CallError;

  constructor(error: CallError) {
    super(`${error.code}: ${error.message}`);
    this.error = error;
  }
}

type PushOf<Type extends Push['type']> = Extract<Push, { readonly type: Type }>;

/** The page's end of the web socket, without a page. */
export class TestPage {
  readonly pushes: Push[] = [];
  /** How many frames brought them. */
  frames = 0;

  private readonly answers = new Map<number, (frame: AnswerFrame) => void>();
  private lastId = 0;
  private readonly socket: WebSocket;
  private readonly waits = new Set<() => void>();

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data: Buffer) => {
      this.take(JSON.parse(data.toString()) as ServerFrame);
    });
  }

  /** Opens the web socket of a playground. */
  static async open(playgroundUrl: string): Promise<TestPage> {
    const url = new URL(playgroundUrl);
    const socket = new WebSocket(`ws://${url.host}/socket${url.search}`, { origin: url.origin });
    const page = new TestPage(socket);
    await once(socket, 'open');
    await page.next('hello');
    return page;
  }

  call<Name extends CallName>(name: Name, args: CallArguments<Name>): Promise<CallValue<Name>> {
    return this.send({ ...args, call: name }) as Promise<CallValue<Name>>;
  }

  /** Sends a frame that may be anything, with a number of its own. */
  send(frame: object): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    this.socket.send(JSON.stringify({ id, ...frame }));
    return new Promise((resolve, reject) => {
      this.answers.set(id, (answer) => {
        if (answer.ok) resolve(answer.value);
        else reject(new CallRefused(answer.error));
      });
    });
  }

  /** Sends bytes as they are. Resolves with the answer that names no call. */
  sendText(text: string): Promise<AnswerFrame> {
    this.socket.send(text);
    return new Promise((resolve) => this.answers.set(-1, resolve));
  }

  /** The first push of a type that `isIt`, now or later. */
  async next<Type extends Push['type']>(type: Type, isIt: (push: PushOf<Type>) => boolean = () => true): Promise<PushOf<Type>> {
    for (;;) {
      const found = this.all(type).find(isIt);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.waits.add(resolve));
    }
  }

  all<Type extends Push['type']>(type: Type): readonly PushOf<Type>[] {
    return this.pushes.filter((push): push is PushOf<Type> => push.type === type);
  }

  /** The events that a person was told, by name. */
  eventsOf(as: string, t: string): readonly unknown[] {
    return this.all('event')
      .filter((push) => push.as === as && push.event.t === t)
      .map(({ event }) => event.d);
  }

  /** Resolves with the code of the close frame. */
  async closed(): Promise<number> {
    const [code] = (await once(this.socket, 'close')) as [number];
    return code;
  }

  close(): void {
    this.socket.terminate();
  }

  private take(frame: ServerFrame): void {
    if ('push' in frame) {
      this.frames += 1;
      this.pushes.push(...frame.push);
      for (const wait of this.waits) wait();
      this.waits.clear();
    } else {
      const id = frame.id ?? -1;
      this.answers.get(id)?.(frame);
      this.answers.delete(id);
    }
  }
}
