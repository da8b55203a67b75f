import { request as requestHttp, type Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Duplex } from 'node:stream';
import type { HttpResponse } from './ResponseHead.js';
import type { UpgradeRequest } from './UpgradeRequest.js';

/** What becomes of an upgrade over a user's own agent. */
export interface AgentEvents {
  /** `rest` is what came right behind the head. */
  upgraded(response: HttpResponse, socket: Duplex, rest: Buffer): void;
  refused(response: HttpResponse): void;
  error(error: Error): void;
}

/** Who opens the connection, and by what address. */
export interface AgentRoute {
  readonly agent: Agent;
  readonly lookup: LookupFunction | undefined;
}

/** Lets an agent open the connection, for example through a proxy: only Node's own HTTP client knows how to ask one. */
export function upgradeByAgent(upgrade: UpgradeRequest, { agent, lookup }: AgentRoute, events: AgentEvents): ClientRequest {
  const { headers, host, isSecure, path, port } = upgrade;
  const request = (isSecure ? requestHttps : requestHttp)({ agent, headers, host, path, port, ...(lookup !== undefined && { lookup }) });
  request.on('upgrade', (response: IncomingMessage, socket: Duplex, rest: Buffer) => {
    events.upgraded(headOf(response), socket, rest);
  });
  request.on('response', (response) => {
    events.refused(headOf(response));
  });
  request.on('error', (error) => {
    events.error(error);
  });
  request.end();
  return request;
}

function headOf({ headers, statusCode = 0 }: IncomingMessage): HttpResponse {
  // Only set-cookie is a list, and nobody asks for it.
  return { headers: headers as Record<string, string | undefined>, statusCode };
}
