import { Form } from '../../world/forms/Form.js';
import { unknown } from '../../world/refusals.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { pageOf, readIdPage } from './pages.js';
import { param } from './params.js';

const SUBSCRIPTIONS = '/skus/:skuId/subscriptions';
const OWN_TOO = { bearer: { alsoBot: true, scope: 'applications.entitlements' } } as const;

/** Who subscribed to what the application sells. A person's token shows that person's own. */
export const subscriptionRoutes: readonly Route[] = [
  route(`GET ${SUBSCRIPTIONS}`, list, OWN_TOO),
  route(`GET ${SUBSCRIPTIONS}/:subscriptionId`, show, OWN_TOO),
];

function list(context: RouteContext): RestReply {
  const query = Form.ofQuery(context.query);
  const page = readIdPage(query, { max: 100, normally: 50 });
  if (context.grant === null) query.require('user_id');
  const userId = context.grant?.userId ?? query.snowflake('user_id');
  query.check();
  const found = context.subscriptions.ofSku(param(context, 'skuId')).filter(({ user_id: each }) => each === userId);
  return { status: 200, body: pageOf(found, ({ id }) => id, page) };
}

function show(context: RouteContext): RestReply {
  const { grant, subscriptions } = context;
  const found = subscriptions.ofSku(param(context, 'skuId')).find(({ id }) => id === param(context, 'subscriptionId'));
  if (found === undefined || (grant !== null && found.user_id !== grant.userId)) throw unknown('Subscription');
  return { status: 200, body: found };
}
