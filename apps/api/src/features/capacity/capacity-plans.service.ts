import { Injectable } from '@nestjs/common';
import { capacityFaults, type CapacityFault, type CapacityPlan } from '@yotei/scheduling/capacity';
import { weekdayOf, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import type { JobEntity } from '../../platform/jobs/job.entity.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { RecordsRepository } from '../rosters/index.js';
import { CapacityBaseService } from './capacity-base.service.js';
import {
  CapacityPlansRepository,
  type CapacityPlanHead,
  type CapacityPlanRecord,
  type ProposalRecord,
} from './capacity-plans.repository.js';
import type { HiringJobInput } from './hiring.job.js';

export type SavedCapacityPlan =
  | { readonly kind: 'saved'; readonly plan: CapacityPlanRecord }
  | { readonly kind: 'changed-meanwhile'; readonly plan: CapacityPlanRecord }
  | { readonly kind: 'faulty'; readonly faults: readonly CapacityFault[] }
  | { readonly kind: 'nothing-forecast' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

export interface NewPlanOrder {
  readonly title: string;
  readonly weeks: number;
  /** A Monday; null = the next one. */
  readonly firstOn: LocalDate | null;
  /** Null = out of what the centre has. */
  readonly copyOfId: string | null;
}

export type StartedProposal =
  | { readonly kind: 'started'; readonly job: JobEntity }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

const MOST_WEEKS = 160;
const MOST_TITLE = 120;
const MOST_SECONDS = 120;

/** Capacity plans of the organisation. */
@Injectable()
export class CapacityPlansService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly plans: CapacityPlansRepository,
    private readonly base: CapacityBaseService,
    private readonly records: RecordsRepository,
    private readonly jobs: JobQueue,
  ) {}

  heads(context: RequestContext): Promise<CapacityPlanHead[]> {
    return this.plans.heads(context);
  }

  byId(context: RequestContext, id: string): Promise<CapacityPlanRecord | null> {
    return this.plans.byId(context, id);
  }

  proposals(context: RequestContext, planId: string): Promise<ProposalRecord[]> {
    return this.plans.proposals(context, planId);
  }

  /** A plan out of what the centre has, or a copy of another. */
  async create(context: RequestContext, order: NewPlanOrder): Promise<SavedCapacityPlan> {
    const title = order.title.trim();
    if (!isTitle(title)) return TITLE_FAULT;
    if (!(order.weeks >= 1 && order.weeks <= MOST_WEEKS))
      return { kind: 'invalid', path: 'weeks', message: `weeks must lie in 1..${MOST_WEEKS}` };
    if (order.firstOn && weekdayOf(order.firstOn) !== 1)
      return { kind: 'invalid', path: 'firstOn', message: 'weeks start on Mondays; give a Monday' };
    return this.database.withTenant(context, async (tx): Promise<SavedCapacityPlan> => {
      const from = order.copyOfId ? await this.plans.byId(context, order.copyOfId) : null;
      if (order.copyOfId && !from) return { kind: 'not-found' };
      const made = from ? { kind: 'built' as const, ...from } : await this.base.build(context, order);
      if (made.kind === 'nothing-forecast') return made;
      const { plan, notes } = made;
      const id = await this.plans.insert(tx, { title, plan, notes, createdBy: context.userId });
      await this.audit(context, { action: 'capacity.create', id, after: { title } });
      return { kind: 'saved', plan: (await this.plans.byId(context, id))! };
    });
  }

  async save(
    context: RequestContext,
    order: { readonly id: string; readonly version: number; readonly title: string; readonly plan: CapacityPlan },
  ): Promise<SavedCapacityPlan> {
    const title = order.title.trim();
    if (!isTitle(title)) return TITLE_FAULT;
    const faults = capacityFaults(order.plan);
    if (faults.length > 0) return { kind: 'faulty', faults };
    return this.database.withTenant(context, async (tx): Promise<SavedCapacityPlan> => {
      const before = await this.plans.byId(context, order.id);
      if (!before) return { kind: 'not-found' };
      const { notes } = before;
      const saved = await this.plans.save(tx, { ...order, title, notes, createdBy: context.userId });
      const plan = (await this.plans.byId(context, order.id))!;
      if (!saved) return { kind: 'changed-meanwhile', plan };
      await this.audit(context, {
        ...{ action: 'capacity.save', id: order.id },
        before: { title: before.title, version: before.version },
        after: { title, version: plan.version },
      });
      return { kind: 'saved', plan };
    });
  }

  /** Puts a plan aside, or brings it back. */
  async setArchived(context: RequestContext, id: string, archived: boolean): Promise<SavedCapacityPlan> {
    return this.database.withTenant(context, async (tx): Promise<SavedCapacityPlan> => {
      if (!(await this.plans.setArchived(tx, id, archived))) return { kind: 'not-found' };
      await this.audit(context, { action: archived ? 'capacity.archive' : 'capacity.restore', id });
      return { kind: 'saved', plan: (await this.plans.byId(context, id))! };
    });
  }

  /** Lets the optimiser propose classes for the plan as it stands in its newest version. */
  async propose(
    context: RequestContext,
    order: { readonly planId: string; readonly keep: boolean; readonly seconds: number },
  ): Promise<StartedProposal> {
    if (!(order.seconds >= 1 && order.seconds <= MOST_SECONDS))
      return { kind: 'invalid', path: 'seconds', message: `seconds must lie in 1..${MOST_SECONDS}` };
    return this.database.withTenant(context, async (): Promise<StartedProposal> => {
      const plan = await this.plans.byId(context, order.planId);
      if (!plan) return { kind: 'not-found' };
      const input: HiringJobInput = { ...order, planVersion: plan.version };
      return {
        kind: 'started',
        job: await this.jobs.enqueue(context, 'capacity-hiring', input, { subjectId: plan.id }),
      };
    });
  }

  private async audit(
    context: RequestContext,
    { id, ...row }: { action: string; id: string; before?: object; after?: object },
  ): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      this.records.audit(tx, context, { ...row, subjectKind: 'capacity_plans', subjectId: id }),
    );
  }
}

const TITLE_FAULT: SavedCapacityPlan = {
  kind: 'invalid',
  path: 'title',
  message: `title must have 1..${MOST_TITLE} characters`,
};

const isTitle = (title: string): boolean => title.length >= 1 && title.length <= MOST_TITLE;
