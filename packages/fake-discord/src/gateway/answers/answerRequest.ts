import { Op } from '../opcodes.js';
import { NO_ANSWER, type Answer, type Asker } from './Answer.js';
import { answerChannelInfo, answerSoundboardSounds } from './answerGuildQueries.js';
import { answerMembers } from './answerMembers.js';
import { answerPresence } from './answerPresence.js';
import { answerVoiceState } from './answerVoiceState.js';

const ANSWERS: ReadonlyMap<number, (d: unknown, asker: Asker) => Answer> = new Map([
  [Op.PresenceUpdate, answerPresence],
  [Op.VoiceStateUpdate, answerVoiceState],
  [Op.RequestGuildMembers, answerMembers],
  [Op.RequestSoundboardSounds, answerSoundboardSounds],
  [Op.RequestChannelInfo, answerChannelInfo],
]);

/** Answers what an authenticated client may ask. */
export function answerRequest(op: number, d: unknown, asker: Asker): Answer {
  return ANSWERS.get(op)?.(d, asker) ?? NO_ANSWER;
}
