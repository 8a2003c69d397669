import { Injectable } from '@nestjs/common';
import {
  balanceOn,
  decideTimeOff,
  minutesUsed,
  type Balance,
  type TimeOffReason,
  type TimeOffVerdict,
} from '@yotei/scheduling/time-off';
import { addDays, localDateOf, startOfLocalDay, type Interval } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import type { Agent } from '../organisation/index.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { CoverCostService, type CoverCost } from '../rosters/index.js';
import { TimeOffRepository } from './time-off.repository.js';
import { TimeOffTermsRepository, type TimeOffType } from './time-off-terms.repository.js';

export interface Judged {
  readonly verdict: TimeOffVerdict;
  readonly reason: TimeOffReason;
  readonly needMinutes: number;
  /** Null for kinds without one. */
  readonly balance: Balance | null;
  readonly cover: CoverCost;
}

/** What the rules say to an absence as things stand in this transaction. */
@Injectable()
export class TimeOffJudge {
  constructor(
    private readonly requests: TimeOffRepository,
    private readonly terms: TimeOffTermsRepository,
    private readonly organisation: OrganisationService,
    private readonly covering: CoverCostService,
    private readonly clock: Clock,
  ) {}

  async judge(
    tx: EntityManager,
    context: RequestContext,
    ask: { agent: Agent; type: TimeOffType; span: Interval; exceptId: string | null },
  ): Promise<Judged> {
    const { agent, type, span, exceptId } = ask;
    const needMinutes = await this.needMinutes(context, agent, span);
    const balance = await this.balance(tx, context, ask);
    const cover = await this.covering.of(context, agent, span);
    const { verdict, reason } = decideTimeOff({
      span,
      now: this.clock.now(),
      needMinutes,
      leftMinutes: balance && balance.leftMinutes,
      minNoticeHours: type.minNoticeHours,
      decides: type.decides,
      overlapsOwn: await this.requests.overlaps(tx, agent.id, span, exceptId),
      hours: type.usesAllowance
        ? await this.requests.allowanceHours(tx, { agentId: agent.id, teamId: agent.teamId, zone: agent.zone, span })
        : [],
      publishedShifts: cover.shifts.length,
    });
    return { verdict, reason, needMinutes, balance, cover };
  }

  /** In the leave year the absence begins in; null for kinds without a balance. */
  async balance(
    tx: EntityManager,
    context: RequestContext,
    { agent, type, span, exceptId }: { agent: Agent; type: TimeOffType; span: Interval; exceptId: string | null },
  ): Promise<Balance | null> {
    if (!type.hasBalance) return null;
    const entries = await this.requests.entries(tx, { agentId: agent.id, kind: type.code, zone: agent.zone, exceptId });
    const hiredOn = await this.terms.hiredOn(context, agent.id);
    return balanceOn(localDateOf(span.startAt, agent.zone), { terms: type, hiredOn, ...entries });
  }

  private async needMinutes(context: RequestContext, agent: Agent, span: Interval): Promise<number> {
    const contract = (await this.organisation.contracts(context)).find(({ id }) => id === agent.contractId)!;
    return minutesUsed(daysOf(span, agent.zone), {
      weeklyMinutes: contract.weeklyMinutesMax,
      daysPerWeek: contract.daysPerWeekMax,
    });
  }
}

/** Whole local days of a span, and the minutes of its parts of days. */
export function daysOf(span: Interval, zone: string): { wholeDays: number; partMinutes: number } {
  let wholeDays = 0;
  let partMillis = 0;
  for (let on = localDateOf(span.startAt, zone); startOfLocalDay(on, zone) < span.endAt; on = addDays(on, 1)) {
    const [from, until] = [startOfLocalDay(on, zone), startOfLocalDay(addDays(on, 1), zone)];
    if (span.startAt <= from && span.endAt >= until) wholeDays += 1;
    else partMillis += Math.min(span.endAt, until) - Math.max(span.startAt, from);
  }
  return { wholeDays, partMinutes: partMillis / 60_000 };
}
