import { Injectable } from '@nestjs/common';
import { isAgentState } from '@yotei/scheduling/adherence';
import {
  measureWorked,
  runningAlarm,
  type MeasuredLoad,
  type MeasureSettings,
  type StateChange,
} from '@yotei/scheduling/wellbeing';
import { HOUR_MILLIS, MINUTE_MILLIS, type Instant, type Interval } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { AgentStatesService, type AgentStateRow } from '../intraday/ingest/index.js';

/** Of whom what was done is asked. */
export interface WorkingAgent {
  readonly id: string;
  readonly zone: string;
}

const QUARTER = 15 * MINUTE_MILLIS;
/** Agents whose states are read at once; a week of theirs is some 300,000 rows. */
const BATCH = 200;
/** An alarm asks for a run of an hour and a half; what lies before cannot be part of a run that is not one already. */
const ALARM_HOURS = 3;

/** What people really did, out of the states that telephony and helpdesk systems told. */
@Injectable()
export class WorkedWeeksService {
  constructor(
    private readonly states: AgentStatesService,
    private readonly clock: Clock,
  ) {}

  /** By agent; who nothing was told of is left out. What lies ahead is nothing yet. */
  async measured(
    context: RequestContext,
    agents: readonly WorkingAgent[],
    of: {
      readonly period: Interval;
      readonly hardShareOf: (agentId: string) => number | null;
      readonly settings: MeasureSettings;
    },
  ): Promise<Map<string, MeasuredLoad[]>> {
    const period = { startAt: of.period.startAt, endAt: Math.min(of.period.endAt, this.lastQuarter()) };
    const found = new Map<string, MeasuredLoad[]>();
    if (period.endAt <= period.startAt) return found;
    for await (const { agent, states } of this.byAgent(context, agents, period)) {
      const days = { agentId: agent.id, zone: agent.zone, period, states, hardShare: of.hardShareOf(agent.id) };
      const measured = measureWorked(days, of.settings);
      if (measured.length > 0) found.set(agent.id, measured);
    }
    return found;
  }

  /** Who of these is in a long stretch without a breather at this moment, and who has told of anything at all. */
  async alarms(
    context: RequestContext,
    agents: readonly WorkingAgent[],
  ): Promise<{ readonly told: ReadonlySet<string>; readonly busy: ReadonlyMap<string, Instant> }> {
    const endAt = this.lastQuarter();
    const period = { startAt: endAt - ALARM_HOURS * HOUR_MILLIS, endAt };
    const told = new Set<string>();
    const busy = new Map<string, Instant>();
    for await (const { agent, states } of this.byAgent(context, agents, period)) {
      if (states.some(({ state }) => state !== 'offline' && state !== 'unknown')) told.add(agent.id);
      const alarm = runningAlarm({ agentId: agent.id, zone: agent.zone, period, states, hardShare: null });
      if (alarm) busy.set(agent.id, alarm.since);
    }
    return { told, busy };
  }

  private lastQuarter(): Instant {
    return Math.floor(this.clock.now() / QUARTER) * QUARTER;
  }

  private async *byAgent(context: RequestContext, agents: readonly WorkingAgent[], period: Interval) {
    for (let from = 0; from < agents.length; from += BATCH) {
      const batch = agents.slice(from, from + BATCH);
      const rows = await this.states.statesOf(context, { agentIds: batch.map(({ id }) => id), span: period });
      const states = new Map<string, StateChange[]>();
      for (const row of rows) {
        const own = states.get(row.agentId);
        if (own) own.push(changeOf(row));
        else states.set(row.agentId, [changeOf(row)]);
      }
      for (const agent of batch) yield { agent, states: states.get(agent.id) ?? [] };
    }
  }
}

const changeOf = ({ at, state }: AgentStateRow): StateChange => ({
  at,
  state: isAgentState(state) ? state : 'unknown',
});
