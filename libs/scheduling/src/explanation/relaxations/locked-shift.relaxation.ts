import { localDateOf } from '@yotei/time';
import type { Relaxation } from './relaxation.js';

/** The agent's fixed or locked shift of that day free to move. */
export const lockedShift: Relaxation = {
  kind: 'locked-shift',
  relax: ({ solo, slot }) => {
    const zone = solo.agents[0]!.zone;
    const on = localDateOf(slot.startAt, zone);
    return solo.fixedShifts
      .filter((each) => localDateOf(each.startAt, zone) === on || each.endAt > slot.startAt)
      .filter((each) => each.startAt < slot.endAt || localDateOf(each.startAt, zone) === on)
      .map((each) => ({
        limit: { kind: 'locked-shift', span: { startAt: each.startAt, endAt: each.endAt } },
        key: `locked ${each.startAt}`,
        solo: { ...solo, fixedShifts: solo.fixedShifts.filter((other) => other !== each) },
      }));
  },
};
