import type { Instant, ZoneId } from '@yotei/time';
import type { ExplanationStep, JudgedGoal } from './explain-requirement.js';
import type { StaffingPerformance } from '../performance.js';
import type { StaffingLoad } from '../staffing-model.js';
import type { LoadMethod, StaffedFor, StaffingPlan } from '../plan/staffing-plan.js';
import type { DirectorClause } from './director-sentence.js';
import type { ShownFormula } from './shown-formula.js';
import type { StaffingCurve } from './staffing-curve.js';

/** A reason of shrinkage that applies in the interval, and its share of the paid time. */
export interface AppliedShrinkage {
  readonly id: string;
  readonly fraction: number;
}

export interface ExplainStaffingInput {
  readonly plan: StaffingPlan;
  /** The interval as forecast. */
  readonly contacts: number;
  readonly intervalSeconds: number;
  readonly averageHandleSeconds: number;
  /**
   * What the load method made of it, in erlangs: `loadContacts` of the requirement × handle time / interval. Absent =
   * the interval's own load.
   */
  readonly staffedErlangs?: number;
  /** What the requirement says; absent = computed from the plan and `rateCv`. */
  readonly requiredAgents?: number;
  /** Relative standard deviation of the arrival rate; NaN or absent = not known, and no chances are given. */
  readonly rateCv?: number;
  /** Chance that so many agents meet the goals, where it comes from elsewhere than `rateCv`. */
  readonly chanceOf?: (agents: number) => number;
  /** When the interval starts, by whose clock: for the reasons of shrinkage that apply then. Absent = all of them. */
  readonly at?: { readonly startAt: Instant; readonly zone: ZoneId };
  /** The unplanned reasons that apply, where they come from elsewhere than the plan. */
  readonly shrinkage?: readonly AppliedShrinkage[];
  /** What the requirement says where its rounding is another; absent = rounded up. */
  readonly agentsToRoster?: number;
  /** On contact work by the roster, before shrinkage. */
  readonly scheduledAgents?: number;
}

/** What one number of agents gives, beside the answer. */
export interface AgentEffect {
  readonly agents: number;
  readonly performance: StaffingPerformance;
  readonly goals: readonly JudgedGoal[];
  /** Null where no distribution of the forecast is known. */
  readonly chanceFraction: number | null;
}

/** "Why this many?" of one interval: everything a screen, a command or a director needs, without words of its own. */
export interface StaffingExplanation {
  readonly modelId: string;
  /** Null when no number of agents reaches the goals. */
  readonly requiredAgents: number | null;
  readonly agentsToRoster: number | null;
  readonly load: StaffingLoad;
  readonly steps: readonly StaffingStep[];
  readonly formulas: readonly ShownFormula[];
  /** Null where there is nothing to draw: no contacts. */
  readonly curve: StaffingCurve | null;
  /** The answer and its neighbours; null without an answer or without contacts. */
  readonly effects: { readonly fewer: AgentEffect; readonly answer: AgentEffect; readonly more: AgentEffect } | null;
  /** See directorSentence. */
  readonly sentence: readonly DirectorClause[];
}

/** The steps of `explainRequirement` and those of a whole plan. */
export type StaffingStep =
  | ExplanationStep
  | {
      readonly id: 'load-method';
      readonly method: LoadMethod;
      readonly ownErlangs: number;
      readonly staffedErlangs: number;
    }
  | {
      readonly id: 'uncertain-load';
      readonly staffedFor: StaffedFor;
      readonly pointAgents: number;
      readonly agents: number;
      readonly chanceFraction: number | null;
      readonly pointChanceFraction: number | null;
    }
  | {
      /** Work that can wait: what is done in the interval and by when, of the grid staffed as a whole. */
      readonly id: 'deferred';
      readonly doneErlangs: number;
      readonly agents: number;
      readonly withinHours: number;
      readonly keptFraction: number;
      readonly clock: 'business' | 'elapsed';
    }
  | {
      /** What the whole grid gives with these agents, and with one fewer and one more at all open hours. */
      readonly id: 'deferred-effects';
      readonly inTimeFraction: number;
      readonly fewerInTimeFraction: number;
      readonly moreInTimeFraction: number;
      readonly targetFraction: number;
    }
  | {
      /** How sure that is: of the contacts of the interval, of its day and its week, and what comes to be on average. */
      readonly id: 'deferred-chance';
      readonly staffedFor: StaffedFor;
      readonly chanceFraction: number | null;
      readonly dayChanceFraction: number | null;
      readonly weekChanceFraction: number | null;
      /** The week's, with one agent fewer at all open hours. */
      readonly fewerWeekChanceFraction: number | null;
      readonly expectedFraction: number | null;
    }
  | {
      /** Agents kept free for recovery after hard contacts, on top of those on contacts. */
      readonly id: 'recovery';
      readonly hardContacts: number;
      readonly minutesPerHardContact: number;
      /** Agents wanted with them, unrounded. */
      readonly agentsAfter: number;
    }
  | {
      readonly id: 'shrinkage-reason';
      readonly reasonId: string;
      readonly fraction: number;
      /** Agents wanted once this reason and those before it are made up for, unrounded. */
      readonly agentsAfter: number;
    }
  | {
      readonly id: 'scheduled';
      readonly scheduledAgents: number;
      readonly staffingGap: number;
      /** Of those scheduled, how many are there on average once shrinkage has struck, rounded down. */
      readonly presentAgents: number;
    };
