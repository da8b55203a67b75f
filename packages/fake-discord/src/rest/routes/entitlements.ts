import { Form } from '../../world/forms/Form.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { pageOf, readIdPage } from './pages.js';
import { askerOf, ownApplication, param } from './params.js';

const ENTITLEMENTS = '/applications/:applicationId/entitlements';

/** What the application sells, and to whom it was given. */
export const entitlementRoutes: readonly Route[] = [
  route('GET /applications/:applicationId/skus', (context) => ({
    status: 200,
    body: [...ownApplication(context).entitlements.skus.values()],
  })),
  route(`GET ${ENTITLEMENTS}`, list),
  route(`POST ${ENTITLEMENTS}`, create),
  route(`GET ${ENTITLEMENTS}/:entitlementId`, (context) => ({
    status: 200,
    body: ownApplication(context).entitlements.get(param(context, 'entitlementId')),
  })),
  route(`POST ${ENTITLEMENTS}/:entitlementId/consume`, consume),
  route(`DELETE ${ENTITLEMENTS}/:entitlementId`, remove),
  route('GET /users/@me/applications/:applicationId/entitlements', ownOnes, { bearer: { scope: 'applications.entitlements' } }),
];

function list(context: RouteContext): RestReply {
  const { entitlements } = ownApplication(context);
  const query = Form.ofQuery(context.query);
  const [userId, guildId] = [query.snowflake('user_id'), query.snowflake('guild_id')];
  const skuIds = query.string('sku_ids')?.split(',');
  const page = readIdPage(query, { max: 100 });
  query.check();
  const found = entitlements
    .all()
    .filter(
      ({ guild_id: guild, sku_id: sku, user_id: user }) =>
        (userId === undefined || user === userId) &&
        (guildId === undefined || guild === guildId) &&
        (skuIds === undefined || skuIds.includes(sku)),
    );
  return { status: 200, body: pageOf(found, ({ id }) => id, page) };
}

/** Those of the person who asks. */
function ownOnes(context: RouteContext): RestReply {
  const userId = askerOf(context);
  const query = Form.ofQuery(context.query);
  const skipsConsumed = query.boolean('exclude_consumed') ?? true;
  query.check();
  const own = ownApplication(context)
    .entitlements.all()
    .filter(({ user_id: user }) => user === userId);
  return { status: 200, body: own.filter(({ consumed }) => !skipsConsumed || consumed !== true) };
}

function create(context: RouteContext): RestReply {
  const { entitlements, form } = ownApplication(context);
  form.require('sku_id', 'owner_id', 'owner_type');
  const [skuId, ownerId] = [form.snowflake('sku_id') ?? '', form.snowflake('owner_id') ?? ''];
  const ownerType = form.choice('owner_type', [1, 2]) ?? 1;
  form.check();
  return { status: 200, body: entitlements.grant(skuId, ownerId, ownerType) };
}

function consume(context: RouteContext): RestReply {
  ownApplication(context).entitlements.consume(param(context, 'entitlementId'));
  return { status: 204 };
}

function remove(context: RouteContext): RestReply {
  ownApplication(context).entitlements.deleteTest(param(context, 'entitlementId'));
  return { status: 204 };
}
