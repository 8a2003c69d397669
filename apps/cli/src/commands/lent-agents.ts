import { freeAgentsOf, type StaffingLoad } from '@yotei/scheduling/staffing';
import { gridEnd, intervalStart, MINUTE_MILLIS, type Grid } from '@yotei/time';
import type { RowReader } from '../io/row-reader.js';
import type { DeferredFields } from './deferred-options.js';
import type { QueueRequirement } from './queue-requirement.js';
import { loadOptionsOf, modelIdOf, serviceGoalOf, type StaffingFields } from './staffing-options.js';

type Fields = StaffingFields & DeferredFields;

interface Lender {
  readonly requirement: QueueRequirement;
  readonly fields: Fields;
}

/** Loads of a queue's intervals as its model was given them; null where nothing was staffed. */
function loadsOf({ requirement: { series, indexOf, changed }, fields }: Lender): readonly (StaffingLoad | null)[] {
  const { grid, loadContacts } = series;
  const loads = new Array<StaffingLoad | null>(grid.count).fill(null);
  for (const [{ handleSeconds, intervalSeconds }, index] of indexOf) {
    const contacts = loadContacts[index]!;
    if (Number.isNaN(contacts)) continue;
    const averageHandleSeconds = changed?.averageHandleSeconds[index] ?? handleSeconds;
    loads[index] = { contacts, intervalSeconds, averageHandleSeconds, ...loadOptionsOf(fields) };
  }
  return loads;
}

/** Adds a series of mean agents to another grid, by how much the intervals overlap. */
function addOverlapping(sum: Float64Array, grid: Grid, { from, agents }: { from: Grid; agents: Float64Array }): void {
  const step = grid.stepMinutes * MINUTE_MILLIS;
  agents.forEach((count, index) => {
    const startAt = Math.max(grid.startAt, intervalStart(from, index));
    const endAt = Math.min(gridEnd(grid), intervalStart(from, index + 1));
    for (let at = startAt; at < endAt && count > 0;) {
      const into = Math.floor((at - grid.startAt) / step);
      const until = Math.min(endAt, intervalStart(grid, into + 1));
      sum[into]! += (count * (until - at)) / step;
      at = until;
    }
  });
}

/** Inbound queues whose agents do a queue's waiting work in their idle time (`lends_to` of the goals). */
export class LentAgents {
  private readonly lenders = new Map<string, Lender[]>();

  add(requirement: QueueRequirement, fields: Fields): void {
    const { lendsTo } = fields;
    if (lendsTo !== undefined)
      this.lenders.set(lendsTo, [...(this.lenders.get(lendsTo) ?? []), { requirement, fields }]);
  }

  /** Agents free for the queue in each interval of its grid, the lenders' own goals being kept; absent = no lender. */
  to(queue: string, grid: Grid, otherHandleSeconds: number): Float64Array | undefined {
    const lenders = this.lenders.get(queue);
    if (!lenders || !(otherHandleSeconds > 0)) return undefined;
    const sum = new Float64Array(grid.count);
    for (const lender of lenders) {
      const { grid: from, requiredAgents } = lender.requirement.series;
      const intervals = loadsOf(lender).map((load, index) => ({ load, agents: requiredAgents[index]! }));
      const other = { goal: serviceGoalOf(lender.fields), otherHandleSeconds };
      addOverlapping(sum, grid, { from, agents: freeAgentsOf(intervals, other).freeAgents });
    }
    return sum;
  }
}

/** Reports queues that lend where there is nothing to lend to, or whose idle time is not that of single agents. */
export function checkLending(
  goals: ReadonlyMap<string, { readonly reader: RowReader; readonly fields: Fields }>,
): void {
  for (const { reader, fields } of goals.values()) {
    const { lendsTo, answerWithinHours } = fields;
    if (lendsTo === undefined) continue;
    const model = modelIdOf(fields);
    const lends = answerWithinHours === undefined && (model === 'erlang-a' || model === 'erlang-c');
    if (!lends) reader.report('lends_to', 'goes with the models erlang-a and erlang-c only; leave it out');
    else if (goals.get(lendsTo)?.fields.answerWithinHours === undefined)
      reader.report('lends_to', `'${lendsTo}' is no queue of these goals with answer_within_hours`);
  }
}
