const GROUPS = 'Group conversations are not simulated.';
const SOCIAL_SDK = "Discord's Social SDK is not simulated.";
const SMALLER = 'The documentation names a smaller number, which counts: see the documented limits.';

/** Bodies that nobody can send to the fake. */
export const EXCUSED: Readonly<Record<string, string>> = {
  CreateGroupDMInviteRequest: GROUPS,
  CreatePrivateChannelRequest: GROUPS,
  PollEmoji: 'The question of a poll has no emoji.',
  SDKMessageRequest: 'One function reads all messages: see those of channels.',
  SocialLayerSKUPurchaseEligibilityCallbackData: SOCIAL_SDK,
  UpdateDMRequestPartial: GROUPS,
  UpdateGroupDMRequestPartial: GROUPS,
};

/** Numbers of the OpenAPI document that are not what counts. */
export const EXCUSED_FIELDS: Readonly<Record<string, string>> = {
  'ApplicationCommandOptionStringChoice value': SMALLER,
  'ApplicationFormPartial description.default': 'The documentation knows one text, not several.',
  'ApplicationFormPartial description.localizations{}': 'The documentation knows one text, not several.',
  'ApplicationFormPartial integration_types_config': 'Its two keys have names: a third is refused by its name.',
  'BaseCreateMessageCreateRequest content': SMALLER,
  'BlockMessageActionMetadata custom_message': SMALLER,
  'ContainerComponentForMessageRequest components maxItems': 'The container itself is one of the forty.',
  'CreateGuildInviteRequest max_age': SMALLER,
  'CreateOrUpdateThreadTagRequest name': SMALLER,
  'MessageCreateRequest content': SMALLER,
  'MessageEditRequestPartial content': SMALLER,
  'ModalInteractionCallbackRequestData components maxItems': SMALLER,
  'PollMediaCreateRequest text maxLength': SMALLER,
  'UpdateThreadTagRequest name': SMALLER,
  'WebhookSlackEmbed color maxLength': 'What is longer does not fit the pattern either, which is shown.',
};
