/** One value for every parameter in a path of the operation table, no two alike, so that a value in the wrong place shows. */
export const ids = {
  answer_id: '3',
  application_id: '1001',
  channel_id: '1002',
  code: 'aBc-1003',
  command_id: '1004',
  emoji_id: '1005',
  emoji_name: 'blob:1006',
  entitlement_id: '1007',
  exception_id: '1008',
  guild_id: '1009',
  guild_scheduled_event_exception_id: '1010',
  guild_scheduled_event_id: '1011',
  instance_id: 'i-1012-gc-1-2',
  integration_id: '1013',
  interaction_id: '1014',
  interaction_token: 'interaction-1015',
  lobby_id: '1016',
  message_id: '1017',
  overwrite_id: '1018',
  pack_id: '1019',
  request_id: '1020',
  role_id: '1021',
  rule_id: '1022',
  sku_id: '1023',
  sound_id: '1024',
  sticker_id: '1025',
  subscription_id: '1026',
  user_id: '1027',
  user_id_1: '1028',
  user_id_2: '1029',
  webhook_id: '1030',
  webhook_token: 'webhook-1031',
} as const;

/** A picture as bodies carry one. */
export const IMAGE = 'data:image/png;base64,iVBORw0KGgo=';

/** A file for routes that take nothing else. */
export const FILE = { data: Buffer.from('bytes of a file'), name: 'file.png' };
