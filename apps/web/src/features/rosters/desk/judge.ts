import { MINUTE_MILLIS } from '@yotei/time';
import { judgeAgent } from '@yotei/scheduling/evaluation';
import {
  DEFAULT_WEIGHTS,
  type RosterProblem,
  type RuleParameters,
  type Seniority,
  type Shift,
} from '@yotei/scheduling/roster';
import { breachMessage, findRule, type Breach } from '@yotei/scheduling/rules';
import {
  instantOf,
  unpackShifts,
  type BoardActivityType,
  type BoardModel,
  type BoardShift,
  type PackedColumns,
} from '../board/index.js';
import type { PlanningData, ScheduleBoardData } from './desk-mapper.js';

/** A breach as the desk shows it. `at` is a board minute. */
export interface DeskBreach {
  readonly ruleId: string;
  readonly level: 'must' | 'prefer';
  readonly agent: number;
  readonly at: number;
  readonly title: { readonly en: string; readonly ja: string };
  readonly message: { readonly en: string; readonly ja: string };
  readonly source: string;
}

/** Judges one agent's shifts by the rules the server uses, in the browser. */
export type Judge = (model: BoardModel, agent: number, shifts: readonly BoardShift[]) => DeskBreach[];

export interface JudgeInput {
  readonly data: ScheduleBoardData;
  readonly planning: PlanningData;
  readonly types: readonly BoardActivityType[];
  readonly startsOn: string;
}

/** A judge over the board's rules, contracts, templates, time off and history. */
export function createJudge(input: JudgeInput): Judge {
  const problem = problemOf(input);
  const titles = new Map(input.types.map((type) => [type.code, type.title]));
  const templates = new Map(input.planning.shiftTemplates.map((template) => [template.id, template.title]));
  return (model, agent, shifts) => {
    const { id } = model.agents[agent]!;
    const { breaches } = judgeAgent(
      problem,
      id,
      shifts.map((shift) => toDomainShift(model, shift)),
    );
    return breaches.map((breach) => toDeskBreach(breach, { model, agent, titles, templates }));
  };
}

interface Naming {
  readonly model: BoardModel;
  readonly agent: number;
  readonly titles: ReadonlyMap<string, { readonly en: string; readonly ja: string }>;
  readonly templates: ReadonlyMap<string, string>;
}

function toDeskBreach(breach: Breach, naming: Naming): DeskBreach {
  const rule = findRule(breach.ruleId)!;
  return {
    ruleId: breach.ruleId,
    level: breach.level,
    agent: naming.agent,
    at: (breach.at - naming.model.startAt) / MINUTE_MILLIS,
    title: rule.title,
    message: {
      en: breachMessage(breach, 'en', wordsOf(naming, 'en')),
      ja: breachMessage(breach, 'ja', wordsOf(naming, 'ja')),
    },
    source: breach.source,
  };
}

/** Titles in place of the ids among a breach's values. */
function wordsOf({ titles, templates }: Naming, language: 'en' | 'ja') {
  return (key: string, value: string): string => {
    if (key === 'activityTypeId') return titles.get(value)?.[language] ?? value;
    return key === 'templateId' ? (templates.get(value) ?? value) : value;
  };
}

/** What naming a shift's parts takes. */
type Names = Pick<BoardModel, 'startAt' | 'activityTypes'> & { readonly agents: readonly { readonly id: string }[] };

/** The domain's shift; activity types go by their permanent code there. */
export function toDomainShift(model: Names, shift: BoardShift): Shift {
  const activities: Shift['activities'][number][] = [];
  for (let k = 0; k < shift.activities.length; k += 3) {
    const [type, start, length] = [shift.activities[k]!, shift.activities[k + 1]!, shift.activities[k + 2]!];
    activities.push({
      activityTypeId: model.activityTypes[type]!.code,
      startAt: instantOf(model, start),
      endAt: instantOf(model, start + length),
    });
  }
  return {
    agentId: model.agents[shift.agent]!.id,
    startAt: instantOf(model, shift.start),
    endAt: instantOf(model, shift.start + shift.length),
    locked: shift.locked,
    activities,
    ...(shift.templateId === null ? {} : { templateId: shift.templateId }),
    ...(shift.agreedForm && shift.templateId === null ? { agreedForm: true } : {}),
  };
}

/** The board's week as the rules see it; without demand and shifts, which the board holds itself. */
export function problemOf({ data, planning, types, startsOn }: JudgeInput): RosterProblem {
  const codeOf = new Map(types.map((type) => [type.id, type.code]));
  return {
    zone: data.schedule.zone,
    startsOn,
    weeks: data.schedule.weeks,
    slotMinutes: data.slotMinutes,
    activityTypes: types.map((type) => ({
      id: type.code,
      title: type.title.en,
      paid: type.paid,
      contactWork: type.contactWork,
    })),
    contracts: planning.contracts,
    templates: planning.shiftTemplates.map(({ weekdays, activities, ...template }) => ({
      ...template,
      ...(weekdays ? { weekdays } : {}),
      activities: activities.map((activity) => ({
        ...activity,
        activityTypeId: codeOf.get(activity.activityTypeId) ?? activity.activityTypeId,
      })),
    })),
    agents: data.agents.map(({ nameReading: _reading, seniority, ...agent }) => ({
      ...agent,
      seniority: seniority as Seniority,
    })),
    demand: [],
    rules: planning.ruleSettings
      .filter(({ ruleId }) => findRule(ruleId))
      .map((setting) => ({
        ruleId: setting.ruleId,
        level: setting.level === 'MUST' ? 'must' : 'prefer',
        parameters: (setting.parameters ?? {}) as RuleParameters,
        ...(setting.weight === null ? {} : { weight: setting.weight }),
        ...(setting.contractIds ? { contractIds: setting.contractIds } : {}),
        ...(setting.siteIds ? { siteIds: setting.siteIds } : {}),
        ...(setting.source ? { source: setting.source } : {}),
      })),
    timeOff: data.timeOff.map((off) => ({ ...off, startAt: Date.parse(off.startAt), endAt: Date.parse(off.endAt) })),
    preferences: [],
    history: historyOf(data, data.history, types),
    historyFromAt: Date.parse(data.historyFromAt),
    fixedShifts: [],
    weights: DEFAULT_WEIGHTS,
  };
}

/** The weeks before, whose minutes count from the board's start too (so they are negative). */
function historyOf(data: ScheduleBoardData, packed: PackedColumns, types: readonly BoardActivityType[]): Shift[] {
  const names: Names = { startAt: Date.parse(data.startAt), agents: data.agents, activityTypes: types };
  return unpackShifts(packed, types, data.agents.length)
    .flat()
    .map((shift) => toDomainShift(names, shift));
}
