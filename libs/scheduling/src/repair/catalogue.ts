import { callOnSkills } from './moves/call-on-skills.repair.js';
import { delayActivity } from './moves/delay-activity.repair.js';
import { moveBreaks } from './moves/move-breaks.repair.js';
import { offerOvertime } from './moves/offer-overtime.repair.js';
import { offerTimeOff } from './moves/offer-time-off.repair.js';
import { pullFromQueue } from './moves/pull-from-queue.repair.js';
import type { RepairMove } from './repair-move.js';

/** Every way to mend a day, in the order in which a supervisor thinks of them. */
export const REPAIR_MOVES: readonly RepairMove[] = [
  moveBreaks,
  delayActivity,
  callOnSkills,
  pullFromQueue,
  offerOvertime,
  offerTimeOff,
];
