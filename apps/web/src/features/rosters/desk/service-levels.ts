import { performanceOf, type ServiceGoal, type StaffingLoad } from '@yotei/scheduling/staffing';
import type { BoardEffectsQuery } from '../../../graphql/generated/graphql.js';
import { minuteOf, type BoardModel, type Coverage } from '../board/index.js';

type QueueForecast = NonNullable<BoardEffectsQuery['requirement']>['queues'][number];
type SpanOf = { readonly from: number; readonly until: number };

/** One queue's predicted service level for any number of scheduled agents, each computed once. */
class QueueServiceLevel {
  private readonly known: Map<number, number>[] = [];

  constructor(
    private readonly queue: QueueForecast,
    private readonly start: number,
  ) {}

  intervalAt(minute: number): number {
    return Math.floor((minute - this.start) / this.queue.stepMinutes);
  }

  contacts(interval: number): number {
    return this.queue.contacts[interval] ?? 0;
  }

  /** Share answered in time, 0..1; between two whole numbers of agents on the line between them. NaN: not predicted. */
  fraction(interval: number, scheduled: number): number {
    const { requiredAgents, agentsToRoster } = this.queue;
    const [needed, rostered] = [requiredAgents[interval] ?? 0, agentsToRoster[interval] ?? 0];
    // The roster is larger than what sits on contacts by the absence it is grossed up for.
    const present = scheduled * (needed > 0 && rostered > 0 ? needed / rostered : 1);
    const whole = Math.floor(present + 1e-9);
    const low = this.atWhole(interval, whole);
    const rest = present - whole;
    return rest < 1e-6 ? low : low + rest * (this.atWhole(interval, whole + 1) - low);
  }

  private atWhole(interval: number, agents: number): number {
    const known = (this.known[interval] ??= new Map<number, number>());
    let fraction = known.get(agents);
    if (fraction === undefined) known.set(agents, (fraction = this.compute(interval, agents)));
    return fraction;
  }

  private compute(interval: number, agents: number): number {
    const { plan, stepMinutes, averageHandleSeconds } = this.queue;
    const handle = averageHandleSeconds[interval] ?? 0;
    if (handle <= 0) return Number.NaN;
    const load: StaffingLoad = {
      contacts: this.contacts(interval),
      intervalSeconds: stepMinutes * 60,
      averageHandleSeconds: handle,
      ...given('patienceSeconds', plan.patienceSeconds),
      ...given('concurrency', plan.concurrency),
      ...given('slowdownFraction', plan.slowdownFraction),
      ...given('lines', plan.lines),
      ...given('redialFraction', plan.redialFraction),
    };
    const goal = {
      ...given('answerWithinSeconds', plan.goal.answerWithinSeconds),
      ...given('serviceLevelVariant', plan.goal.serviceLevelVariant),
    } as ServiceGoal;
    try {
      return performanceOf(plan.modelId, load, agents, goal).serviceLevelFraction;
    } catch {
      // A model that says nothing about so few agents, or needs what this queue's plan does not have.
      return Number.NaN;
    }
  }
}

function given<Key extends string, Value>(key: Key, value: Value | null): { [K in Key]?: Value } {
  return (value === null ? {} : { [key]: value }) as { [K in Key]?: Value };
}

/** Predicted service level of the board, from the forecast and the models the requirement was computed with. */
export class ServiceLevels {
  private readonly queues: ReadonlyMap<string, QueueServiceLevel>;

  constructor(model: Pick<BoardModel, 'startAt'>, queues: readonly QueueForecast[]) {
    this.queues = new Map(
      queues.map((one) => [one.queue.id, new QueueServiceLevel(one, minuteOf(model, Date.parse(one.startAt)))]),
    );
  }

  /** Share of all contacts of the span that are answered in time; null where no queue is predicted. */
  fractionOver({ queues, slotMinutes, count }: Coverage, { from, until }: SpanOf): number | null {
    let [contacts, inTime] = [0, 0];
    for (const { queueId, scheduled } of queues) {
      const level = this.queues.get(queueId);
      if (!level) continue;
      for (
        let slot = Math.max(0, Math.floor(from / slotMinutes));
        slot < Math.min(count, until / slotMinutes);
        slot++
      ) {
        const interval = level.intervalAt(slot * slotMinutes);
        const offered = level.contacts(interval);
        if (!(offered > 0)) continue;
        const fraction = level.fraction(interval, scheduled[slot]!);
        if (Number.isNaN(fraction)) continue;
        contacts += offered;
        inTime += offered * fraction;
      }
    }
    return contacts > 0 ? inTime / contacts : null;
  }
}
