import { addDays, localDateOf, type Instant } from '@yotei/time';
import type { RosterProblem } from '../roster/index.js';
import type { PreparationBase } from '../optimiser/problem/prepare.js';

/** How the templates of an agent's contract reach an instant, whatever the rules say. */
export type TemplateReach =
  /** A shift of the days planned reaches it. */
  | 'planned-day'
  /** Only a shift that starts before the first day planned does: nobody can be put there any more. */
  | 'day-before'
  | 'none';

/** Whether any start of any template of the contract reaches the instant. */
export function templateReach(
  { possible, patterns }: PreparationBase,
  solo: RosterProblem,
  at: Instant,
): TemplateReach {
  const agent = solo.agents[0]!;
  const templateIds = solo.contracts[0]?.templateIds ?? [];
  const today = localDateOf(at, agent.zone);
  const lastDay = addDays(solo.startsOn, solo.weeks * 7 - 1);
  let reach: TemplateReach = 'none';
  for (const daysBack of [0, 1, 2]) {
    const on = addDays(today, -daysBack);
    patterns.forEach(({ template }, pattern) => {
      if (!templateIds.includes(template.id)) return;
      const reaches = possible
        .on(on, agent.zone, pattern)
        .some(({ choice }) => choice.startAt <= at && at < choice.endAt);
      if (!reaches) return;
      if (on >= solo.startsOn && on <= lastDay) reach = 'planned-day';
      else if (reach === 'none') reach = 'day-before';
    });
  }
  return reach;
}
