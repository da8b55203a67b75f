import { Form } from '../../world/forms/Form.js';
import { checkEnabled, widgetOf } from '../../world/guild/widget.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { param } from './params.js';

const STYLES = ['shield', 'banner1', 'banner2', 'banner3', 'banner4'];
/** A picture of one pixel: what Discord paints is not simulated. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';

/** What anybody may know of a guild, if its managers let them. */
export const widgetRoutes: readonly Route[] = [
  route('GET /guilds/:guildId/widget.json', (context) => ({ status: 200, body: widgetOf(context.world, param(context, 'guildId')) }), {
    needsToken: false,
  }),
  route('GET /guilds/:guildId/widget.png', picture, { needsToken: false }),
];

function picture(context: RouteContext): RestReply {
  const query = Form.ofQuery(context.query);
  const style = query.string('style') ?? 'shield';
  if (!STYLES.includes(style)) query.refuse('style', 'BASE_TYPE_CHOICES', `Value must be one of {${STYLES.join(', ')}}.`);
  query.check();
  checkEnabled(context.world.guild(param(context, 'guildId')));
  return { status: 200, headers: { 'content-type': 'image/png' }, rawBody: Buffer.from(PIXEL, 'base64') };
}
