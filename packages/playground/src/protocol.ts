import type { PersonEvent, PersonView } from '@aplomb/fake-discord';
import type { APIApplicationCommand, APIMessage, APIUser } from 'discord-api-types/v10';

// What the page and its server say to each other: JSON over one web socket at `/socket?token=…`. The page calls, and gets one answer a call; the server
// pushes, in batches. A page that comes again (reload, lost socket) says `actAs` again and gets everything anew: nothing is kept for it.

/** The version of this protocol. A page that was built for another one tells its reader to build it again. */
export type ProtocolVersion = 1;

// Calls

/** A file that was sent with `POST /upload?token=…&name=notes.txt`, the bytes as body, and lies ready for one use. */
export interface UploadRef {
  readonly upload: string;
}

/** The answer to an upload. */
export interface Uploaded extends UploadRef {
  readonly filename: string;
  readonly size: number;
}

/** What is given to an option of a command. People, roles and channels are given by their ids. */
export type GivenValue = UploadRef | boolean | number | string;

/** What is filled into a component of a modal. What is chosen in lists is given as lists. */
export type FilledIn = boolean | string | readonly (UploadRef | string)[] | null;

/** A poll that somebody posts. */
export interface PollDraft {
  readonly allowMultiselect?: boolean;
  readonly answers: readonly string[];
  /** @defaultValue `24` */
  readonly durationHours?: number;
  readonly question: string;
}

/** Who does it: the id of a person that this socket acts as. */
interface As {
  readonly as: string;
}

interface InChannel extends As {
  readonly channelId: string;
}

interface OnMessage extends InChannel {
  readonly messageId: string;
}

/** What a bot has made of a use of its commands, components and modals when the call is answered. */
export interface UseOutcome {
  readonly interactionId: string;
  /**
   * The number of the bot's first answer (4 a message, 5 "thinking", 6 and 7 of components, 8 choices, 9 a modal); `null` when none came in time: Discord
   * shows "This interaction failed" then.
   */
  readonly answerType: number | null;
  readonly choices?: readonly Choice[];
  readonly modal?: OpenedModal;
}

/** A suggestion of an autocompletion. */
export interface Choice {
  readonly name: string;
  readonly value: number | string;
}

/** A modal to fill in. Its `components` are Discord's, `custom_id` is {@link OpenedModal.customId}. */
export interface OpenedModal {
  readonly components: readonly unknown[];
  readonly customId: string;
  readonly title: string;
}

/** What can go wrong on demand; the names come with `hello`, as buttons to show. */
export interface FaultOffer {
  /** A sentence: what happens, and what a good bot does. */
  readonly hint: string;
  /** What stands on the button: `Op 7: reconnect`. */
  readonly label: string;
  readonly name: FaultName;
  /** What it strikes: a shard's connection, or requests to REST. */
  readonly target: 'requests' | 'shard';
}

/** What a fault is called in a call. */
export type FaultName = 'drop' | 'op7' | 'op9' | 'op9-resumable' | 'refuse-429' | 'fail-500' | 'silence' | 'slow' | 'zombie';

/** How often each fault will still strike a request; those that wait for none are not in it. */
export type ArmedFaults = Readonly<Partial<Record<FaultName, number>>>;

/** Where a recording stands. */
export interface RecordingState {
  readonly isRecording: boolean;
  /** How many steps it has so far, or had when it was stopped. */
  readonly steps: number;
  /** The recording as a jest test, once it is stopped. */
  readonly test?: string;
}

/** Every call: what is given besides `id` and `call`, and what comes as `value`. */
export interface Calls {
  // Who one is
  /** From now on this socket sees what this person sees: a `view` comes first, then their events. May be said for several people. */
  readonly actAs: { readonly args: As; readonly value: null };
  readonly stopActingAs: { readonly args: As; readonly value: null };
  /** Adds somebody to a guild, with roles by their ids. Everybody gets `people` anew. */
  readonly addPerson: {
    readonly args: { readonly guildId: string; readonly name: string; readonly roles?: readonly string[] };
    readonly value: PersonSummary;
  };
  /** Gives somebody these roles of a guild and no others. */
  readonly setRoles: {
    readonly args: { readonly guildId: string; readonly roles: readonly string[]; readonly userId: string };
    readonly value: null;
  };
  readonly setStatus: { readonly args: As & { readonly status: 'dnd' | 'idle' | 'offline' | 'online' }; readonly value: null };

  // Reading
  /** Messages, oldest first: the newest `limit`, or those before `before`. */
  readonly history: {
    readonly args: InChannel & { readonly before?: string; readonly limit?: number };
    readonly value: { readonly hasMore: boolean; readonly messages: readonly APIMessage[] };
  };
  /** The pinned messages, newest pin first. */
  readonly pins: { readonly args: InChannel; readonly value: { readonly messages: readonly APIMessage[] } };
  /** The commands of all kinds that this person may use there. */
  readonly commands: { readonly args: InChannel; readonly value: { readonly commands: readonly APIApplicationCommand[] } };

