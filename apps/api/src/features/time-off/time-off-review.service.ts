import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { CoverCostService, type CoverCost } from '../rosters/index.js';
import { AgentsService } from '../organisation/agents.service.js';
import { TimeOffAnswers } from './time-off-answers.service.js';
import { TimeOffRepository, type Allowance, type TimeOffRow } from './time-off.repository.js';
import { TimeOffTermsRepository, type TimeOffType } from './time-off-terms.repository.js';

export interface WaitingRequest extends TimeOffRow {
  readonly position: number | null;
  readonly cover: CoverCost;
}

/** What those who decide see and set. */
@Injectable()
export class TimeOffReview {
  constructor(
    private readonly database: TenantDatabase,
    private readonly requests: TimeOffRepository,
    private readonly terms: TimeOffTermsRepository,
    private readonly answers: TimeOffAnswers,
    private readonly covering: CoverCostService,
    private readonly people: AgentsService,
  ) {}

  /** Requests that wait, with what covering their published shifts would cost. */
  async waiting(context: RequestContext): Promise<WaitingRequest[]> {
    return this.database.withTenant(context, async () => {
      const rows = await this.requests.waiting(context);
      const ids = rows.map(({ id }) => id);
      const positions = await this.requests.positions(context, ids);
      const agents = await this.people.byIds(context, [...new Set(rows.map(({ agentId }) => agentId))]);
      const found: WaitingRequest[] = [];
      for (const row of rows) {
        const span = { startAt: row.startAt, endAt: row.endAt };
        const cover = await this.covering.of(context, agents.get(row.agentId)!, span);
        found.push({ ...row, position: positions.get(row.id) ?? null, cover });
      }
      return found;
    });
  }

  /** Null when it no longer waits. A declined request frees nothing: it held no place. */
  async decide(
    context: RequestContext,
    order: { id: string; approve: boolean; reason: string | null },
  ): Promise<TimeOffRow | null> {
    return this.database.withTenant(context, async (tx) => {
      const found = await this.requests.byId(tx, order.id);
      if (!found) return null;
      await this.requests.lockTeam(tx, found.teamId);
      const row = await this.requests.byId(tx, order.id);
      if (row?.state !== 'requested') return null;
      await this.answers.answer(tx, context, {
        row,
        state: order.approve ? 'approved' : 'declined',
        reason: order.reason?.trim() || null,
      });
      return this.requests.byId(tx, order.id);
    });
  }

  types(context: RequestContext): Promise<TimeOffType[]> {
    return this.terms.types(context);
  }

  allowances(context: RequestContext): Promise<Allowance[]> {
    return this.terms.allowances(context);
  }

  /** A kind is put away only once nobody waits for an answer of it; whether it is put away stays as it is when left out. */
  async saveType(
    context: RequestContext,
    change: Omit<TimeOffType, 'archived'> & { readonly archived?: boolean | null },
  ): Promise<{ readonly kind: 'saved' } | { readonly kind: 'in-use'; readonly waitingCount: number }> {
    return this.database.withTenant(context, async (tx) => {
      const before = (await this.terms.types(context)).find(({ code }) => code === change.code);
      const type: TimeOffType = { ...change, archived: change.archived ?? before?.archived ?? false };
      const waitingCount = type.archived
        ? (await this.requests.waiting(context)).filter(({ kind }) => kind === type.code).length
        : 0;
      if (waitingCount > 0) return { kind: 'in-use', waitingCount };
      await this.terms.saveType(context, type);
      await this.answers.audit(tx, context, { action: 'time-off.type', id: type.code, after: type });
      return { kind: 'saved' };
    });
  }

  /** More places may let somebody in who waits. */
  async addAllowance(context: RequestContext, allowance: Omit<Allowance, 'id'>): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      await this.terms.addAllowance(context, allowance);
      await this.answers.audit(tx, context, { action: 'time-off.allowance', id: allowance.fromOn, after: allowance });
    });
  }

  async removeAllowance(context: RequestContext, id: string): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const removed = await this.terms.removeAllowance(context, id);
      if (removed) {
        await this.answers.audit(tx, context, { action: 'time-off.allowance-removed', id, after: null });
        const teams = [...new Set((await this.requests.waiting(context)).map(({ teamId }) => teamId))].sort();
        for (const teamId of teams) {
          await this.requests.lockTeam(tx, teamId);
          await this.answers.fillPlaces(tx, context, teamId);
        }
      }
      return removed;
    });
  }
}
