import { overlaps } from '@yotei/time';
import type { Relaxation } from './relaxation.js';

/** The absence over the instant withdrawn, with the paid minutes it credits. */
export const absence: Relaxation = {
  kind: 'absence',
  relax: ({ solo, slot }) =>
    solo.timeOff
      .filter((each) => overlaps(each, slot))
      .map((each) => ({
        limit: { kind: 'absence', span: { startAt: each.startAt, endAt: each.endAt } },
        key: `absence ${each.startAt}`,
        solo: { ...solo, timeOff: solo.timeOff.filter((other) => other !== each) },
      })),
};
