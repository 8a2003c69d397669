import { coverageOf } from '../evaluation/index.js';
import { shortHourPrice } from '../optimiser/short-hour-price.js';
import { DAYS } from '../optimiser/problem/tour-space.js';
import type { Roster, RosterProblem, Shift } from '../roster/index.js';
import { daysBetween, localDateOf } from '@yotei/time';
import { AgentOptionsSource, type AgentOptions } from './agent-options.js';
import { explainGap, type Whereabouts } from './explain-gap.js';
import { widerTemplates } from './relaxations/template-windows.relaxation.js';
import type { LimitKind, RelaxedLimit } from './relaxations/relaxation.js';
import { shortStretches, type ShortStretch } from './short-stretches.js';
import { WhatIf } from './what-if.js';

/** One limit, let out for one agent. */
export interface LimitGain {
  readonly agentId: string;
  readonly limit: RelaxedLimit;
  /** Agents more on contact work in the deepest slot: 1. */
  readonly agentsGained: number;
  /** Net over the whole roster, breaks placed anew: cost, and the same in short agent-hours. */
  readonly costSaved: number;
  readonly hoursSaved: number;
  /** The agent's shifts with the best week found: what to do when the limit is let out. */
  readonly shifts: readonly Shift[];
}

/** Another week of an agent, within the limits as they are. */
export interface Improvement {
  readonly agentId: string;
  readonly costSaved: number;
  readonly hoursSaved: number;
  readonly shifts: readonly Shift[];
}

/** A limit that stops agents from working in a short slot. */
export interface ShortReason {
  readonly kind: LimitKind;
  readonly ruleId?: string;
  readonly skillId?: string;
  /** Which rule across agents, and as what the planner knows it. */
  readonly settingId?: string;
  readonly title?: string | undefined;
  /** Whom it alone stops, or for whom letting it out would save; whom it would help most first. */
  readonly agentIds: readonly string[];
  /** Letting it out for one agent, where that saves most; null where it would let work then but save nothing. */
  readonly gain: LimitGain | null;
}

export interface ExplainedShortage extends ShortStretch {
  /** Where everybody is at the start of the deepest slot. */
  readonly whereabouts: readonly Whereabouts[];
  /** What would save most first. */
  readonly reasons: readonly ShortReason[];
  /** Agents who may work then but whose work costs more where it would be missing; `leastCost` is the cheapest of them. */
  readonly worthMoreElsewhere: { readonly agentIds: readonly string[]; readonly leastCost: number } | null;
  /** Agents who could work then and save: the roster can be improved as the limits are. */
  readonly improvable: readonly Improvement[];
  /** Agents whom several limits stop at once. */
  readonly severalLimits: readonly string[];
  /** Agents none of whose templates reaches the slot. */
  readonly noTemplate: readonly string[];
  /** Agents who could only be there in a shift that began before the days planned. */
  readonly beforePlan: readonly string[];
}

export interface ShortagesQuery {
  /** Only stretches that hold this; all without it. */
  readonly only?: (stretch: ShortStretch) => boolean;
  /** At most so many, the dearest; all without it. */
  readonly most?: number;
}

/** A saving of less than a quarter of an hour's shortage of a tenth of an agent is not named. */
const LEAST_SAVING_HOURS = 0.025;

/**
 * Why queues are short: for each stretch of short slots, what stops whom from working in the deepest slot, and what letting
 * each limit out by one unit for one agent would save in the whole roster. Gains are computed, not estimated: the agent's
 * exact best week under the changed limit against everybody else's shifts as they stand (`docs/methods/roster-explanation.md`).
 */
export function explainShortages(
  problem: RosterProblem,
  roster: Roster,
  query: ShortagesQuery = {},
): ExplainedShortage[] {
  const coverage = coverageOf(problem, roster);
  const stretches = shortStretches(problem, coverage)
    .filter((stretch) => query.only?.(stretch) ?? true)
    .slice(0, query.most);
  if (stretches.length === 0) return [];
  const hourPrice = shortHourPrice(problem);
  const leastSaving = hourPrice * LEAST_SAVING_HOURS;
  const whatIf = new WhatIf(problem, roster);
  const source = new AgentOptionsSource(whatIf, widerTemplates(problem), leastSaving);
  return stretches.map((stretch) => {
    const { queueId, deepest } = stretch;
    const { whereabouts } = explainGap(problem, roster, { queueId, at: deepest.startAt, coverage })!;
    const serving = new Set(whereabouts.find(({ kind }) => kind === 'contact')?.agentIds);
    const options = problem.agents.flatMap((agent, index) => {
      if (serving.has(agent.id)) return [];
      const week = Math.floor(daysBetween(problem.startsOn, localDateOf(deepest.startAt, agent.zone)) / DAYS);
      return week < 0 || week >= problem.weeks ? [] : [source.of(index, week, deepest, stretch.skillId)];
    });
    return { ...stretch, whereabouts, ...summed({ problem, options, leastSaving, hourPrice }, stretch.skillId) };
  });
}

