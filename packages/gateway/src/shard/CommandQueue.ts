import { Deque } from '@aplomb/base';
import type { CommandBudget } from './CommandBudget.js';

/** Discord takes five presence updates in 20 seconds. */
const PRESENCE_EVERY_MS = 4_000;
/** After Discord closed us for sending too fast (4008), nothing but heartbeats for this long. */
const PAUSE_MS = 60_000;
const MAX_QUEUED = 1_000;

/** A command on its way: its text is ready, its promise waits under `id`. */
export interface QueuedCommand {
  readonly id: number;
  readonly text: string;
  /** When it is given up. */
  readonly expiresMs: number;
}

/** What became of a command. */
export type CommandOutcome = 'sent' | 'expired' | 'queue-full' | 'closed';

export interface SettledCommand {
  readonly id: number;
  readonly outcome: CommandOutcome;
}

interface WantedVoiceState {
  readonly text: string;
  /** False when it says that we leave: a new session need not be told. */
  readonly stays: boolean;
  /** When it was last written. */
  sentMs: number;
}

/**
 * What the user wants to say to Discord, until it is said.
 *
 * Presence and voice states are *state*: the last one wins, and a new session is told again. Everything else is a command: said once, in order, or
 * given up after its time. Nothing is said before READY or RESUMED.
 */
export class CommandQueue {
  private readonly commands = new Deque<QueuedCommand>();
  private presence: string | null = null;
  private presenceSentMs = -Infinity;
  private isPresenceDue = false;
  /** The voice state that the user wants in each guild. */
  private readonly voice = new Map<string, WantedVoiceState>();
  private readonly voiceDue = new Set<string>();
  private pausedUntilMs = -Infinity;
  private readonly budget: CommandBudget;
  private readonly isLimited: boolean;

  constructor(budget: CommandBudget, isLimited: boolean) {
    this.budget = budget;
    this.isLimited = isLimited;
  }

  get length(): number {
    return this.commands.length;
  }

  /** Takes a command in; `false` when there is no room. */
  push(command: QueuedCommand): boolean {
    if (this.commands.length >= MAX_QUEUED) return false;
    this.commands.push(command);
    return true;
  }

  /** Replaces the wanted presence. */
  setPresence(text: string): void {
    this.presence = text;
    this.isPresenceDue = true;
  }

  /** Replaces the wanted voice state of one guild; `stays` is false when the user leaves. */
  setVoiceState(guildId: string, text: string, stays: boolean): void {
    this.voice.set(guildId, { text, stays, sentMs: -Infinity });
    this.voiceDue.add(guildId);
  }

  /** IDENTIFY is being written, and carries the present presence. */
  identified(nowMs: number): void {
    this.isPresenceDue = false;
    this.presenceSentMs = nowMs;
  }

  /** A new session knows the presence of its IDENTIFY and nothing else: say again in which voice channels we want to be. */
  renew(): void {
    for (const [guildId, state] of this.voice) {
      if (state.stays) this.voiceDue.add(guildId);
      else if (!this.voiceDue.has(guildId)) this.voice.delete(guildId);
    }
  }

  /** The session goes on, but what was written after `confirmedMs` may have died with the last connection: say it again. */
  repeat(confirmedMs: number): void {
    if (this.presence !== null && this.presenceSentMs > confirmedMs) this.isPresenceDue = true;
    for (const [guildId, { sentMs }] of this.voice) if (sentMs > confirmedMs) this.voiceDue.add(guildId);
  }

  /** Discord found us too fast: hold everything back for a while. */
  pause(nowMs: number): void {
    this.pausedUntilMs = nowMs + PAUSE_MS;
  }

  /** The next text that may be written now, or `null`. Call it until it says `null`. */
  next(nowMs: number): { readonly text: string; readonly id: number | null } | null {
    if (!this.mayWrite(nowMs)) return null;
    return this.nextPresence(nowMs) ?? this.nextVoiceState(nowMs) ?? this.nextCommand();
  }

  /** Takes out the commands whose time has passed. */
  expire(nowMs: number): readonly SettledCommand[] {
    const settled: SettledCommand[] = [];
    for (let first = this.commands.peek(); first !== undefined && first.expiresMs <= nowMs; first = this.commands.peek()) {
      this.commands.shift();
      settled.push({ id: first.id, outcome: 'expired' });
    }
    return settled;
  }

  /** Takes out everything: the shard is closed. */
  close(): readonly SettledCommand[] {
    const settled = [...this.commands].map(({ id }): SettledCommand => ({ id, outcome: 'closed' }));
    this.commands.clear();
    return settled;
  }

  /** When there is something to do next. `isOpen` tells whether commands may be written on the present connection. */
  deadlineMs(nowMs: number, isOpen: boolean): number {
    const expiryMs = this.commands.peek()?.expiresMs ?? Infinity;
    return isOpen ? Math.min(expiryMs, this.writableMs(nowMs)) : expiryMs;
  }

  private writableMs(nowMs: number): number {
    const freeMs = Math.max(this.pausedUntilMs, this.isLimited ? this.budget.refillMs(nowMs) : nowMs);
    if (this.voiceDue.size > 0 || this.commands.length > 0) return freeMs;
    return this.isPresenceDue ? Math.max(freeMs, this.presenceSentMs + PRESENCE_EVERY_MS) : Infinity;
  }

  private mayWrite(nowMs: number): boolean {
    return nowMs >= this.pausedUntilMs && (!this.isLimited || this.budget.available(nowMs) > 0);
  }

  private nextPresence(nowMs: number): { readonly text: string; readonly id: null } | null {
    if (!this.isPresenceDue || this.presence === null || nowMs < this.presenceSentMs + PRESENCE_EVERY_MS) return null;
    this.isPresenceDue = false;
    this.presenceSentMs = nowMs;
    return { text: this.presence, id: null };
  }

  private nextVoiceState(nowMs: number): { readonly text: string; readonly id: null } | null {
    for (const guildId of this.voiceDue) {
      this.voiceDue.delete(guildId);
      const state = this.voice.get(guildId);
      if (state === undefined) continue;
      state.sentMs = nowMs;
      return { text: state.text, id: null };
    }
    return null;
  }

  private nextCommand(): { readonly text: string; readonly id: number } | null {
    const command = this.commands.shift();
    return command === undefined ? null : { text: command.text, id: command.id };
  }
}
