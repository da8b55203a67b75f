import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { PersonEvent, PersonView, SeenChannel } from '@aplomb/fake-discord';
import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import { firstChannel } from './channelOrder.js';
import { namesIn, type Names } from './names.js';
import { emptyRoom, type PersonState, type Room } from './PersonState.js';
import { personFromView } from './personFromView.js';
import type { Playground } from './Playground.js';
import type { CallArguments, CallName, CallValue, UseOutcome } from './protocol.js';
import { mergeHistory } from './reduceMessages.js';
import { reducePerson } from './reducePerson.js';

/** Where a person is looking. The guild `null` stands for the direct messages. */
export interface Place {
  readonly channelId: string | null;
  readonly guildId: string | null;
}

/** What is written next: an answer to a message, or a message anew. */
export type Aim = { readonly type: 'edit' | 'reply'; readonly message: APIMessage } | null;

/** What is done as somebody. */
type SeatCall = { [Name in CallName]: CallArguments<Name> extends { readonly as: string } ? Name : never }[CallName];

/** What the bot is used with. */
type UseName = { [Name in SeatCall]: CallValue<Name> extends UseOutcome ? Name : never }[SeatCall];

const pageSize = 50;

/** One column of the page: what a person sees, where they look, and what they do. */
export class Seat {
  readonly id: string;
  readonly playground: Playground;
  readonly aim = signal<Aim>(null);
  readonly commands = signal<readonly APIApplicationCommand[]>([]);
  /** What was begun to be written, by channel. */
  readonly drafts = new Map<string, string>();
  /** Messages that only this person sees and has sent away. */
  readonly dismissed = signal<ReadonlySet<string>>(new Set());
  readonly person = signal<PersonState | null>(null);
  /** The name of a command that was clicked in a text: the composer opens it. */
  readonly wantedCommand = signal<string | null>(null);
  readonly place = signal<Place>({ channelId: null, guildId: null });
  readonly channel: ReadonlySignal<SeenChannel | undefined> = computed(() =>
    this.person.value?.channels.get(this.place.value.channelId ?? ''),
  );
  readonly room: ReadonlySignal<Room> = computed(() => this.person.value?.rooms.get(this.place.value.channelId ?? '') ?? emptyRoom);
  readonly names: ReadonlySignal<Names>;
  private isFetching = false;

  constructor(playground: Playground, id: string, place?: Place) {
    this.playground = playground;
    this.id = id;
    if (place !== undefined) this.place.value = place;
    const guild = computed(() => this.person.value?.guilds.get(this.place.value.guildId ?? ''));
    const channels = computed(() => this.person.value?.channels);
    const users = computed(() => this.person.value?.users);
    // Names change with these three, not with every message.
    this.names = computed(() => {
      const known = { channels: channels.value ?? new Map(), guild: guild.value, users: users.value ?? new Map() };
      return namesIn(known);
    });
  }

  takeView(view: PersonView): void {
    const person = personFromView(view, this.person.peek() ?? undefined);
    this.person.value = person;
    const { channelId } = this.place.peek();
    this.open(channelId !== null && person.channels.has(channelId) ? channelId : firstChannel(person));
  }

  takeEvents(events: readonly PersonEvent[]): void {
    const before = this.person.peek();
    if (before === null) return;
    this.person.value = reducePerson(before, events, performance.now());
    this.markRead();
    const { channelId } = this.place.peek();
    if (channelId !== null && !this.person.peek()?.channels.has(channelId)) this.open(firstChannel(this.person.peek()));
  }

  /** Looks into a channel. */
  open(channelId: string | null): void {
    const channel = this.person.peek()?.channels.get(channelId ?? '');
    const guildId = channel !== undefined && 'guild_id' in channel ? (channel.guild_id ?? null) : null;
    if (channelId !== this.place.peek().channelId) this.aim.value = null;
    this.place.value = { channelId, guildId };
    this.markRead();
    if (channelId === null) return;
    if (!this.room.peek().isLoaded) void this.fetchHistory();
    void this.fetchCommands(channelId);
  }

  /** Older messages, or the newest ones of a room that was never looked into. */
  async fetchHistory(): Promise<void> {
    const { channelId } = this.place.peek();
    const room = this.room.peek();
    if (channelId === null || this.isFetching) return;
    this.isFetching = true;
    const before = room.isLoaded ? room.messages[0]?.id : undefined;
    const page = await this.attempt('history', { channelId, limit: pageSize, ...(before !== undefined && { before }) });
    this.isFetching = false;
    if (page !== undefined) this.setRoom(channelId, (now) => mergeHistory(now, page.messages, page.hasMore, before === undefined));
    if (this.place.peek().channelId !== channelId && !this.room.peek().isLoaded) await this.fetchHistory();
  }

  async fetchCommands(channelId: string): Promise<void> {
    const found = await this.attempt('commands', { channelId });
    if (found !== undefined && this.place.peek().channelId === channelId) this.commands.value = found.commands;
  }

  dismiss(messageId: string): void {
    this.dismissed.value = new Set(this.dismissed.peek()).add(messageId);
  }

  /** Sends away what is told of an interaction that failed. */
  forget(interactionId: string): void {
    const person = this.person.peek();
    if (person === null) return;
    const interactions = new Map(person.interactions);
    interactions.delete(interactionId);
    this.person.value = { ...person, interactions };
  }

  closeModal(): void {
    const person = this.person.peek();
    if (person !== null) this.person.value = { ...person, modal: null };
  }

  /** Calls as this person; what fails is told to the reader. */
  readonly attempt = <Name extends SeatCall>(name: Name, args: Omit<CallArguments<Name>, 'as'>): Promise<CallValue<Name> | undefined> =>
    this.playground.attempt(name, { ...args, as: this.id });

  /** Uses something of the bot: true as soon as Discord has taken it, false when it was refused, of which the reader is told. */
  use<Name extends UseName>(name: Name, args: Omit<CallArguments<Name>, 'as'>): Promise<boolean> {
    const before = new Set(this.person.peek()?.interactions.keys());
    return new Promise((resolve) => {
      const end = effect(() => {
        const opened = [...(this.person.value?.interactions.keys() ?? [])];
        if (opened.some((id) => !before.has(id))) resolve(true);
      });
      void this.attempt(name, args)
        .then((outcome) => resolve(outcome !== undefined))
        .finally(end);
    });
  }

  private setRoom(channelId: string, change: (room: Room) => Room): void {
    const person = this.person.peek();
    if (person === null) return;
    const rooms = new Map(person.rooms).set(channelId, change(person.rooms.get(channelId) ?? emptyRoom));
    this.person.value = { ...person, rooms };
  }

  private markRead(): void {
    const person = this.person.peek();
    const { channelId } = this.place.peek();
    if (person === null || channelId === null || !person.unread.has(channelId)) return;
    const unread = new Set(person.unread);
    unread.delete(channelId);
    this.person.value = { ...person, unread };
  }
}
