import type { Sabotage } from './sabotage.js';
import { sabotagesOfCache } from './sabotages/ofCache.js';
import { sabotagesOfConnections } from './sabotages/ofConnections.js';
import { sabotagesOfEvents } from './sabotages/ofEvents.js';
import { sabotagesOfRest } from './sabotages/ofRest.js';
import { sabotagesOfSecurity } from './sabotages/ofSecurity.js';
import { sabotagesOfSessions } from './sabotages/ofSessions.js';

/** The changes: each takes out the behaviour that its fault's test is there for. */
export const sabotages: readonly Sabotage[] = [
  ...sabotagesOfConnections,
  ...sabotagesOfSessions,
  ...sabotagesOfRest,
  ...sabotagesOfEvents,
  ...sabotagesOfCache,
  ...sabotagesOfSecurity,
];
