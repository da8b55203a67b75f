import { batch, signal } from '@preact/signals';
import type { PersonEvent } from '@aplomb/fake-discord';
import { Connection } from './Connection.js';
import { Notices } from './Notices.js';
import type {
  ArmedFaults,
  CallArguments,
  CallName,
  CallValue,
  Hello,
  PersonSummary,
  ProtocolVersion,
  Push,
  RecordingState,
  ShardState,
  TimelineEntry,
} from './protocol.js';
import { rememberColumns, rememberedColumns } from './remembered.js';
import { Seat } from './Seat.js';
import { withEntries } from './timelineEntries.js';
import { WorldTime } from './WorldTime.js';

const builtFor: ProtocolVersion = 1;

/** All that the page knows, as signals, and all that it can ask for. */
export class Playground {
  /** How often each fault will still strike a request. */
  readonly armed = signal<ArmedFaults>({});
  readonly hello = signal<Hello | null>(null);
  readonly isOutdated = signal(false);
  readonly notices = new Notices();
  readonly people = signal<readonly PersonSummary[]>([]);
  readonly recording = signal<RecordingState>({ isRecording: false, steps: 0 });
  /** One for each person that is acted as, from left to right. */
  readonly seats = signal<readonly Seat[]>([]);
  readonly shards = signal<readonly ShardState[]>([]);
  readonly time = new WorldTime();
  readonly timeline = signal<readonly TimelineEntry[]>([]);
  /** How many entries have come since the page was opened, with those that are not kept. */
  readonly timelineCount = signal(0);
  private hasBegun = false;
  readonly connection: Connection;
  /** What the server's addresses need: `?token=…`. */
  readonly token: string;

  constructor(address: URL) {
    this.token = address.searchParams.get('token') ?? '';
    const socket = new URL(`/socket?token=${encodeURIComponent(this.token)}`, address);
    socket.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    this.connection = new Connection(socket, (news) => this.take(news));
  }

  start(): void {
    this.time.start();
    rememberColumns(this.seats);
    this.connection.open();
  }

  call<Name extends CallName>(name: Name, args: CallArguments<Name>): Promise<CallValue<Name>> {
    return this.connection.call(name, args);
  }

  /** Calls, and tells the reader when it could not be done. */
  attempt<Name extends CallName>(name: Name, args: CallArguments<Name>): Promise<CallValue<Name> | undefined> {
    return this.notices.watch(this.call(name, args));
  }

  /** A column more, for a person. */
  actAs(personId: string): void {
    if (this.seats.peek().some((seat) => seat.id === personId)) return;
    this.seats.value = [...this.seats.peek(), new Seat(this, personId)];
    void this.attempt('actAs', { as: personId });
  }

  /** Puts another person into a column. */
  swap(seat: Seat, personId: string): void {
    if (this.seats.peek().some(({ id }) => id === personId)) return;
    const next = new Seat(this, personId, seat.place.peek());
    this.seats.value = this.seats.peek().map((each) => (each === seat ? next : each));
    void this.attempt('stopActingAs', { as: seat.id });
    void this.attempt('actAs', { as: personId });
  }

  leave(seat: Seat): void {
    this.seats.value = this.seats.peek().filter((each) => each !== seat);
    void this.attempt('stopActingAs', { as: seat.id });
  }

  /** News of one animation frame: one change of the page. */
  private take(news: readonly Push[]): void {
    batch(() => {
      const events = new Map<string, PersonEvent[]>();
      for (const push of news) {
        if (push.type !== 'event') this.takeOne(push, events);
        else if (events.get(push.as)?.push(push.event) === undefined) events.set(push.as, [push.event]);
      }
      for (const [id, list] of events) this.seat(id)?.takeEvents(list);
    });
  }

  private takeOne(push: Exclude<Push, { type: 'event' }>, events: Map<string, PersonEvent[]>): void {
    switch (push.type) {
      case 'hello':
        return this.begin(push);
      case 'armed':
        this.armed.value = push.armed;
        return;
      case 'clock':
        return this.time.set(push.clock);
      case 'people':
        this.people.value = push.people;
        return;
      case 'recording':
        this.recording.value = push.recording;
        return;
      case 'shards':
        this.shards.value = push.shards;
        return;
      case 'timeline':
        return this.addToTimeline(push.entries);
      case 'view':
        // What came before the view is in it.
        events.delete(push.as);
        return this.seat(push.as)?.takeView(push.view);
    }
  }

  private begin(hello: Hello): void {
    this.isOutdated.value = (hello.version as number) !== builtFor;
    this.hello.value = hello;
    this.armed.value = hello.armed;
    this.people.value = hello.people;
    this.recording.value = hello.recording;
    this.shards.value = hello.shards;
    this.time.set(hello.clock);
    this.timeline.value = [];
    this.addToTimeline(hello.timeline);
    const before = this.hasBegun ? this.seats.peek() : rememberedColumns().map(({ id, place }) => new Seat(this, id, place));
    const known = before.filter(({ id }) => hello.people.some((person) => person.id === id));
    this.hasBegun = true;
    this.seats.value = known;
    for (const seat of known) void this.attempt('actAs', { as: seat.id });
    const [first] = hello.people;
    if (known.length === 0 && first !== undefined) this.actAs(first.id);
  }

  private addToTimeline(entries: readonly TimelineEntry[]): void {
    this.timeline.value = withEntries(this.timeline.peek(), entries);
    this.timelineCount.value = Math.max(this.timelineCount.peek(), entries.at(-1)?.id ?? 0);
  }

  private seat(id: string): Seat | undefined {
    return this.seats.peek().find((seat) => seat.id === id);
  }
}
