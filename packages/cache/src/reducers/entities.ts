import { idOf, integerOf, isPayload, textOf, type Payload } from '../records/payload.js';
import { changed, IGNORED, inGuild, type Reducer, type Reducers } from './Reducer.js';
import { patchPlain, plainCreate, plainDelete, plainList, plainUpdate, type KeyOf, type PlainResource } from './plain.js';

/** The id of an entity. */
export const byId: KeyOf = ({ id }) => idOf(id);
/** The id of a soundboard's sound. */
export const bySoundId: KeyOf = ({ sound_id }) => idOf(sound_id);
const byCode: KeyOf = ({ code }) => textOf(code);

/** Emojis, stickers, sounds, stages, scheduled events, integrations, rules and invites: each comes, changes and goes by its id. */
export const entityReducers: Reducers = {
  ...life('AUTO_MODERATION_RULE', 'autoModerationRules', byId),
  ...life('GUILD_SCHEDULED_EVENT', 'scheduledEvents', byId),
  ...life('GUILD_SOUNDBOARD_SOUND', 'soundboardSounds', bySoundId),
  ...life('INTEGRATION', 'integrations', byId),
  ...life('STAGE_INSTANCE', 'stageInstances', byId),
  INVITE_CREATE: plainCreate('invites', byCode),
  INVITE_DELETE: plainDelete('invites', byCode),
  GUILD_EMOJIS_UPDATE: inGuild(plainList('emojis', 'emojis', byId)),
  GUILD_STICKERS_UPDATE: inGuild(plainList('stickers', 'stickers', byId)),
  SOUNDBOARD_SOUNDS: inGuild(plainList('soundboardSounds', 'soundboard_sounds', bySoundId)),
  GUILD_SOUNDBOARD_SOUNDS_UPDATE: inGuild((world, shelf, payload) => {
    const before = shelf.all('soundboardSounds');
    const sounds = Array.isArray(payload['soundboard_sounds']) ? payload['soundboard_sounds'].filter(isPayload) : [];
    // Several sounds changed, not all of them: the others stay.
    for (const sound of sounds) {
      const known = shelf.get('soundboardSounds', bySoundId(sound) ?? '');
      if (known !== undefined) patchPlain(world, shelf, 'soundboardSounds', known, sound);
    }
    return changed(before, shelf.all('soundboardSounds'));
  }),
  GUILD_SCHEDULED_EVENT_USER_ADD: interest(1),
  GUILD_SCHEDULED_EVENT_USER_REMOVE: interest(-1),
};

function life(event: string, resource: PlainResource, keyOf: KeyOf): Reducers {
  return {
    [`${event}_CREATE`]: plainCreate(resource, keyOf),
    [`${event}_UPDATE`]: plainUpdate(resource, keyOf),
    [`${event}_DELETE`]: plainDelete(resource, keyOf),
  };
}

/** `user_count` is only there when Discord was asked for it; what was not counted before is not counted now. */
function interest(step: number): Reducer {
  return inGuild((world, shelf, payload) => {
    const before = shelf.get('scheduledEvents', idOf(payload['guild_scheduled_event_id']) ?? '');
    if (before === undefined) return IGNORED;
    const count = countOf(before.shared) ?? countOf(before.own ?? {});
    if (count === undefined) return changed(before, before);
    return patchPlain(world, shelf, 'scheduledEvents', before, { user_count: Math.max(0, count + step) });
  });
}

function countOf(fields: Payload): number | undefined {
  return integerOf(fields['user_count']);
}
