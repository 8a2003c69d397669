import { HOUR_MILLIS } from '@yotei/time';
import { groupByAgent } from './problem-index.js';
import type { Activity, Shift } from './roster-problem.js';

/** One activity of one agent, as a row of `roster.csv` has it. */
export interface AgentActivity extends Activity {
  readonly agentId: string;
}

/** A break in the rows up to this long still belongs to one shift; no rule lets anyone rest so little between two. */
const LONGEST_HOLE_MILLIS = 2 * HOUR_MILLIS;

/**
 * Joins rows to shifts: an agent's rows that follow one another within two hours are one shift. Used for history read
 * from CSV, where shifts have no edges of their own. By agent in order of first appearance, then start.
 */
export function shiftsOfActivities(rows: readonly AgentActivity[]): Shift[] {
  const shifts: Shift[] = [];
  for (const [agentId, own] of groupByAgent(rows)) {
    let activities: Activity[] = [];
    const close = () => {
      if (activities.length > 0) shifts.push(shiftAround(agentId, activities));
      activities = [];
    };
    for (const { agentId: _, ...activity } of own) {
      const last = activities[activities.length - 1];
      if (last && activity.startAt - last.endAt > LONGEST_HOLE_MILLIS) close();
      activities.push(activity);
    }
    close();
  }
  return shifts;
}

function shiftAround(agentId: string, activities: readonly Activity[]): Shift {
  const endAt = Math.max(...activities.map((activity) => activity.endAt));
  return { agentId, startAt: activities[0]!.startAt, endAt, activities };
}