  // Messages
  readonly send: {
    readonly args: InChannel & {
      readonly content: string;
      readonly files?: readonly UploadRef[];
      /** Comes back in MESSAGE_CREATE, so that the page knows its message again. */
      readonly nonce?: string;
      readonly poll?: PollDraft;
      readonly replyTo?: string;
    };
    readonly value: { readonly messageId: string };
  };
  readonly edit: { readonly args: OnMessage & { readonly content: string }; readonly value: null };
  readonly delete: { readonly args: OnMessage; readonly value: null };
  /** `emoji` is the character, or `name:id` of a custom one. */
  readonly react: { readonly args: OnMessage & { readonly emoji: string }; readonly value: null };
  readonly unreact: { readonly args: OnMessage & { readonly emoji: string }; readonly value: null };
  /** `answers` are texts of the poll's answers; none takes the vote back. */
  readonly vote: { readonly args: OnMessage & { readonly answers: readonly string[] }; readonly value: null };
  readonly pin: { readonly args: OnMessage; readonly value: null };
  readonly unpin: { readonly args: OnMessage; readonly value: null };
  readonly typing: { readonly args: InChannel; readonly value: null };

  // Channels
  /** On a message with `messageId`, else on nothing. */
  readonly startThread: {
    readonly args: InChannel & { readonly messageId?: string; readonly name: string };
    readonly value: { readonly channelId: string };
  };
  /** A post of a forum: a thread with its first message. `tags` are names or ids of the forum's tags. */
  readonly startPost: {
    readonly args: InChannel & { readonly content: string; readonly tags?: readonly string[]; readonly title: string };
    readonly value: { readonly channelId: string };
  };
  readonly joinVoice: { readonly args: InChannel; readonly value: null };
  readonly leaveVoice: { readonly args: As & { readonly guildId: string }; readonly value: null };

  // Commands, components, modals
  /** `name` has its subcommand after a space: `config set`. */
  readonly useCommand: {
    readonly args: InChannel & { readonly name: string; readonly values?: Readonly<Record<string, GivenValue>> };
    readonly value: UseOutcome;
  };
  readonly useUserCommand: { readonly args: InChannel & { readonly name: string; readonly userId: string }; readonly value: UseOutcome };
  readonly useMessageCommand: { readonly args: OnMessage & { readonly name: string }; readonly value: UseOutcome };
  /** `values` are the options that are filled in already. */
  readonly autocomplete: {
    readonly args: InChannel & {
      readonly name: string;
      readonly option: string;
      readonly typed: string;
      readonly values?: Readonly<Record<string, GivenValue>>;
    };
    readonly value: UseOutcome;
  };
  readonly press: { readonly args: OnMessage & { readonly customId: string }; readonly value: UseOutcome };
  readonly select: {
    readonly args: OnMessage & { readonly customId: string; readonly values: readonly string[] };
    readonly value: UseOutcome;
  };
  /** Sends the modal that this interaction was answered with. */
  readonly submit: {
    readonly args: As & { readonly interactionId: string; readonly values: Readonly<Record<string, FilledIn>> };
    readonly value: UseOutcome;
  };

  // The playground's own
  /** `shard` for what strikes a shard, `route` (`*`, or `POST /channels/:id/messages`) and `count` for what strikes requests. */
  readonly fault: {
    readonly args: {
      readonly count?: number;
      readonly ms?: number;
      readonly name: FaultName;
      readonly route?: string;
      readonly shard?: number;
    };
    readonly value: null;
  };
  /** Takes back all faults that have not struck yet. */
  readonly clearFaults: { readonly args: object; readonly value: null };
  /** Stops the world's time, lets it run again, or moves it on by `ms`. The answer comes when all that became due is done. */
  readonly clock: {
    readonly args: { readonly action: 'advance' | 'pause' | 'resume'; readonly ms?: number };
    readonly value: ClockState;
  };
  readonly record: { readonly args: { readonly action: 'discard' | 'start' | 'stop' }; readonly value: RecordingState };
  /** What a timeline entry is about, in full; `null` when it is not kept any more. */
  readonly payload: {
    readonly args: { readonly entry: number };
    readonly value: { readonly answer?: unknown; readonly payload: unknown } | null;
  };
  /** Older entries, oldest first. */
  readonly timeline: {
    readonly args: { readonly before: number; readonly limit?: number };
    readonly value: { readonly entries: readonly TimelineEntry[] };
  };
}

/** The name of a call. */
export type CallName = keyof Calls;
/** What is given with a call. */
export type CallArguments<Name extends CallName> = Calls[Name]['args'];
/** What comes as the `value` of its answer. */
export type CallValue<Name extends CallName> = Calls[Name]['value'];

