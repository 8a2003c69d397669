import { Injectable } from '@nestjs/common';
import {
  chanceToMeetOf,
  explainGridInterval,
  explainStaffing,
  gridStaffingModel,
  ShrinkageClock,
  type AppliedShrinkage,
  type StaffingExplanation,
  type StaffingLoad,
  type StaffingPlan,
} from '@yotei/scheduling/staffing';
import { localDateOf, MINUTE_MILLIS, type Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { QueueDirectory, type QueueRecord } from '../demand/index.js';
import { explainedGrid } from './explained-grid.js';
import { compareModels, type ComparedModel } from './compared-models.js';
import { RequirementRepository, type RequirementDay, type StoredRequirement } from './requirements.repository.js';
import { loadOfPlan } from './stored-plan.js';

export interface Explanation {
  readonly queue: QueueRecord;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly plan: StaffingPlan;
  readonly staffing: StaffingExplanation;
  readonly models: readonly ComparedModel[];
  readonly requirement: StoredRequirement;
}

/** One interval of a stored day with all that its agents were computed from. */
interface StoredInterval {
  readonly startAt: Instant;
  readonly minutes: number;
  readonly contacts: number;
  /** What the model was given, also what was still in hand from before. */
  readonly loadContacts: number;
  readonly handleSeconds: number;
  readonly requiredAgents: number | null;
  readonly agentsToRoster: number | null;
  readonly rateCv: number | null;
  /** For models of whole grids: the work done in it. */
  readonly doneErlangs: number;
}

/** Opens one number of a stored requirement back to the inputs it was computed from. */
@Injectable()
export class ExplanationService {
  constructor(
    private readonly queues: QueueDirectory,
    private readonly requirements: RequirementRepository,
  ) {}

  /** Null when there is no such queue or no figure at that instant. */
  async explain(context: RequestContext, queueId: string, at: Instant): Promise<Explanation | null> {
    const queue = await this.queues.byId(context, queueId);
    if (!queue) return null;
    const on = localDateOf(at, queue.zone);
    const days = await this.requirements.days(context, { fromOn: on, days: 1 });
    const day = days.find((candidate) => candidate.queueId === queueId);
    const requirement = day && (await this.requirements.head(context, day.requirementId));
    const input = requirement?.inputs[queueId];
    const plan = input?.plan;
    const interval = day && intervalOf(day, at);
    if (!requirement || !input || !plan || !interval) return null;
    const load = loadOfPlan(plan, { ...interval, contacts: interval.loadContacts });
    const { zone } = queue;
    const grid = gridStaffingModel(plan.modelId)
      ? explainedGrid(input, await this.requirements.daysOf(context, requirement.id, queueId), {
          startAt: interval.startAt,
          zone,
          weeks: requirement.weeks[queueId] ?? [],
        })
      : {};
    return {
      queue,
      requirement,
      plan,
      startAt: interval.startAt,
      endAt: interval.startAt + interval.minutes * MINUTE_MILLIS,
      staffing: explained(plan, interval, { load, zone, grid }),
      models: gridStaffingModel(plan.modelId) ? [] : compareModels(load, plan.goal),
    };
  }
}

function intervalOf(day: RequirementDay, at: Instant): StoredInterval | null {
  const index = Math.floor((at - day.startAt) / (day.stepMinutes * MINUTE_MILLIS));
  const contacts = day.contacts[index];
  const handleSeconds = day.handleSeconds[index] ?? null;
  if (contacts === null || contacts === undefined || (contacts > 0 && handleSeconds === null)) return null;
  return {
    startAt: day.startAt + index * day.stepMinutes * MINUTE_MILLIS,
    minutes: day.stepMinutes,
    contacts,
    loadContacts: day.loadContacts?.[index] ?? contacts,
    handleSeconds: handleSeconds ?? 0,
    requiredAgents: day.requiredAgents[index] ?? null,
    agentsToRoster: day.agentsToRoster[index] ?? null,
    rateCv: day.rateCv?.[index] ?? null,
    doneErlangs: day.loadErlangs?.[index] ?? 0,
  };
}

function explained(
  plan: StaffingPlan,
  interval: StoredInterval,
  { load, zone, grid }: { load: StaffingLoad; zone: string; grid: ReturnType<typeof explainedGrid> },
): StaffingExplanation {
  const { minutes, contacts, handleSeconds, loadContacts, requiredAgents, agentsToRoster, rateCv } = interval;
  const intervalSeconds = minutes * 60;
  const shrinkage = shrinkageAt(plan, interval, zone);
  const known = { plan, contacts, intervalSeconds, averageHandleSeconds: handleSeconds, shrinkage };
  if (gridStaffingModel(plan.modelId)) {
    const { doneErlangs } = interval;
    const found = { requiredAgents: requiredAgents ?? Number.NaN, agentsToRoster: agentsToRoster ?? Number.NaN };
    return explainGridInterval({ ...known, ...found, ...grid, doneErlangs });
  }
  return explainStaffing({
    ...known,
    staffedErlangs: (loadContacts * handleSeconds) / intervalSeconds,
    requiredAgents: requiredAgents ?? undefined,
    agentsToRoster: agentsToRoster ?? undefined,
    chanceOf: rateCv === null ? undefined : (agents) => chanceToMeetOf(plan, { load, rateCv }, agents),
  });
}

/** The unplanned causes that strike in the interval, each by itself. */
function shrinkageAt(plan: StaffingPlan, interval: StoredInterval, zone: string): readonly AppliedShrinkage[] {
  return (plan.shrinkage ?? [])
    .filter(({ planned }) => !planned)
    .map((reason) => ({
      id: reason.id,
      fraction: new ShrinkageClock([reason], zone).fractionAt(interval.startAt, interval.minutes),
    }))
    .filter(({ fraction }) => fraction > 0);
}
