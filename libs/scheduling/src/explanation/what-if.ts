import { daysBetween, MINUTE_MILLIS, type Instant, type LocalDate } from '@yotei/time';
import type { Roster, RosterProblem, Shift } from '../roster/index.js';
import { findRule } from '../rules/index.js';
import { AGENT_PARTS, agentPart, evaluateAgent } from '../evaluation/index.js';
import { rosterOf } from '../optimiser/explain/roster-of.js';
import {
  agentWeeks,
  preparationBase,
  prepare,
  type PreparationBase,
  type PreparedProblem,
} from '../optimiser/problem/prepare.js';
import { DAYS, type TourSpace } from '../optimiser/problem/tour-space.js';
import { TourProgramme } from '../optimiser/tour/tour-programme.js';
import { emptyTour, type Tour, type TourSize, type WeekBoundary } from '../optimiser/tour/tour.js';
import { heldShifts, soloProblem } from './solo-problem.js';
import { standingCover, type StandingCover } from './standing-cover.js';
import { StandingTeam } from './standing-team.js';
import { templateReach, type TemplateReach } from './template-reach.js';
import { boundaryOf, dayOf } from './week-boundary.js';

/** Worth of presence where it is asked for: far above any cost, small enough to leave cents exact. */
const FORCED_WORTH = 1e7;
/** The templates a trial works with: only a trial that widens them needs others than the problem's. */
export type TemplateSet = Pick<RosterProblem, 'templates'>;

interface Workshop {
  readonly base: PreparationBase;
  readonly prepared: PreparedProblem;
  readonly programme: TourProgramme;
}

/** The choices of one agent's week under the agent's own problem, ready to be asked again and again. */
export interface WeekTrial {
  readonly solo: RosterProblem;
  readonly agent: number;
  readonly group: number;
  /** The week asked for; the whole horizon where rules bind its weeks together. */
  readonly space: TourSpace;
  readonly boundary: WeekBoundary;
  readonly workshop: Workshop;
}

/** One shift of a week's choices. */
export interface OfferedShift {
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** Null for a day whose shifts are given. */
  readonly templateId: string | null;
}

/** What is asked of a trial's best week besides its limits. */
export interface WeekDemand {
  /** The agent is on contact work in the slot that holds this instant. */
  readonly presentAt?: Instant;
  /** Choices that may be taken; all without it. */
  readonly allows?: (shift: OfferedShift) => boolean;
  /** Dates on which a shift must be worked. */
  readonly workOn?: readonly LocalDate[];
}

/** The best week found, against all other shifts as they stand. */
export interface BestWeek {
  /** Cost of the whole with it, rules across agents included, less the cost of the roster as it stands. */
  readonly costChange: number;
  /** Slots of the horizon on contact work. */
  readonly slots: ReadonlySet<number>;
  /** All planned shifts of the agent, this week's exchanged for the best one's. */
  readonly shifts: readonly Shift[];
}

interface GainWithout {
  readonly gain: Float64Array;
  readonly worthOfLeaving: number;
}

interface BestTourInput {
  readonly space: TourSpace;
  /** Padded slot in which the agent must be present, or -1. */
  readonly forced: number;
  readonly gain: Float64Array;
  readonly prices: Float64Array | undefined;
}

/** Asks of one roster what single agents' weeks would be if something were different; nothing is changed by asking. */
export class WhatIf {
  readonly standing: StandingCover;
  private readonly plain: Workshop;
  private readonly workshops = new Map<readonly unknown[], Workshop>();
  private readonly solos = new Map<string, RosterProblem>();
  private readonly gains = new Map<string, GainWithout>();
  private readonly plannedCosts = new Map<string, number>();
  private readonly plannedBy = new Map<string, Shift[]>();
  private readonly teams = new Map<RosterProblem['teamRules'], StandingTeam | null>();

  constructor(
    readonly problem: RosterProblem,
    readonly roster: Roster,
  ) {
    this.plain = this.workshopOf(problem);
    this.standing = standingCover(problem, this.plain.prepared, roster.shifts);
    for (const shift of roster.shifts)
      this.plannedBy.set(shift.agentId, [...(this.plannedBy.get(shift.agentId) ?? []), shift]);
  }

  get horizonStartAt(): Instant {
    return this.plain.prepared.frame.startAt;
  }

  slotAt(at: Instant): number {
    const { startAt, slotMinutes } = this.plain.prepared.frame;
    return Math.floor((at - startAt) / (slotMinutes * 60_000));
  }

  plannedShifts(agent: number): readonly Shift[] {
    return this.plannedBy.get(this.problem.agents[agent]!.id) ?? [];
  }

