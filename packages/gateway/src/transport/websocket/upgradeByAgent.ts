import { request as requestHttp, type Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
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

/** Lets an agent open the connection, for example through a proxy: only Node's own HTTP client knows how to ask one. */
export function upgradeByAgent(upgrade: UpgradeRequest, agent: Agent, events: AgentEvents): ClientRequest {
  const { headers, host, isSecure, path, port } = upgrade;
  const request = (isSecure ? requestHttps : requestHttp)({ agent, headers, host, path, port });
  request.on('upgrade', (response: IncomingMessage, socket: Duplex, rest: Buffer) => {
    events.upgraded(headOf(response), socket, rest);
  });
  request.on('response', (response) => {
    events.refused(headOf(response));
    request.destroy();
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
