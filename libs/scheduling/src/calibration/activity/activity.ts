import { HOUR_MILLIS, MINUTE_MILLIS, localMinuteOfDay, type Instant, type Interval, type ZoneId } from '@yotei/time';
import { AgentPresence } from './agent-presence.js';

/** Agents at work in an hour of the day, mean over the days of the log. */
export interface ActivityHour {
  /** 0..23, local. */
  readonly hour: number;
  /** On a contact. */
  readonly busyAgents: number;
  /** Present by each of the gaps asked for, in their order. */
  readonly presentAgents: readonly number[];
}

/** Staffing as the log's activity shows it; see {@link AgentPresence} for what that can and cannot tell. */
export interface ActivityReport {
  readonly kind: 'activity';
  readonly agentCount: number;
  readonly gapSeconds: readonly number[];
  readonly hours: readonly ActivityHour[];
  /** Handle time / presence, by each gap: the occupancy the gap implies. */
  readonly occupancyFractions: readonly number[];
  /** Answered contacts that name no agent; their work is missing above. */
  readonly withoutAgentCount: number;
}

const HOURS = 24;

/** Tells the parts of a span of whole milliseconds by local hour of the day. */
function eachHour(span: Interval, zone: ZoneId, tell: (hour: number, seconds: number) => void): void {
  for (let at: Instant = span.startAt; at < span.endAt;) {
    // Whole milliseconds, or a step could round to nothing and never end.
    const sinceMidnight = Math.round(localMinuteOfDay(at, zone) * MINUTE_MILLIS);
    const next = Math.min(span.endAt, at + HOUR_MILLIS - (sinceMidnight % HOUR_MILLIS));
    tell(Math.floor(sinceMidnight / HOUR_MILLIS), (next - at) / 1000);
    at = next;
  }
}

/** Gathers agents' presence and work; see {@link ActivityReport}. */
export class ActivityTally {
  private readonly presences: readonly AgentPresence[];
  private readonly busySeconds = new Float64Array(HOURS);
  private withoutAgentCount = 0;

  constructor(
    private readonly zone: ZoneId,
    gapSeconds: readonly number[],
  ) {
    this.presences = gapSeconds.map((gap) => new AgentPresence(gap));
  }

  add(agent: string | undefined, { startAt, endAt }: Interval): void {
    if (agent === undefined) {
      this.withoutAgentCount += 1;
      return;
    }
    const work = { startAt: Math.round(startAt), endAt: Math.round(endAt) };
    for (const presence of this.presences) presence.add(agent, work);
    eachHour(work, this.zone, (hour, seconds) => {
      this.busySeconds[hour]! += seconds;
    });
  }

  /** Null where no contact names an agent. `dayCount`: days of the log. */
  report(dayCount: number): ActivityReport | null {
    const agentCount = this.presences[0]?.agentCount ?? 0;
    if (agentCount === 0) return null;
    const present = this.presences.map((presence) => {
      const seconds = new Float64Array(HOURS);
      for (const span of presence.present())
        eachHour(span, this.zone, (hour, part) => {
          seconds[hour]! += part;
        });
      return seconds;
    });
    const perDay = dayCount * 3600;
    const busy = this.busySeconds.reduce((a, b) => a + b, 0);
    return {
      kind: 'activity',
      agentCount,
      gapSeconds: this.presences.map(({ gapSeconds }) => gapSeconds),
      hours: Array.from({ length: HOURS }, (_, hour) => ({
        hour,
        busyAgents: this.busySeconds[hour]! / perDay,
        presentAgents: present.map((seconds) => seconds[hour]! / perDay),
      })).filter(({ presentAgents }) => presentAgents.some((agents) => agents > 0)),
      occupancyFractions: present.map((seconds) => busy / seconds.reduce((a, b) => a + b, 0)),
      withoutAgentCount: this.withoutAgentCount,
    };
  }
}
