import { paidMinutesOfTemplate } from './paid-minutes-of-template.js';
import type { Relaxation, Relaxed } from './relaxation.js';
import type { RosterProblem } from '../../roster/index.js';

/** One more day, then one more shift's paid minutes, then both. */
export const contract: Relaxation = {
  kind: 'contract',
  relax: ({ solo }) => {
    const shortest = shortestShiftMinutes(solo);
    if (shortest === null) return [];
    return [relaxed(solo, 1, 0), relaxed(solo, 0, shortest), relaxed(solo, 1, shortest)];
  },
};

function relaxed(solo: RosterProblem, moreDays: number, moreMinutes: number): Relaxed {
  return {
    limit: { kind: 'contract', moreDays, moreMinutes },
    key: `contract ${moreDays} ${moreMinutes}`,
    solo: {
      ...solo,
      contracts: solo.contracts.map((terms) => ({
        ...terms,
        daysPerWeekMax: terms.daysPerWeekMax + moreDays,
        weeklyMinutesMax: terms.weeklyMinutesMax + moreMinutes,
      })),
    },
  };
}

function shortestShiftMinutes(solo: RosterProblem): number | null {
  const own = solo.templates.filter((template) => solo.contracts[0]?.templateIds.includes(template.id));
  return own.length === 0 ? null : Math.min(...own.map((template) => paidMinutesOfTemplate(solo, template)));
}
