import type { StaffingModel as LibraryModel } from '@yotei/scheduling/staffing';
import { queueOf } from '../demand/index.js';
import type { ComparedModel, Explanation } from './explanation.service.js';
import type { QueueRequirementSeries } from './requirement-series.js';
import type { RequirementPicture } from './requirement.service.js';
import type {
  ExplanationStep,
  ModelComparison,
  QueueRequirement,
  RequirementExplanation,
  RequirementView,
  StaffingModel,
} from './staffing.graphql-types.js';

function queueRequirementOf(series: QueueRequirementSeries): QueueRequirement {
  const { grid } = series;
  return {
    queue: queueOf(series.queue),
    modelId: series.queue.modelId,
    startAt: grid.startAt,
    stepMinutes: grid.stepMinutes,
    contacts: series.contacts,
    averageHandleSeconds: series.handleSeconds,
    requiredAgents: series.requiredAgents,
    agentsToRoster: series.agentsToRoster,
    serviceLevelFraction: series.serviceLevel,
    occupancyFraction: series.occupancy,
    notes: series.notes,
  };
}

export function requirementViewOf({ head, queues }: RequirementPicture): RequirementView {
  const { id, version, createdAt, fromOn, days, forecastId } = head;
  return { requirement: { id, version, createdAt, fromOn, days, forecastId }, queues: queues.map(queueRequirementOf) };
}

export function staffingModelOf(model: LibraryModel): StaffingModel {
  return {
    id: model.id,
    title: { ...model.title },
    source: model.source,
    assumptions: {
      en: model.assumptions.map(({ en }) => en).join(' '),
      ja: model.assumptions.map(({ ja }) => ja).join(''),
    },
  };
}

function comparisonOf({ model, ...figures }: ComparedModel): ModelComparison {
  return { modelId: model.id, title: { ...model.title }, ...figures };
}

/** JSON has no infinity: figures that are none become null. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
  return value;
}

const FORMULAS: Readonly<Record<string, string>> = {
  load: 'load = contacts × averageHandleSeconds ÷ intervalSeconds',
  shrinkage: 'agentsBeforeRounding = requiredAgents ÷ (1 − shrinkageFraction)',
};

export function explanationOf(found: Explanation): RequirementExplanation {
  const modelSource =
    found.models.find(({ model }) => model.id === found.requirement.inputs[found.queue.id]?.modelId)?.model.source ??
    null;
  const steps = found.steps.map(({ id, ...values }): ExplanationStep => ({
    id,
    values: plain(values) as ExplanationStep['values'],
    formula: FORMULAS[id] ?? null,
    source: id === 'model' ? modelSource : null,
  }));
  return {
    queue: queueOf(found.queue),
    startAt: found.startAt,
    endAt: found.endAt,
    requiredAgents: found.requiredAgents,
    agentsToRoster: found.agentsToRoster,
    steps,
    models: found.models.map(comparisonOf),
    inputHash: found.requirement.inputHash,
    codeVersion: found.requirement.codeVersion,
  };
}
