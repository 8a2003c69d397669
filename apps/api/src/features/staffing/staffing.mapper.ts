import {
  directorSentence,
  FORMULA_SYMBOLS,
  formulaInNumbers,
  formulaInSymbols,
  planModel,
  symbolsOf,
  type ShownFormula,
  type StaffingCurve as LibraryCurve,
  type PlanModel,
} from '@yotei/scheduling/staffing';
import { NotFound, type LocalText } from '../../platform/graphql/shared.graphql-types.js';
import { planTypeOf, queueOf } from '../demand/index.js';
import type { ComparedModel } from './compared-models.js';
import type { Explanation } from './explanation.service.js';
import type {
  ExplanationStep,
  ModelComparison,
  RequirementExplanation,
  StaffingCurve,
  StaffingFormula,
} from './explanation.graphql-types.js';
import type { OpenedSeries, RequirementPicture } from './requirement.service.js';
import {
  InvalidStaffingSettings,
  StaffingSettingsChanged,
  StaffingSettingsSaved,
  type QueueRequirement,
  type RequirementView,
  type SaveStaffingSettingsResult,
  type StaffingModel,
} from './staffing.graphql-types.js';
import type { SavedSettings } from './staffing-settings.service.js';

function queueRequirementOf(series: OpenedSeries): QueueRequirement {
  const { grid, days, week, stale, input } = series;
  return {
    queue: queueOf(series.queue),
    plan: planTypeOf(input.plan),
    modelTitle: { ...planModel(input.plan.modelId)!.title },
    startAt: grid.startAt,
    stepMinutes: grid.stepMinutes,
    contacts: series.contacts,
    averageHandleSeconds: series.handleSeconds,
    loadErlangs: series.loadErlangs,
    requiredAgents: series.requiredAgents,
    shrinkageFraction: series.shrinkage,
    agentsToRoster: series.agentsToRoster,
    serviceLevelFraction: series.serviceLevel,
    occupancyFraction: series.occupancy,
    rateCv: series.rateCv,
    chanceToMeet: series.chanceToMeet,
    notes: series.notes,
    days: [...days],
    week,
    stale: [...stale],
  };
}

export function requirementViewOf({ head, queues }: RequirementPicture): RequirementView {
  const { id, version, createdAt, fromOn, days, forecastId } = head;
  return { requirement: { id, version, createdAt, fromOn, days, forecastId }, queues: queues.map(queueRequirementOf) };
}

export function staffingModelOf(model: PlanModel): StaffingModel {
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

const numbers = (values: ArrayLike<number>): (number | null)[] =>
  Array.from(values, (value) => (Number.isFinite(value) ? value : null));

function curveOf(curve: LibraryCurve): StaffingCurve {
  return {
    agents: [...curve.agents],
    serviceLevelFraction: numbers(curve.serviceLevelFraction),
    asaSeconds: numbers(curve.asaSeconds),
    occupancyFraction: numbers(curve.occupancyFraction),
    abandonmentFraction: numbers(curve.abandonmentFraction),
    blockingFraction: numbers(curve.blockingFraction),
    chanceFraction: numbers(curve.chanceFraction),
    met: Array.from(curve.met, Boolean),
    answerIndex: curve.marks.answer,
  };
}

const inBoth = (textIn: (language: 'en' | 'ja') => string): LocalText => ({ en: textIn('en'), ja: textIn('ja') });

function formulaOf(formula: ShownFormula): StaffingFormula {
  return {
    id: formula.id,
    symbols: formulaInSymbols(formula),
    numbers: inBoth((language) => formulaInNumbers(formula, language)),
    meanings: symbolsOf(formula).map((symbol) => ({ symbol, text: { ...FORMULA_SYMBOLS[symbol] } })),
  };
}

export function explanationOf(found: Explanation): RequirementExplanation {
  const { plan, staffing, requirement } = found;
  const model = planModel(plan.modelId)!;
  return {
    queue: queueOf(found.queue),
    startAt: found.startAt,
    endAt: found.endAt,
    plan: planTypeOf(plan),
    modelTitle: { ...model.title },
    requiredAgents: staffing.requiredAgents,
    agentsToRoster: staffing.agentsToRoster,
    steps: staffing.steps.map(({ id, ...values }) => ({ id, values: plain(values) as ExplanationStep['values'] })),
    formulas: staffing.formulas.map(formulaOf),
    curve: staffing.curve && curveOf(staffing.curve),
    sentence: inBoth((language) => directorSentence(staffing.sentence, language)),
    models: found.models.map(comparisonOf),
    source: model.source,
    inputHash: requirement.inputHash,
    codeVersion: requirement.codeVersion,
  };
}

export function savedSettingsOf(saved: SavedSettings): typeof SaveStaffingSettingsResult {
  switch (saved.kind) {
    case 'not-found':
      return NotFound.of('queue');
    case 'saved':
      return Object.assign(new StaffingSettingsSaved(), { queue: queueOf(saved.queue) });
    case 'changed-meanwhile':
      return Object.assign(new StaffingSettingsChanged(), {
        message: 'somebody else saved these settings first',
        queue: queueOf(saved.queue),
      });
    case 'invalid': {
      const { path, message } = saved.fault;
      return Object.assign(new InvalidStaffingSettings(), { path, message: message.en, text: { ...message } });
    }
  }
}