  /** The agent's own problem as it stands. */
  solo(agent: number): RosterProblem {
    const { id } = this.problem.agents[agent]!;
    let solo = this.solos.get(id);
    if (!solo) this.solos.set(id, (solo = soloProblem(this.problem, id, this.roster)));
    return solo;
  }

  /** Whether a template of the agent's contract reaches the instant. */
  reach(agent: number, at: Instant): TemplateReach {
    return templateReach(this.plain.base, this.solo(agent), at);
  }

  /** The choices of a week under a changed problem of the agent; `skillId` is one more skill the agent then has. */
  trial(agent: number, week: number, solo: RosterProblem = this.solo(agent), skillId?: string): WeekTrial {
    const workshop = this.workshopOf(solo);
    const base = { ...workshop.base, problem: solo, given: heldShifts(solo, { shifts: [] }, solo.agents[0]!.id) };
    const group = this.standing.groupOf(agent, skillId);
    const { spaces, carried } = agentWeeks(base, solo.agents[0]!, { agent: 0, group });
    const space = spaces.find((one) => week >= one.week && (week - one.week) * DAYS < one.days)!;
    const horizonStartAt = workshop.prepared.frame.startAt;
    const shifts = this.plannedShifts(agent);
    const boundary = space.long ? carried : boundaryOf({ solo, carried, shifts, week, horizonStartAt });
    return { solo, agent, group, space, boundary, workshop };
  }

  /** The best week of the trial; null when none keeps its limits, the must rules across agents and what is asked. */
  best(trial: WeekTrial, demand: WeekDemand = {}): BestWeek | null {
    const { frame } = trial.workshop.prepared;
    const planned = this.plannedShifts(trial.agent);
    const leaving = this.leaving(trial, planned);
    const staying = planned.filter((shift) => !leaving.includes(shift));
    const { gain, worthOfLeaving } = this.knownGainWithout(trial, leaving, staying);
    const forced = demand.presentAt === undefined ? -1 : this.slotAt(demand.presentAt) + frame.pad;
    const team = this.teamOf(trial.solo.teamRules);
    const exchange = { agent: trial.agent, leaving };
    const space = narrowed(trial, demand);
    const shared = team?.pricesWithout(exchange, { space, patterns: trial.workshop.prepared.patterns }, gain);
    const tour = emptyTour(tourSizeOf(trial));
    const value = this.bestTour(trial, { space, forced, gain: shared?.gain ?? gain, prices: shared?.prices }, tour);
    if (value === Number.POSITIVE_INFINITY) return null;
    const slots = new Set(tour.slots.subarray(0, tour.slotCount));
    if (forced >= 0 && !slots.has(forced - frame.pad)) return null;
    const coming = shiftsOf(trial, tour);
    const ruled = team?.changeOf(exchange, coming);
    if (ruled?.breaksMust) return null;
    let worth = 0;
    for (const slot of slots) worth += gain[slot + frame.pad]!;
    const shifts = [...staying, ...coming].sort((a, b) => a.startAt - b.startAt);
    const { id } = this.problem.agents[trial.agent]!;
    const ownChange = ownCost(this.problem, id, shifts) - this.plannedCost(id, planned);
    return { costChange: worthOfLeaving - worth + ownChange + (ruled?.cost ?? 0), slots, shifts };
  }

  /** Writes the best tour of the space for that gain into `tour`; its value, or infinity. */
  private bestTour(
    { workshop, boundary }: WeekTrial,
    { space, forced, gain, prices }: BestTourInput,
    tour: Tour,
  ): number {
    const { programme } = workshop;
    const kept = gain[forced];
    if (forced >= 0) gain[forced]! += FORCED_WORTH;
    programme.choicePrices = prices ?? null;
    const value = programme.best(space, gain, boundary, tour);
    programme.choicePrices = null;
    if (forced >= 0) gain[forced] = kept!;
    return value;
  }

  /** The rules across agents of a trial beside the whole roster, made once for the same rules. */
  private teamOf(teamRules: RosterProblem['teamRules']): StandingTeam | null {
    let team = this.teams.get(teamRules);
    if (team === undefined) {
      const problem = { ...this.problem, ...(teamRules && { teamRules }) };
      team = StandingTeam.of(problem, this.plain.prepared.frame, this.roster.shifts);
      this.teams.set(teamRules, team);
    }
    return team;
  }

