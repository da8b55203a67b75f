import { Intents, intentNames } from '../intents/Intents.js';
import { GatewayClosedError } from '../errors.js';
import { closeRuleOf } from './closeCodes.js';
import type { ShardAction } from './ShardAction.js';

/** The error of a shard that Discord refused for good, with what this shard had asked for where that matters. */
export function fatalError(
  action: ShardAction & { readonly type: 'fail' },
  shard: { readonly id: number; readonly total: number; readonly intents: number },
): GatewayClosedError {
  const { code, closeCode } = action;
  const { name } = closeRuleOf(closeCode);
  return new GatewayClosedError(code, {
    shardId: shard.id,
    closeCode,
    what: `Shard ${shard.id} of ${shard.total} was closed with ${closeCode} (${name})${detail(closeCode, shard.intents)}.`,
    cure: action.cure,
  });
}

function detail(closeCode: number, intents: number): string {
  if (closeCode === 4013) return `: the intents were ${intents}`;
  if (closeCode !== 4014) return '';
  const privileged = intentNames.filter((name) => (Intents[name] & intents & Intents.Privileged) !== 0);
  return `: of the intents, these are privileged: ${privileged.join(', ')}`;
}
