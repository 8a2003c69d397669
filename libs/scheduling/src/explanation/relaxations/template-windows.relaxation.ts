import type { RosterProblem, ShiftTemplate } from '../../roster/index.js';
import type { Relaxation, WiderTemplates } from './relaxation.js';

const UNIT_MINUTES = 30;

/** Both ways to widen the problem's templates, made once so that all agents share them. */
export function widerTemplates({ templates, slotMinutes }: RosterProblem): WiderTemplates {
  // A start off the slot grid is no start, so the windows grow by whole steps.
  const starts = templates.map((template): ShiftTemplate => {
    const steps = Math.max(1, Math.round(UNIT_MINUTES / template.startStepMinutes)) * template.startStepMinutes;
    return {
      ...template,
      earliestStartMinute: Math.max(0, template.earliestStartMinute - steps),
      latestStartMinute: template.latestStartMinute + steps,
    };
  });
  const reach = Math.max(slotMinutes, UNIT_MINUTES);
  const places = templates.map((template): ShiftTemplate => ({
    ...template,
    activities: template.activities.map((activity) => ({
      ...activity,
      earliestStartMinutes: Math.max(0, activity.earliestStartMinutes - reach),
      latestStartMinutes: Math.min(
        template.lengthMinutes - activity.lengthMinutes,
        activity.latestStartMinutes + reach,
      ),
    })),
  }));
  return { starts, places, minutes: UNIT_MINUTES };
}

/** Every template of the contract may start half an hour earlier or later. */
export const startWindow: Relaxation = {
  kind: 'start-window',
  relax: ({ solo, wider }) => [
    {
      limit: { kind: 'start-window', widerMinutes: wider.minutes },
      key: 'starts',
      solo: { ...solo, templates: wider.starts },
    },
  ],
};

/** Breaks and other placed activities may start half an hour earlier or later. */
export const breakWindow: Relaxation = {
  kind: 'break-window',
  relax: ({ solo, wider }) => [
    {
      limit: { kind: 'break-window', widerMinutes: wider.minutes },
      key: 'places',
      solo: { ...solo, templates: wider.places },
    },
  ],
};
