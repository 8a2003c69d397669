import { MINUTE_MILLIS, type Grid, type Instant, type Interval } from '@yotei/time';

interface Span {
  startAt: Instant;
  endAt: Instant;
}

/** Index of the first span that ends at the instant or later; logs stand in order, so the end is looked at first. */
function firstReaching(spans: readonly Span[], at: Instant): number {
  let low = 0;
  let high = spans.length;
  if (high > 0 && spans[high - 1]!.endAt < at) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.endAt < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Who was at work when, read from what agents did where log-ons are missing: an agent is taken to be present from a
 * contact's start to its end, and between two contacts that are no further apart than `gapSeconds`. Short gaps count
 * waiting for work as presence; long ones count breaks as well, so that the number of agents grows with the gap
 * chosen. Before the first contact and after the last nobody is seen. Memory grows with agents and their absences,
 * not with contacts.
 */
export class AgentPresence {
  private readonly spans = new Map<string, Span[]>();

  constructor(readonly gapSeconds: number) {}

  /** A contact handled by an agent, in any order. */
  add(agent: string, { startAt, endAt }: Interval): void {
    let spans = this.spans.get(agent);
    if (!spans) {
      spans = [];
      this.spans.set(agent, spans);
    }
    const gap = this.gapSeconds * 1000;
    const first = firstReaching(spans, startAt - gap);
    let last = first;
    const joined: Span = { startAt, endAt };
    while (last < spans.length && spans[last]!.startAt <= endAt + gap) {
      joined.startAt = Math.min(joined.startAt, spans[last]!.startAt);
      joined.endAt = Math.max(joined.endAt, spans[last]!.endAt);
      last += 1;
    }
    spans.splice(first, last - first, joined);
  }

  get agentCount(): number {
    return this.spans.size;
  }

  /** Mean number of agents present in each interval of the grid. */
  agentsOn(grid: Grid): Float64Array {
    const agents = new Float64Array(grid.count);
    const step = grid.stepMinutes * MINUTE_MILLIS;
    for (const span of this.present()) {
      const until = Math.min(grid.count - 1, Math.ceil((span.endAt - grid.startAt) / step) - 1);
      for (let i = Math.max(0, Math.floor((span.startAt - grid.startAt) / step)); i <= until; i += 1) {
        const from = grid.startAt + i * step;
        agents[i]! += (Math.min(span.endAt, from + step) - Math.max(span.startAt, from)) / step;
      }
    }
    return agents;
  }

  /** Every stretch of presence, one agent after the other, without saying whose. */
  *present(): Iterable<Interval> {
    for (const spans of this.spans.values()) yield* spans;
  }
}
