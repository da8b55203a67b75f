/**
 * The words of Discord's presets, which nobody outside of Discord knows: here each is one word that says what it stands for. Tests write these words; real
 * swearing passes.
 *
 * @see {@link https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-keyword-preset-types | Keyword presets}
 */
export const PRESET_WORDS: Readonly<Record<number, string>> = {
  1: 'fakeprofanity',
  2: 'fakesexualcontent',
  3: 'fakeslur',
};
