import type { Interval } from '@yotei/time';
import type { Shift } from '../roster/index.js';
import { RELAXATIONS } from './relaxations/catalogue.js';
import type { Relaxed, RelaxedLimit, WiderTemplates } from './relaxations/relaxation.js';
import type { TemplateReach } from './template-reach.js';
import type { BestWeek, WeekTrial, WhatIf } from './what-if.js';

/** One limit of one agent let out, for one short slot. */
export interface LimitOutcome {
  readonly limit: RelaxedLimit;
  /** Cost saved over the horizon, against the best week of the agent within the limits as they are. */
  readonly costSaved: number;
  /** All planned shifts of the agent with that week. */
  readonly shifts: readonly Shift[];
}

/** What one agent could do for a short slot. */
export interface AgentOptions {
  readonly agent: number;
  /** Cost of the agent working then, other things as they are; negative saves. Null where no week allows it. */
  readonly presentCost: number | null;
  /** All planned shifts of the agent then; empty where no week allows it. */
  readonly presentShifts: readonly Shift[];
  readonly reach: TemplateReach;
  /** Limits each of which alone, let out, lets the agent work then. Where the agent already may: those that then save. */
  readonly outcomes: readonly LimitOutcome[];
}

interface Known {
  readonly trial: WeekTrial | null;
  /** Cost of the best week under it, not asked to be anywhere. */
  readonly free: number;
}

/** Answers what single agents could do for short slots, remembering what is the same for several slots. */
export class AgentOptionsSource {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly whatIf: WhatIf,
    private readonly wider: WiderTemplates,
    /** Savings below this are not worth a planner's time. */
    private readonly leastSaving: number,
  ) {}

  /** Agents with the skill: every limit. Agents without it: the skill alone. */
  of(agent: number, week: number, slot: Interval, skillId: string): AgentOptions {
    const solo = this.whatIf.solo(agent);
    const place = { agent, week };
    const isCapable = solo.agents[0]!.skillIds.includes(skillId);
    const plain = this.plain(place);
    const present = isCapable && plain.trial ? this.whatIf.best(plain.trial, { presentAt: slot.startAt }) : null;
    const outcomes = RELAXATIONS.filter(({ kind }) => isCapable || kind === 'skill')
      .flatMap((relaxation) => relaxation.relax({ solo, wider: this.wider, slot, skillId }))
      .flatMap((relaxed): LimitOutcome[] => {
        const found = this.withRelaxed({ ...place, slot, plain, mayWork: present !== null }, relaxed);
        return found ? [{ limit: relaxed.limit, costSaved: plain.free - found.costChange, shifts: found.shifts }] : [];
      });
    const reach = this.whatIf.reach(agent, slot.startAt);
    return {
      agent,
      presentCost: present?.costChange ?? null,
      presentShifts: present?.shifts ?? [],
      reach,
      outcomes,
    };
  }

  private withRelaxed(
    at: {
      readonly agent: number;
      readonly week: number;
      readonly slot: Interval;
      readonly plain: Known;
      readonly mayWork: boolean;
    },
    relaxed: Relaxed,
  ): BestWeek | null {
    const known = this.relaxed(at, relaxed, at.plain);
    if (!known.trial) return null;
    const worthAtMost = at.plain.free - known.free;
    if (at.mayWork && worthAtMost < this.leastSaving) return null;
    const found = this.whatIf.best(known.trial, { presentAt: at.slot.startAt });
    if (!found) return null;
    return at.mayWork && at.plain.free - found.costChange < this.leastSaving ? null : found;
  }

  private plain(place: { readonly agent: number; readonly week: number }): Known {
    return this.remember(`${place.agent} ${place.week}`, () => this.whatIf.trial(place.agent, place.week));
  }

  private relaxed(place: { readonly agent: number; readonly week: number }, relaxed: Relaxed, plain: Known): Known {
    return this.remember(`${place.agent} ${place.week} ${relaxed.key}`, () => {
      const skillId = relaxed.limit.kind === 'skill' ? relaxed.limit.skillId : undefined;
      const trial = this.whatIf.trial(place.agent, place.week, relaxed.solo, skillId);
      return plain.trial && sameChoices(plain.trial, trial) ? null : trial;
    });
  }

  private remember(key: string, make: () => WeekTrial | null): Known {
    let known = this.known.get(key);
    if (!known) {
      const trial = make();
      const best = trial && this.whatIf.best(trial);
      // The week as it stands costs 0, also where no week within the limits exists.
      this.known.set(key, (known = { trial, free: Math.min(0, best?.costChange ?? 0) }));
    }
    return known;
  }
}

/** Whether letting the limit out changes nothing for the agent's week. */
function sameChoices(a: WeekTrial, b: WeekTrial): boolean {
  if (a.group !== b.group || a.workshop !== b.workshop || a.solo.teamRules !== b.solo.teamRules) return false;
  const [one, other] = [a.space, b.space];
  if (one.long || other.long) return false;
  if (one.maxRunDays !== other.maxRunDays || one.maxDays !== other.maxDays) return false;
  if (a.boundary.readyMinute !== b.boundary.readyMinute) return false;
  const same = (x: ArrayLike<number>, y: ArrayLike<number>) => {
    if (x.length !== y.length) return false;
    for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return false;
    return true;
  };
  return (
    same(one.startMinute, other.startMinute) &&
    same(one.readyMinute, other.readyMinute) &&
    same(one.pattern, other.pattern) &&
    same(one.pairs.next, other.pairs.next) &&
    same(one.pairs.endCost, other.pairs.endCost) &&
    same(one.runCost ?? [], other.runCost ?? [])
  );
}