interface Found {
  readonly problem: RosterProblem;
  readonly options: readonly AgentOptions[];
  readonly leastSaving: number;
  readonly hourPrice: number;
}

function summed({ problem, options, leastSaving, hourPrice }: Found, skillId: string) {
  const idOf = (agent: number) => problem.agents[agent]!.id;
  const capable = options.filter(({ agent }) => problem.agents[agent]!.skillIds.includes(skillId));
  const may = capable.filter(({ presentCost }) => presentCost !== null);
  const elsewhere = may.filter(({ presentCost }) => presentCost! > -leastSaving);
  const stopped = capable.filter(({ presentCost, outcomes }) => presentCost === null && outcomes.length === 0);
  return {
    reasons: reasonsOf(options, { idOf, leastSaving, hourPrice }),
    worthMoreElsewhere:
      elsewhere.length === 0
        ? null
        : {
            agentIds: elsewhere.map(({ agent }) => idOf(agent)),
            leastCost: Math.max(0, Math.min(...elsewhere.map(({ presentCost }) => presentCost!))),
          },
    improvable: may
      .filter(({ presentCost }) => presentCost! <= -leastSaving)
      .map(({ agent, presentCost, presentShifts: shifts }) => ({
        agentId: idOf(agent),
        costSaved: -presentCost!,
        hoursSaved: -presentCost! / hourPrice,
        shifts,
      }))
      .sort((a, b) => b.costSaved - a.costSaved),
    severalLimits: stopped.filter(({ reach }) => reach === 'planned-day').map(({ agent }) => idOf(agent)),
    noTemplate: stopped.filter(({ reach }) => reach === 'none').map(({ agent }) => idOf(agent)),
    beforePlan: stopped.filter(({ reach }) => reach === 'day-before').map(({ agent }) => idOf(agent)),
  };
}

interface Scale {
  readonly idOf: (agent: number) => string;
  readonly leastSaving: number;
  readonly hourPrice: number;
}

/** What a limit is told by: limits of the same names are one reason. */
function namesOf(limit: RelaxedLimit): Pick<ShortReason, 'kind' | 'ruleId' | 'skillId' | 'settingId' | 'title'> {
  const { kind } = limit;
  if (kind === 'rule') return { kind, ruleId: limit.ruleId };
  if (kind === 'skill') return { kind, skillId: limit.skillId };
  if (kind !== 'team-rule') return { kind };
  return { kind, settingId: limit.settingId, ruleId: limit.ruleId, title: limit.title };
}

function reasonsOf(options: readonly AgentOptions[], { idOf, leastSaving, hourPrice }: Scale): ShortReason[] {
  const groups = new Map<string, LimitGain[]>();
  for (const { agent, outcomes } of options) {
    const best = new Map<string, LimitGain>();
    for (const { limit, costSaved, shifts } of outcomes) {
      const key = JSON.stringify(namesOf(limit));
      // The least letting out comes first and stays unless a further one saves visibly more.
      if (costSaved <= (best.get(key)?.costSaved ?? Number.NEGATIVE_INFINITY) + leastSaving) continue;
      const agentId = idOf(agent);
      best.set(key, { agentId, limit, agentsGained: 1, costSaved, hoursSaved: costSaved / hourPrice, shifts });
    }
    for (const [key, gain] of best) groups.set(key, [...(groups.get(key) ?? []), gain]);
  }
  return [...groups.values()]
    .map((gains) => gains.sort((a, b) => b.costSaved - a.costSaved))
    .map((gains): ShortReason => {
      const { limit, costSaved } = gains[0]!;
      return {
        ...namesOf(limit),
        agentIds: gains.map(({ agentId }) => agentId),
        gain: costSaved >= leastSaving ? gains[0]! : null,
      };
    })
    .sort((a, b) => (b.gain?.costSaved ?? 0) - (a.gain?.costSaved ?? 0) || b.agentIds.length - a.agentIds.length);
}
