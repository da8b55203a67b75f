// Time
export type { CancelTimer, Clock, TimerOptions } from './Clock.js';
export { ManualClock } from './ManualClock.js';
export { sleep } from './sleep.js';
export { systemClock } from './systemClock.js';
export { TimerHeap, type HeapTimer } from './TimerHeap.js';

// Machines
export type { Machine } from './Machine.js';
export { drive, type DriveOptions, type Driver } from './drive.js';
export { doublingMs, equalJitterMs, type BackoffOptions } from './Backoff.js';
export { Deque } from './Deque.js';

// Events
export { GuardedEmitter } from './GuardedEmitter.js';

// Errors and secrets
export { AplombError, type AplombErrorOptions } from './AplombError.js';
export { OptionsError, type OptionsErrorCode } from './OptionsError.js';
export { checkPorts, type PortShapes } from './checkPorts.js';
export { refuseUnknownOptions } from './refuseUnknownOptions.js';
export { Secret } from './Secret.js';
export { redact } from './redact.js';
export { printable, printableLines } from './printable.js';
export { shown } from './shown.js';
export { nearest } from './nearest.js';

// Contracts of ports
export type { ContractExpect, ContractMatchers, ContractRunner } from './ContractRunner.js';
