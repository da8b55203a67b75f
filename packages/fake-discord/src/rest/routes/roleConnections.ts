import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { askerOf, ownApplication } from './params.js';

const METADATA = '/applications/:applicationId/role-connections/metadata';
const OWN = '/users/@me/applications/:applicationId/role-connection';
const WRITES = { bearer: { scope: 'role_connections.write' } } as const;

/** What linked roles go by: kinds of facts for the bot to say, and the facts of a person for that person's token. */
export const roleConnectionRoutes: readonly Route[] = [
  route(`GET ${METADATA}`, (context) => ({ status: 200, body: ownApplication(context).roleConnections.metadata })),
  route(`PUT ${METADATA}`, (context) => ({ status: 200, body: ownApplication(context).roleConnections.replaceMetadata(context.form) }), {
    takesList: true,
  }),
  route(`GET ${OWN}`, (context) => ({ status: 200, body: ownApplication(context).roleConnections.of(askerOf(context)) }), WRITES),
  route(
    `PUT ${OWN}`,
    (context) => ({ status: 200, body: ownApplication(context).roleConnections.replace(askerOf(context), context.form) }),
    WRITES,
  ),
  route(`DELETE ${OWN}`, remove, WRITES),
];

function remove(context: RouteContext): RestReply {
  ownApplication(context).roleConnections.delete(askerOf(context));
  return { status: 204 };
}
