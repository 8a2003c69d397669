import { addDays, type Instant, type LocalDate } from '@yotei/time';
import type {
  MoneySettings,
  Preference,
  RuleParameters,
  Shift,
  StabilityBase,
  StabilitySettings,
} from '../roster/index.js';
import { unsocialWeekCost, type UnsocialPrices } from './fairness.js';
import type { PayTerms } from './money.js';
import { dayChangeCost } from './stability.js';
import type { ContactCost } from './contact-cost.js';
import type { ShiftFacts } from './shift-facts.js';
import { unsocialKindsOf } from './unsocial.js';
import type { WellbeingTerm, WellbeingView } from './wellbeing/wellbeing-term.js';
import { isAgainst, isMissedBy } from './wishes.js';

/** Costs of an agent's plan beyond preferred rules, cost units; `wishes` are part of the preferences. */
export interface TermCosts {
  wishes: number;
  fairness: number;
  wellbeing: number;
  stability: number;
  money: number;
}

export const noCosts = (): TermCosts => ({ wishes: 0, fairness: 0, wellbeing: 0, stability: 0, money: 0 });
export const sumOfCosts = (costs: TermCosts): number =>
  costs.wishes + costs.fairness + costs.wellbeing + costs.stability + costs.money;

/** A shift and its paid minutes: what a day's cost looks at. */
export interface DayShift {
  readonly facts: ShiftFacts;
  readonly paidMinutes: number;
}

/** A fixed price when the agent's next shift starts before `beforeAt` of the shift. */
export interface FollowUp {
  readonly termId: string;
  readonly price: number;
  readonly beforeAt: (shift: ShiftFacts) => Instant;
}

export interface ActiveTerm {
  readonly term: WellbeingTerm;
  readonly weight: number;
  readonly parameters: RuleParameters;
}

/** What the terms of one agent are made of. */
export interface AgentTermsInput {
  readonly startsOn: LocalDate;
  readonly wishes: readonly Preference[];
  readonly holidays: ReadonlySet<LocalDate>;
  readonly unsocial: UnsocialPrices;
  readonly wellbeing: readonly ActiveTerm[];
  readonly view: WellbeingView;
  readonly stability: { readonly settings: StabilitySettings; readonly base: StabilityBase } | null;
  /** The agent's shifts of the earlier roster by day of the horizon. */
  readonly baseByDay: ReadonlyMap<number, readonly Shift[]>;
  readonly contactCosts: readonly ContactCost[];
  readonly pay: PayTerms | null;
  readonly money: MoneySettings | undefined;
}

/**
 * Cost of one agent's plan: a sum over the days of the horizon, over pairs of shifts that follow each other, over the
 * planning weeks and over slots of contact work. Every part is of a form the tour programme holds exactly.
 */
export class AgentTerms {
  readonly followUps: readonly FollowUp[];
  /** Contact work that costs something by where it lies. */
  readonly contactCosts: readonly ContactCost[];

  /** Cost of each day off of the plan that stands alone between two days worked. */
  readonly loneOffCost: number;
  /** See {@link unsocialWeekCost}. */
  readonly unsocialCost: ((turns: number) => number) | null;

  private readonly pricesHours: boolean;
  private readonly wantsWork: boolean;

  constructor(private readonly input: AgentTermsInput) {
    this.unsocialCost = unsocialWeekCost(input.unsocial);
    this.pricesHours = Object.keys(input.unsocial).length > 0;
    this.wantsWork = input.wishes.some(({ kind }) => kind === 'day-on' || kind === 'template-on');
    this.loneOffCost = input.wishes
      .filter(({ kind }) => kind === 'days-off-together')
      .reduce((sum, { weight }) => sum + weight + (input.unsocial['denied-wish'] ?? 0), 0);
    const { wellbeing, view } = input;
    this.followUps = wellbeing.flatMap(({ term, weight, parameters }) =>
      term.nextStartFrom && weight > 0
        ? [{ termId: term.id, price: weight, beforeAt: (shift) => term.nextStartFrom!(shift, parameters) }]
        : [],
    );
    this.contactCosts = [
      ...input.contactCosts,
      ...wellbeing.flatMap(({ term, weight, parameters }) =>
        (term.contactLoad?.(view, parameters) ?? []).map((load): ContactCost => ({
          ...load,
          part: 'wellbeing',
          perQuarter: load.perQuarter * weight,
        })),
      ),
    ];
  }

  /** Adds the cost of working exactly these shifts on a day of the horizon (0 = its first); none is a day off. */
  addDay(day: number, shifts: readonly DayShift[], costs: TermCosts): void {
    for (const shift of shifts) this.addShift(shift, costs);
    const { stability, baseByDay, wishes, startsOn } = this.input;
    if (this.wantsWork) {
      const on = addDays(startsOn, day);
      const worked = shifts.map(({ facts }) => facts);
      for (const wish of wishes) if (isMissedBy(wish, on, worked)) this.deny(wish, costs);
    }
    if (!stability) return;
    const { settings, base } = stability;
    const after = shifts.map(({ facts }) => facts);
    costs.stability += dayChangeCost(baseByDay.get(day) ?? [], after, settings, base.decidedAt);
  }

  /** Whether days without a shift can cost something. */
  get pricesDaysOff(): boolean {
    return this.input.stability !== null || this.wantsWork;
  }

  /** Cost of one shift wherever its day lies, changes against the earlier roster left aside. */
  addShift({ facts, paidMinutes }: DayShift, costs: TermCosts): void {
    const { wishes, unsocial, holidays, wellbeing, view, pay, money } = this.input;
    for (const wish of wishes) if (isAgainst(wish, facts)) this.deny(wish, costs);
    if (this.pricesHours) for (const kind of unsocialKindsOf(facts, holidays)) costs.fairness += unsocial[kind] ?? 0;
    for (const { term, weight, parameters } of wellbeing)
      costs.wellbeing += weight * (term.shiftLoad?.(facts, view, parameters) ?? 0);
    if (pay) costs.money += pay.ofShift(facts, paidMinutes) * money!.unitsPerCurrency;
  }

  /** Overtime premium of one planning week by the paid minutes of its shifts; null when there is none. */
  get weekCost(): ((paidMinutes: number) => number) | null {
    const { pay, money } = this.input;
    return pay?.hasOvertimePremium ? (minutes) => pay.overtimeOf(minutes) * money!.unitsPerCurrency : null;
  }

  /** Unsocial turns of a shift: its kinds that cost something. */
  unsocialTurns(facts: ShiftFacts): number {
    const { unsocial, holidays } = this.input;
    return this.pricesHours ? unsocialKindsOf(facts, holidays).filter((kind) => (unsocial[kind] ?? 0) > 0).length : 0;
  }

  /** Adds what days off that stand alone cost. */
  addLoneDaysOff(alone: number, costs: TermCosts): void {
    for (const wish of this.input.wishes)
      if (wish.kind === 'days-off-together') for (let day = 0; day < alone; day++) this.deny(wish, costs);
  }

  private deny(wish: Preference, costs: TermCosts): void {
    costs.wishes += wish.weight;
    costs.fairness += this.input.unsocial['denied-wish'] ?? 0;
  }
}
