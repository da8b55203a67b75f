import type { ClientRequest } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ConnectFailure } from '../connectFailure.js';
import type { ResolvedWsTransportOptions } from '../WsTransportOptions.js';
import { judgeUpgrade } from './judgeUpgrade.js';
import { openSocket } from './openSocket.js';
import { readBytes } from './readBytes.js';
import { ResponseHead, type HttpResponse } from './ResponseHead.js';
import { upgradeByAgent, type AgentRoute } from './upgradeByAgent.js';
import type { UpgradeRequest } from './UpgradeRequest.js';

/** What becomes of an upgrade, whichever way it goes. */
export interface DialEvents {
  /** The socket, before anything is heard of it. Its errors and its end are for whoever has it now. */
  socket(socket: Duplex): void;
  /** The server has agreed. `rest` came right behind its answer and is the beginning of what `bytes` goes on with. */
  opened(rest: Buffer): void;
  /** The server has answered something else. */
  failed(failure: ConnectFailure): void;
  /** An agent could not get as far as a socket. */
  error(error: Error): void;
  /** What comes after the answer; the bytes are valid during the call only. */
  bytes(bytes: Buffer): void;
}

const NOTHING = Buffer.alloc(0);

/** Begins an upgrade, over the agent where there is one. What it returns has to be destroyed with the connection. */
export function dial(upgrade: UpgradeRequest, options: ResolvedWsTransportOptions, events: DialEvents): ClientRequest | null {
  const { agent, clock, lookup } = options;
  const answered = (response: HttpResponse, rest: Buffer): void => {
    const failure = judgeUpgrade(response, upgrade.key, clock.wallMs());
    if (failure === null) events.opened(rest);
    else events.failed(failure);
  };
  if (agent !== undefined) return dialByAgent(upgrade, { agent, lookup }, events, answered);
  dialDirectly(upgrade, options, events, answered);
  return null;
}

type Answered = (response: HttpResponse, rest: Buffer) => void;

function dialDirectly(upgrade: UpgradeRequest, options: ResolvedWsTransportOptions, events: DialEvents, answered: Answered): void {
  const head = new ResponseHead();
  let isAnswered = false;
  const readHead = (bytes: Buffer): void => {
    const progress = head.push(bytes);
    isAnswered = progress.type !== 'more';
    if (progress.type === 'whole') answered(progress.response, progress.rest);
    else if (progress.type === 'unreadable') events.failed({ type: 'connect-failed', reason: 'other', message: progress.message });
  };
  const socket = openSocket(upgrade, options, (bytes) => {
    if (isAnswered) events.bytes(bytes);
    else readHead(bytes);
  });
  events.socket(socket);
  socket.write(upgrade.text);
}

function dialByAgent(upgrade: UpgradeRequest, route: AgentRoute, events: DialEvents, answered: Answered): ClientRequest {
  return upgradeByAgent(upgrade, route, {
    upgraded: (response, socket, rest) => {
      events.socket(socket);
      answered(response, rest);
      readBytes(socket, (bytes) => {
        events.bytes(bytes);
      });
    },
    refused: (response) => {
      answered(response, NOTHING);
    },
    error: (error) => {
      events.error(error);
    },
  });
}
