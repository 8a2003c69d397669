import type { Instant, LocalDate, ZoneId } from '@yotei/time';
import type { DemoStaffingPlan } from './staffing-plans.js';

/** A text in both languages of the product. */
export interface DemoText {
  readonly en: string;
  readonly ja: string;
}

export interface DemoSite {
  readonly id: string;
  readonly name: string;
  readonly zone: ZoneId;
  /** ISO 3166 code; chooses the public holidays. */
  readonly country: string;
  /** 1 = Monday. */
  readonly weekStart: number;
}

export interface DemoTeam {
  readonly id: string;
  readonly name: string;
  readonly siteId: string;
}

export interface DemoSkill {
  readonly id: string;
  readonly name: string;
}

export type DemoChannel = 'voice' | 'chat' | 'email' | 'social';

/** Wall-clock minutes of a weekday (1 = Monday) in which the queue is open; from = until means closed. */
export interface DemoOpening {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

export interface DemoQueue {
  readonly id: string;
  readonly name: DemoText;
  readonly channel: DemoChannel;
  readonly skillId: string;
  readonly siteId: string;
  readonly intervalMinutes: number;
  readonly opening: readonly DemoOpening[];
  /** Whether the queue stays open on public holidays of its site. */
  readonly openOnHolidays: boolean;
  readonly plan: DemoStaffingPlan;
  /** Share of the handling that is with complaints and other hard contacts. */
  readonly hardFraction: number;
  readonly position: number;
}

export interface DemoActivityType {
  readonly id: string;
  readonly code: string;
  readonly title: DemoText;
  readonly paid: boolean;
  readonly contactWork: boolean;
  /** Name of a colour token of the design. */
  readonly colourToken: string;
  readonly letter: DemoText;
}

export interface DemoTemplate {
  readonly id: string;
  readonly title: string;
  readonly earliestStartMinute: number;
  readonly latestStartMinute: number;
  readonly startStepMinutes: number;
  readonly lengthMinutes: number;
  readonly activities: readonly {
    readonly activityTypeId: string;
    readonly lengthMinutes: number;
    readonly earliestStartMinutes: number;
    readonly latestStartMinutes: number;
    readonly minGapMinutes?: number;
  }[];
  readonly weekdays?: readonly number[];
}

export interface DemoContract {
  readonly id: string;
  readonly title: string;
  readonly weeklyMinutesMin: number;
  readonly weeklyMinutesMax: number;
  readonly daysPerWeekMax: number;
  readonly templateIds: readonly string[];
}

export interface DemoAgent {
  readonly id: string;
  readonly name: string;
  /** Kana reading of a Japanese name, latin letters otherwise. */
  readonly nameReading: string;
  /** The name in latin letters, for the sign-in address. */
  readonly latinName: string;
  readonly siteId: string;
  readonly teamId: string;
  readonly contractId: string;
  readonly zone: ZoneId;
  readonly skillIds: readonly string[];
  readonly seniority: 'entry' | 'senior' | 'lead';
  /** Empty: any time. */
  readonly availability: readonly {
    readonly weekday: number;
    readonly fromMinute: number;
    readonly untilMinute: number;
  }[];
}

export interface DemoRuleSetting {
  readonly ruleId: string;
  readonly level: 'must' | 'prefer';
  readonly parameters: Readonly<Record<string, number>>;
  readonly weight?: number;
  readonly siteIds?: readonly string[];
}

export interface DemoEvent {
  readonly id: string;
  readonly kind: 'holiday' | 'closed' | 'campaign' | 'outage';
  readonly title: string;
  readonly fromOn: LocalDate;
  /** Last day, included. */
  readonly untilOn: LocalDate;
  readonly queueIds: readonly string[];
}

/** History of one queue, one element an open interval, in time order; every array has the same length. */
export interface DemoHistory {
  readonly queueId: string;
  readonly startAt: readonly Instant[];
  readonly offeredCount: readonly number[];
  readonly answeredCount: readonly number[];
  readonly answeredWithinCount: readonly number[];
  readonly abandonedCount: readonly number[];
  /** Sum over the answered contacts. */
  readonly handleSeconds: readonly number[];
}

export interface DemoTimeOff {
  readonly agentId: string;
  readonly fromOn: LocalDate;
  /** Last day, included. */
  readonly untilOn: LocalDate;
  /** Paid minutes credited for each day that counts as a working day. */
  readonly paidMinutesPerDay: number;
  readonly reason: string;
}

export interface DemoPreference {
  readonly agentId: string;
  readonly kind: 'day-off' | 'start-between';
  readonly on?: LocalDate;
  readonly fromMinute?: number;
  readonly untilMinute?: number;
  readonly weight: number;
}

export interface DemoSignIn {
  readonly email: string;
  readonly name: string;
  readonly role: 'admin' | 'planner' | 'manager' | 'supervisor' | 'agent';
  readonly agentId?: string;
}

/** A swap two agents ask for: each gives a shift of the published week on another day. */
export interface DemoSwapWish {
  readonly agentIds: readonly [string, string];
  readonly note: string;
}

/** A whole invented centre as plain data: no storage, no wall clock. */
export interface DemoCentre {
  readonly organisation: { readonly name: string; readonly isDemo: true };
  readonly sites: readonly DemoSite[];
  readonly teams: readonly DemoTeam[];
  readonly skills: readonly DemoSkill[];
  readonly queues: readonly DemoQueue[];
  readonly activityTypes: readonly DemoActivityType[];
  readonly templates: readonly DemoTemplate[];
  readonly contracts: readonly DemoContract[];
  readonly agents: readonly DemoAgent[];
  readonly ruleSettings: readonly DemoRuleSetting[];
  readonly events: readonly DemoEvent[];
  readonly history: readonly DemoHistory[];
  readonly timeOff: readonly DemoTimeOff[];
  readonly preferences: readonly DemoPreference[];
  readonly swapWishes: readonly DemoSwapWish[];
  readonly signIns: readonly DemoSignIn[];
}
