/** One pack in the place of Discord's, whose pictures are not ours to give. */
export const STICKER_PACK = {
  id: '1001',
  sku_id: '1002',
  name: 'Shapes',
  description: 'What every fake has',
  cover_sticker_id: '1003',
  banner_asset_id: '1006',
  stickers: ['circle', 'square', 'triangle'].map((name, index) => ({
    id: String(1003 + index),
    pack_id: '1001',
    name,
    tags: name,
    description: `A ${name}`,
    type: 1,
    format_type: 1,
    sort_value: index + 1,
  })),
};
