import { Injectable } from '@nestjs/common';
import { startOfLocalDay, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import { TimeOffAnswers } from './time-off-answers.service.js';
import { TimeOffJudge } from './time-off-judge.service.js';
import { TimeOffRepository } from './time-off.repository.js';
import { TimeOffTermsRepository, type TimeOffType } from './time-off-terms.repository.js';

export interface DaysAway {
  readonly agentIds: readonly string[];
  /** Code of one of the kinds of time off. */
  readonly kind: string;
  /** Local days of each person, half-open. */
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  /** Told to the people and kept with the absence. */
  readonly reason: string;
}

export type EnteredTimeOffResult =
  | { readonly kind: 'entered'; readonly ids: readonly string[] }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

const invalid = (path: string, message: string) => ({ kind: 'invalid' as const, path, message });

/** Whole days away that a planner enters for people, approved at once; they are told. For other features. */
@Injectable()
export class EnteredTimeOff {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly requests: TimeOffRepository,
    private readonly terms: TimeOffTermsRepository,
    private readonly judging: TimeOffJudge,
    private readonly answers: TimeOffAnswers,
  ) {}

  types(context: RequestContext): Promise<TimeOffType[]> {
    return this.terms.types(context);
  }

  /** All of them or none: somebody unknown, or away already, refuses the whole. */
  async enter(context: RequestContext, order: DaysAway): Promise<EnteredTimeOffResult> {
    return this.database.withTenant(context, async (tx): Promise<EnteredTimeOffResult> => {
      const type = (await this.terms.types(context)).find(({ code }) => code === order.kind);
      if (!type) return invalid('kind', 'there is no such kind of absence');
      const agents = await this.people.byIds(context, order.agentIds);
      const away = order.agentIds.map((id) => agents.get(id));
      const ids: string[] = [];
      for (const agent of away) {
        if (!agent) return invalid('agentIds', 'there is no such agent');
        await this.requests.lockTeam(tx, agent.teamId);
        const span = {
          startAt: startOfLocalDay(order.fromOn, agent.zone),
          endAt: startOfLocalDay(order.untilOn, agent.zone),
        };
        if (await this.requests.overlaps(tx, agent.id, span, null))
          return invalid('agentIds', `${agent.name} is away then already`);
        const judged = await this.judging.judge(tx, context, { agent, type, span, exceptId: null });
        const id = await this.requests.add(tx, {
          ...{ agentId: agent.id, kind: type.code, span, note: order.reason, state: 'requested' },
          ...{ verdict: judged.verdict, decision: judged.reason, paidMinutes: judged.needMinutes },
        });
        const row = (await this.requests.byId(tx, id))!;
        await this.answers.answer(tx, context, { row, state: 'approved', reason: order.reason });
        ids.push(id);
      }
      return { kind: 'entered', ids };
    });
  }

  /** Takes them back; those that are no longer approved stay as they are. */
  async takeBack(context: RequestContext, ids: readonly string[]): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      for (const id of ids) {
        const row = await this.requests.byId(tx, id);
        if (row?.state !== 'approved') continue;
        await this.requests.lockTeam(tx, row.teamId);
        await this.requests.settle(tx, id, { state: 'withdrawn', by: context.userId, reason: null });
        await this.answers.audit(tx, context, { action: 'time-off.withdraw', id, after: { was: row.state } });
        await this.answers.fillPlaces(tx, context, row.teamId);
      }
    });
  }
}