  /** Shifts that the week's best tour replaces: those of the week that nothing holds. */
  private leaving({ solo, agent, space }: WeekTrial, planned: readonly Shift[]): Shift[] {
    const own = this.problem.agents[agent]!;
    const held = new Set(solo.fixedShifts.map((shift) => shift.startAt));
    const [from, until] = [space.week * DAYS, space.week * DAYS + space.days];
    return planned.filter((shift) => {
      const day = dayOf(this.problem, own, shift);
      return day >= from && day < until && !held.has(shift.startAt);
    });
  }

  private plannedCost(agentId: string, planned: readonly Shift[]): number {
    let cost = this.plannedCosts.get(agentId);
    if (cost === undefined) this.plannedCosts.set(agentId, (cost = ownCost(this.problem, agentId, planned)));
    return cost;
  }

  /** {@link gainWithout}, found once for the same shifts. */
  private knownGainWithout(trial: WeekTrial, leaving: readonly Shift[], staying: readonly Shift[]): GainWithout {
    const key = `${trial.agent} ${trial.group} ${leaving.map(({ startAt }) => startAt).join()}`;
    let known = this.gains.get(key);
    if (!known) this.gains.set(key, (known = this.gainWithout(trial, leaving, staying)));
    return known;
  }

  /**
   * What presence is worth in every padded slot without those shifts, and what they were worth themselves. An agent with
   * one more skill serves with it in the shifts that stay as well.
   */
  private gainWithout({ agent, group }: WeekTrial, leaving: readonly Shift[], staying: readonly Shift[]): GainWithout {
    const { cover, presenceOf, groupOf } = this.standing;
    const old = groupOf(agent);
    const gone = presenceOf(leaving);
    const regrouped = group === old ? [] : presenceOf(staying).filter((each) => each.group === old);
    const before = cover.cost;
    for (const each of gone) cover.remove(each.slot, each.group);
    for (const { slot } of regrouped) {
      cover.remove(slot, old);
      cover.add(slot, group);
    }
    const worthOfLeaving = cover.cost - before;
    const gain = cover.gainOf(group).slice();
    for (const { slot } of regrouped) {
      cover.remove(slot, group);
      cover.add(slot, old);
    }
    for (const each of gone) cover.add(each.slot, each.group);
    return { gain, worthOfLeaving };
  }

  private workshopOf(solo: TemplateSet): Workshop {
    let workshop = this.workshops.get(solo.templates);
    if (!workshop) {
      const bare: RosterProblem = { ...this.problem, templates: solo.templates, agents: [], fixedShifts: [] };
      const base = preparationBase(bare, { find: findRule });
      const prepared = prepare(bare, { find: findRule });
      workshop = { base, prepared, programme: new TourProgramme(prepared.patterns, prepared.programmeSize) };
      this.workshops.set(solo.templates, workshop);
    }
    return workshop;
  }
}

/** What the agent's shifts cost beside staffing. */
function ownCost(problem: RosterProblem, agentId: string, shifts: readonly Shift[]): number {
  const judged = evaluateAgent(problem, agentId, shifts);
  return AGENT_PARTS.reduce((sum, part) => sum + agentPart(judged, part), 0);
}

/** The trial's space with the choices that are not wanted priced out of reach. */
function narrowed({ solo, space, workshop }: WeekTrial, { allows, workOn = [] }: WeekDemand): TourSpace {
  if (!allows && workOn.length === 0) return space;
  const { frame, patterns } = workshop.prepared;
  const cost = space.cost.slice();
  const mustWork = space.mustWork.slice();
  for (const on of workOn) mustWork[daysBetween(solo.startsOn, on) - space.week * DAYS] = 1;
  for (let choice = 0; allows && choice < cost.length; choice++) {
    const template = patterns[space.pattern[choice]!]?.template;
    const startAt = frame.startAt + space.startMinute[choice]! * MINUTE_MILLIS;
    const endAt = startAt + (template?.lengthMinutes ?? 0) * MINUTE_MILLIS;
    if (!allows({ startAt, endAt, templateId: template?.id ?? null })) cost[choice] = Number.POSITIVE_INFINITY;
  }
  return { ...space, cost, mustWork };
}

function tourSizeOf({ space, workshop }: Pick<WeekTrial, 'space' | 'workshop'>): TourSize {
  const { tourSize } = workshop.prepared;
  return { ...tourSize, days: space.days, maxSlots: (tourSize.maxSlots / (tourSize.days ?? DAYS)) * space.days };
}

function shiftsOf({ solo, space, workshop }: WeekTrial, tour: Tour): readonly Shift[] {
  const alone = { spaces: [{ ...space, agent: 0 }], unitFrom: Int32Array.of(0, 1), given: [] };
  const tourSize = tourSizeOf({ space, workshop });
  return rosterOf({ ...workshop.prepared, problem: solo, tourSize, ...alone }, [tour]).shifts;
}
