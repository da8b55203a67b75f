/** What the process with the fake Discord says when it can be connected to. */
export interface FakeOpen {
  readonly type: 'open';
  readonly token: string;
  readonly url: string;
}

/** Asks the fake for messages of people, and what else they do on the way; the first is numbered `from`. */
export interface SayOrder {
  readonly type: 'say';
  readonly count: number;
  readonly from: number;
}

/** All of it was said, the bot has come to rest, and what is not used any more was collected. */
export interface FakeSaid {
  readonly type: 'said';
  readonly heapBytes: number;
  /** How many messages the channel keeps. */
  readonly kept: number;
  /** How many times a later message had no higher id. */
  readonly idsOutOfOrder: number;
  /** What the bot did that Discord punishes, and what it asked for that is not simulated. */
  readonly offences: number;
}

/** Asks the bot what it has heard. */
export interface TellOrder {
  readonly type: 'tell';
}

/** What the bot has heard since the start. */
export interface BotHeard {
  readonly type: 'heard';
  readonly answered: number;
  /** Messages of people. */
  readonly heard: number;
  readonly idsOutOfOrder: number;
  /** Messages whose number was not the one after that of the message before. */
  readonly numbersOutOfOrder: number;
  /** Its own messages, which it hears, too. */
  readonly own: number;
}

/** What many starts in one process have taken, and left behind. */
export interface StartsReport {
  readonly type: 'started';
  /** How long the first took, right after the import. */
  readonly firstMs: number;
  readonly importMs: number;
  /** The heap after the starts that warm up, and at the end. */
  readonly heapBytes: readonly [before: number, after: number];
  /** How long each took, from `start()` to listening. */
  readonly ms: readonly number[];
  /** Sockets, servers and timers that were not there before the first. */
  readonly leftovers: Readonly<Record<string, number>>;
}