/** A frame of the page. `id` is any number that the page uses once. */
export type CallFrame<Name extends CallName = CallName> = {
  readonly [Each in Name]: { readonly call: Each; readonly id: number } & CallArguments<Each>;
}[Name];

/** Why a call was not done. `code` is one of docs/errors; what Discord itself would say stands in `discordCode`. */
export interface CallError {
  readonly code: string;
  readonly discordCode?: number;
  readonly message: string;
  readonly name: string;
}

/** The answer to a call. */
export type AnswerFrame<Name extends CallName = CallName> =
  | { readonly id: number; readonly ok: true; readonly value: CallValue<Name> }
  | { readonly error: CallError; readonly id: number | null; readonly ok: false };

// Pushes

/** A person that one can act as. */
export interface PersonSummary {
  readonly guilds: readonly {
    readonly id: string;
    readonly name: string;
    readonly nick: string | null;
    readonly roles: readonly string[];
  }[];
  readonly id: string;
  readonly user: APIUser;
}

/** One line of the timeline. An entry that comes again with the same `id` replaces the one before: a request that is answered, for example. */
export interface TimelineEntry {
  /** The wall time of the playground's world, in milliseconds. */
  readonly atMs: number;
  /** The bucket of REST's limits that the answer named. */
  readonly bucket?: string;
  /** A few words more: who, where, what. */
  readonly detail: string;
  /** Ascending by one. */
  readonly id: number;
  readonly kind: TimelineKind;
  /** How long the answer took, in milliseconds. */
  readonly latencyMs?: number;
  /** `MESSAGE_CREATE`, `POST /channels/:id/messages`, `IDENTIFY` … */
  readonly name: string;
  /** Why a person's act was not done. */
  readonly refusal?: string;
  readonly sequence?: number;
  readonly shard?: number;
  /** Of an answered request. */
  readonly status?: number;
}

/** `dispatch`: to the bot; `frame`: what else the gateway said or heard; `connection`: sessions and sockets; `act`: what people did; `note`: faults, the clock. */
export type TimelineKind = 'act' | 'connection' | 'dispatch' | 'event' | 'frame' | 'interaction' | 'note' | 'request';

/** How a shard is. */
export interface ShardState {
  /** Gateway commands left in this minute; `null` where nobody says. */
  readonly budget: { readonly remaining: number; readonly total: number } | null;
  readonly id: number;
  /** How long the last heartbeat took to be answered, in milliseconds; `null` before the first one, and where only the server is asked. */
  readonly latencyMs: number | null;
  /** The last ones, newest first. */
  readonly recentLatenciesMs: readonly number[];
  readonly sequence: number | null;
  readonly sessionId: string | null;
  /** Who says so: the bot, or only the fake Discord's gateway, which knows no latency. */
  readonly source: 'bot' | 'server';
  readonly stage: string;
}

/** The world's time. It can be stopped and moved. */
export interface ClockState {
  readonly isPaused: boolean;
  /** The wall time of the world. While it is not paused, it goes on from here. */
  readonly wallMs: number;
}

/** The first push of each socket. */
export interface Hello {
  readonly type: 'hello';
  readonly armed: ArmedFaults;
  /** The application's name and the bot's user. */
  readonly bot: { readonly name: string; readonly user: APIUser };
  /** Attachments of this origin are shown through `/attachments/…` of the playground's own. */
  readonly cdnOrigin: string;
  readonly clock: ClockState;
  readonly faults: readonly FaultOffer[];
  readonly people: readonly PersonSummary[];
  readonly recording: RecordingState;
  readonly shards: readonly ShardState[];
  readonly timeline: readonly TimelineEntry[];
  readonly version: ProtocolVersion;
}

/** Something that the server tells without being asked. */
export type Push =
  | Hello
  | { readonly type: 'armed'; readonly armed: ArmedFaults }
  | { readonly type: 'clock'; readonly clock: ClockState }
  /** Something that person `as` sees happen. */
  | { readonly type: 'event'; readonly as: string; readonly event: PersonEvent }
  | { readonly type: 'people'; readonly people: readonly PersonSummary[] }
  | { readonly type: 'recording'; readonly recording: RecordingState }
  | { readonly type: 'shards'; readonly shards: readonly ShardState[] }
  | { readonly type: 'timeline'; readonly entries: readonly TimelineEntry[] }
  /** All that person `as` sees now. It replaces whatever the page knew of them. */
  | { readonly type: 'view'; readonly as: string; readonly view: PersonView };

/** A frame of the server with news; at most one in 16 milliseconds. */
export interface PushFrame {
  readonly push: readonly Push[];
}

/** Every frame of the server. */
export type ServerFrame = AnswerFrame | PushFrame;
