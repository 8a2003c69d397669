import { Injectable } from '@nestjs/common';
import { CONTACT_STATES } from '@yotei/scheduling/adherence';
import type { ActivityType, Shift } from '@yotei/scheduling/roster';
import { intersection, MINUTE_MILLIS, overlaps, type Instant, type Interval } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { AgentStatesService, type CurrentState } from '../ingest/index.js';

/** Planned, but not there: approved absence over the shift, or not on the post for long by the source's states. */
export interface MissingAgent extends Interval {
  readonly agentId: string;
  readonly reason: 'absence' | 'not-there';
  /** The state, where the source tells it. */
  readonly state: string | null;
  readonly since: Instant | null;
}

/** Not serving contacts for so long while they should: no longer a moment. */
const LONG_MINUTES = 15;
/** So much longer they are expected to be away; looked at anew with each outlook. */
const STAYS_AWAY_MINUTES = 30;

/** Who of those planned cannot be counted on. A silent source says nothing: its agents count as planned. */
@Injectable()
export class MissingAgents {
  constructor(
    private readonly database: TenantDatabase,
    private readonly states: AgentStatesService,
  ) {}

  async of(
    context: RequestContext,
    day: {
      readonly at: Instant;
      readonly span: Interval;
      readonly shifts: readonly Shift[];
      readonly activityTypes: readonly Pick<ActivityType, 'id' | 'contactWork'>[];
    },
  ): Promise<MissingAgent[]> {
    const away = await this.absences(context, day.span);
    const states = await this.states.currentStates(context);
    return [
      ...away.filter((one) => day.shifts.some((shift) => shift.agentId === one.agentId && overlaps(shift, one))),
      ...notThere(states, day),
    ];
  }

  private async absences(context: RequestContext, span: Interval): Promise<MissingAgent[]> {
    const rows = await this.database.read<Interval & { agentId: string }>(
      context,
      `select agent_id as "agentId", lower(span) as "startAt", upper(span) as "endAt" from time_off
       where organisation_id = app_organisation_id() and state = 'approved' and span && tstzrange($1::timestamptz, $2::timestamptz)`,
      [new Date(span.startAt).toISOString(), new Date(span.endAt).toISOString()],
    );
    return rows.map((row) => ({ ...row, reason: 'absence', state: null, since: null }));
  }
}

/** Agents whose plan says contact work for a while, and whose state says something else for as long. */
export function notThere(
  states: readonly CurrentState[],
  {
    at,
    shifts,
    activityTypes,
  }: {
    readonly at: Instant;
    readonly shifts: readonly Shift[];
    readonly activityTypes: readonly Pick<ActivityType, 'id' | 'contactWork'>[];
  },
): MissingAgent[] {
  const contactWork = new Set(activityTypes.filter((type) => type.contactWork).map(({ id }) => id));
  const serving: readonly string[] = CONTACT_STATES;
  const byAgent = new Map(states.map((state) => [state.agentId, state]));
  const long = LONG_MINUTES * MINUTE_MILLIS;
  return shifts.flatMap((shift): MissingAgent[] => {
    const known = byAgent.get(shift.agentId);
    const now = shift.activities.find(({ startAt, endAt }) => startAt <= at && at < endAt);
    if (!known || !now || !contactWork.has(now.activityTypeId)) return [];
    const isSilent = known.unknownFrom <= at || known.state === 'unknown';
    if (isSilent || serving.includes(known.state)) return [];
    if (at - Math.max(known.since, now.startAt) < long) return [];
    const gone = intersection({ startAt: at, endAt: at + STAYS_AWAY_MINUTES * MINUTE_MILLIS }, now);
    if (!gone) return [];
    return [{ agentId: shift.agentId, ...gone, reason: 'not-there', state: known.state, since: known.since }];
  });
}
