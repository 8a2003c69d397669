import { Injectable } from '@nestjs/common';
import {
  explainRequirement,
  missingParameters,
  performanceOf,
  requiredAgents,
  STAFFING_MODELS,
  type ExplanationStep,
  type ServiceGoal,
  type StaffingLoad,
  type StaffingModel,
} from '@yotei/scheduling/staffing';
import { localDateOf, MINUTE_MILLIS, type Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { QueueDirectory, type QueueRecord } from '../demand/index.js';
import { RequirementRepository, type RequirementDay, type StoredRequirement } from './requirements.repository.js';

export interface ComparedModel {
  readonly model: StaffingModel;
  readonly requiredAgents: number | null;
  readonly serviceLevelFraction: number | null;
  readonly asaSeconds: number | null;
  readonly occupancyFraction: number | null;
  readonly abandonmentFraction: number | null;
  readonly note: string | null;
}

export interface Explanation {
  readonly queue: QueueRecord;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly requiredAgents: number;
  readonly agentsToRoster: number;
  readonly steps: readonly ExplanationStep[];
  readonly models: readonly ComparedModel[];
  readonly requirement: StoredRequirement;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** What a model makes of the load: its own least agents, and what those would give. */
function compared(model: StaffingModel, load: StaffingLoad, goal: ServiceGoal): ComparedModel {
  const unanswered = (note: string): ComparedModel => ({
    model,
    requiredAgents: null,
    serviceLevelFraction: null,
    asaSeconds: null,
    occupancyFraction: null,
    abandonmentFraction: null,
    note,
  });
  if (missingParameters(model, load).length > 0) return unanswered('needs-patience');
  const judged = model.judges.some((measure) => goalNames[measure].some((name) => goal[name] !== undefined));
  if (!judged && !model.ownGoal) return unanswered('goal-not-judged');
  const answer = requiredAgents(model.id, load, goal);
  if (answer.kind !== 'staffed') return unanswered(answer.kind);
  const performance = performanceOf(model.id, load, answer.agents, goal);
  return {
    model,
    requiredAgents: answer.agents,
    note: null,
    serviceLevelFraction: finite(performance.serviceLevelFraction),
    asaSeconds: finite(performance.asaSeconds),
    occupancyFraction: finite(performance.occupancyFraction),
    abandonmentFraction: finite(performance.abandonmentFraction),
  };
}

const goalNames: Readonly<Record<StaffingModel['judges'][number], readonly (keyof ServiceGoal)[]>> = {
  'service-level': ['serviceLevelFraction'],
  asa: ['asaSeconds'],
  occupancy: ['maxOccupancyFraction'],
  abandonment: ['maxAbandonmentFraction'],
  blocking: ['maxBlockingFraction'],
};

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
    if (!day || !requirement || !input) return null;
    const index = Math.floor((at - day.startAt) / (day.stepMinutes * MINUTE_MILLIS));
    const load = loadOf(day, index, input);
    if (!load) return null;
    const goal = input.goal as ServiceGoal;
    return {
      queue,
      requirement,
      startAt: day.startAt + index * day.stepMinutes * MINUTE_MILLIS,
      endAt: day.startAt + (index + 1) * day.stepMinutes * MINUTE_MILLIS,
      requiredAgents: day.requiredAgents[index] ?? 0,
      agentsToRoster: day.agentsToRoster[index] ?? 0,
      steps: explainRequirement({ modelId: input.modelId, load, goal, shrinkageFraction: input.shrinkageFraction }),
      models: STAFFING_MODELS.filter((model) => model.id === input.modelId || (model.suits?.(load) ?? true)).map(
        (model) => compared(model, load, goal),
      ),
    };
  }
}

function loadOf(
  day: RequirementDay,
  index: number,
  input: { patienceSeconds: number | null; concurrency: number },
): StaffingLoad | null {
  const contacts = day.contacts[index];
  if (contacts === null || contacts === undefined) return null;
  if (contacts > 0 && (day.handleSeconds[index] ?? null) === null) return null;
  return {
    contacts,
    intervalSeconds: day.stepMinutes * 60,
    averageHandleSeconds: day.handleSeconds[index] ?? 0,
    patienceSeconds: input.patienceSeconds ?? undefined,
    concurrency: input.concurrency,
  };
}
