import { Injectable } from '@nestjs/common';
import { LEAST_PEERS, PLAN_COUNTS, peerRange, planCounts, type PlanCounts } from '@yotei/scheduling/wellbeing';
import { addDays, localDateOf, startOfLocalDay, type Instant, type LocalDate } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import type { Agent } from '../organisation/index.js';
import type { MyNumbers } from './my-numbers.graphql-types.js';

/** Twelve weeks are long enough to even out and short enough to act on. */
const WEEKS = 12;
/** A share of fewer shifts says little; who has fewer is not compared. */
const LEAST_SHIFTS = 5;

interface ShiftRow {
  readonly agentId: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** What the plan asked of an agent, counted, and how that compares with the team, without names. */
@Injectable()
export class MyNumbersService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly clock: Clock,
  ) {}

  /** Null for who is no agent. Counts published shifts that began in the twelve weeks before today. */
  async mine(context: RequestContext): Promise<MyNumbers | null> {
    return this.database.withTenant(context, async () => {
      const agent = context.userId ? await this.people.ofUser(context, context.userId) : null;
      if (!agent) return null;
      const untilOn = localDateOf(this.clock.now(), agent.zone);
      const fromOn = addDays(untilOn, -7 * WEEKS);
      const counted = await this.teamCounts(context, agent, { fromOn, untilOn });
      const own = counted.get(agent.id) ?? planCounts([], agent.zone);
      const peers = [...counted.values()].filter(({ shiftCount }) => shiftCount >= LEAST_SHIFTS);
      return {
        fromOn,
        untilOn,
        shiftCount: own.shiftCount,
        peopleCount: peers.length,
        leastPeople: LEAST_PEERS,
        counts: PLAN_COUNTS.map((id) => ({
          id,
          dates: [...own.dates[id]],
          team: peerRange(peers.map(({ dates, shiftCount }) => dates[id].length / shiftCount)),
        })),
      };
    });
  }

  private async teamCounts(
    context: RequestContext,
    agent: Agent,
    { fromOn, untilOn }: { readonly fromOn: LocalDate; readonly untilOn: LocalDate },
  ): Promise<ReadonlyMap<string, PlanCounts>> {
    const team = await this.people.all(context, { teamId: agent.teamId });
    const rows = await this.database.read<ShiftRow>(
      context,
      `select agent_id as "agentId", lower(span) as "startAt", upper(span) as "endAt" from shifts
       where organisation_id = $1 and published and agent_id = any($2::uuid[])
         and lower(span) >= $3::timestamptz and lower(span) < $4::timestamptz order by lower(span)`,
      [
        context.organisationId,
        [...new Set([agent.id, ...team.map(({ id }) => id)])],
        new Date(startOfLocalDay(fromOn, agent.zone)).toISOString(),
        new Date(startOfLocalDay(untilOn, agent.zone)).toISOString(),
      ],
    );
    const zones = new Map([agent, ...team].map(({ id, zone }) => [id, zone]));
    return new Map(
      [...zones].map(([id, zone]) => [
        id,
        planCounts(
          rows.filter((row) => row.agentId === id),
          zone,
        ),
      ]),
    );
  }
}
