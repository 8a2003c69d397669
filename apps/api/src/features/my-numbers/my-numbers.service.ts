import { Injectable } from '@nestjs/common';
import { groupByAgent } from '@yotei/scheduling/roster';
import { LEAST_PEERS, PLAN_COUNTS, peerRange, planCounts } from '@yotei/scheduling/wellbeing';
import { addDays, localDateOf, startOfLocalDay } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import { HardMinutes } from './hard-minutes.service.js';
import type { MyNumbers } from './my-numbers.graphql-types.js';
import { MyNumbersRepository } from './my-numbers.repository.js';

/** Twelve weeks are long enough to even out and short enough to act on. */
const WEEKS = 12;
/** A share of fewer shifts says little; who has fewer is not compared. */
const LEAST_SHIFTS = 5;

/** What the plan asked of an agent, counted, and how that compares with the team, without names. */
@Injectable()
export class MyNumbersService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly numbers: MyNumbersRepository,
    private readonly hard: HardMinutes,
    private readonly clock: Clock,
  ) {}

  /** Null for who is no agent. Counts published shifts that began in the twelve weeks before today. */
  async mine(context: RequestContext): Promise<MyNumbers | null> {
    return this.database.withTenant(context, async () => {
      const agent = context.userId ? await this.people.ofUser(context, context.userId) : null;
      if (!agent) return null;
      const untilOn = localDateOf(this.clock.now(), agent.zone);
      const fromOn = addDays(untilOn, -7 * WEEKS);
      const span = { startAt: startOfLocalDay(fromOn, agent.zone), endAt: startOfLocalDay(untilOn, agent.zone) };
      const mates = await this.people.all(context, { teamId: agent.teamId });
      const team = [agent, ...mates.filter(({ id }) => id !== agent.id)];
      const ids = team.map(({ id }) => id);
      const shifts = groupByAgent(await this.numbers.shifts(context, ids, span));
      const counted = team.map(({ id, zone }) => ({ id, ...planCounts(shifts.get(id) ?? [], zone) }));
      const own = counted[0]!;
      const peers = counted.filter(({ shiftCount }) => shiftCount >= LEAST_SHIFTS);
      const shiftCounts = new Map(peers.map(({ id, shiftCount }) => [id, shiftCount]));
      const ownShiftCount = own.shiftCount;
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
        hard: await this.hard.of(context, { own: agent, team, shiftCounts, ownShiftCount, span, untilOn }),
      };
    });
  }
}
