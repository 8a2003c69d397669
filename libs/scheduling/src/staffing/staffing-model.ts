/** What arrives in one interval and how long it takes. */
export interface StaffingLoad {
  /** Contacts offered in the interval, 0 or more, fractions allowed. */
  readonly contacts: number;
  readonly intervalSeconds: number;
  /** Talk, hold and after-contact work per contact. */
  readonly averageHandleSeconds: number;
  /** Mean patience (total queue time / abandonments, see docs/methods/erlang-a.md). Infinity = nobody leaves. */
  readonly patienceSeconds?: number;
  /**
   * Most contacts one agent handles at once; default 1. Read by the model `chat` alone: the others handle one contact
   * at a time. `averageHandleSeconds` is then the length of a chat that an agent handles alone.
   */
  readonly concurrency?: number;
  /** How much longer each contact lasts for every further one held at the same time; default 0. For chat. */
  readonly slowdownFraction?: number;
  /** Most contacts in the system, waiting or handled; absent = no limit. For finite lines. */
  readonly lines?: number;
  /** Share of the attempts not served that try again, 0..1; default 0. For finite lines. */
  readonly redialFraction?: number;
}

/**
 * How abandoned contacts enter the service level; T = `answerWithinSeconds`, "short" = abandoned within T.
 * They are the SL3, SL1, SL2, SL4 and SL5 of the method page, in that order.
 */
export const SERVICE_LEVEL_VARIANTS = [
  'answered-of-offered',
  'answered-or-abandoned-of-offered',
  'answered-of-answered',
  'answered-of-offered-less-short-abandons',
  'answered-or-abandoned-in-5s-of-offered',
] as const;
export type ServiceLevelVariant = (typeof SERVICE_LEVEL_VARIANTS)[number];

/** All goals given must hold. At least one must be given, except to a model that has a goal of its own. */
export interface ServiceGoal {
  /** Share answered within `answerWithinSeconds`, 0..1. */
  readonly serviceLevelFraction?: number;
  readonly answerWithinSeconds?: number;
  /** Default `answered-of-offered`. */
  readonly serviceLevelVariant?: ServiceLevelVariant;
  /** Mean wait of the answered contacts. */
  readonly asaSeconds?: number;
  readonly maxOccupancyFraction?: number;
  /** Of the contacts let in: those turned away at once are the matter of `maxBlockingFraction`. */
  readonly maxAbandonmentFraction?: number;
  /** Contacts turned away at once, for models with lost contacts. */
  readonly maxBlockingFraction?: number;
  /** Deferred work: done within so many hours of its arrival, by `answerWithinClock` ... */
  readonly answerWithinHours?: number;
  /** ... for this share of the contacts, 0..1; default 1. */
  readonly answeredWithinHoursFraction?: number;
  /** Whether those hours count while the queue is open (default) or by the clock on the wall. */
  readonly answerWithinClock?: 'business' | 'elapsed';
}

/** The goals of {@link ServiceGoal} by name, as models, explanations and notes speak of them. */
export type GoalMeasure = 'service-level' | 'asa' | 'occupancy' | 'abandonment' | 'blocking';

/** The ways in which a contact can be lost. */
export type Loss = 'abandonment' | 'blocking';

/** What becomes of contacts that try again: the other measures of the state are those of one attempt. */
export interface RedialMeasures {
  /** First attempts and redials, each second. */
  readonly attemptsPerSecond: number;
  readonly attemptsPerContact: number;
  /** Share of the attempts that are answered. */
  readonly answeredAttemptFraction: number;
  /** Share of the contacts that are answered in the end, at the first or a later attempt. */
  readonly answeredContactFraction: number;
}

/** How agents who handle several contacts at once are loaded; three figures that must not be mixed up. */
export interface ConcurrencyMeasures {
  /** Contacts being handled at a time, by all agents. */
  readonly meanActiveContacts: number;
  readonly contactsPerAgent: number;
  /** Share of the time an agent has at least one contact; near 1 long before the slots are full. */
  readonly busyAgentFraction: number;
  /** Contacts being handled / most that could be. */
  readonly slotOccupancyFraction: number;
}

/** The steady state of one load with one number of agents. NaN: the model says nothing about it. */
export interface SteadyState {
  /** False: work grows without end (waitProbability 1, service level 0, ASA and queue Infinity, occupancy 1). */
  readonly stable: boolean;
  readonly waitProbability: number;
  /** Share of offered contacts that leave while waiting. */
  readonly abandonmentFraction: number;
  /** Share of offered contacts turned away on arrival. */
  readonly blockingFraction: number;
  /** Carried load / agents; in the model `chat` contacts handled / most that could be. */
  readonly occupancyFraction: number;
  readonly meanQueueLength: number;
  /** A wait equal to `answerWithinSeconds` counts as answered in time. */
  serviceLevelFraction(answerWithinSeconds: number, variant: ServiceLevelVariant): number;
  /** Mean wait of the answered contacts. */
  asaSeconds(): number;
  // Measures that only models with a queue of waiting contacts have; absent where the model says nothing.
  /** Share of offered contacts that are in the queue for longer than so many seconds, whatever their end. */
  waitBeyondFraction?(seconds: number): number;
  /** Share of offered contacts that leave the queue within so many seconds. */
  abandonedWithinFraction?(seconds: number): number;
  /** Mean time in the queue of all contacts that are let in. */
  meanWaitSeconds?(): number;
  /** Mean time in the queue of those who leave; 0 where nobody does. */
  abandonedWaitSeconds?(): number;
  /** Where contacts try again. */
  readonly redials?: RedialMeasures;
  /** Where an agent handles several at once. */
  concurrency?(): ConcurrencyMeasures;
}

export interface LocalisedText {
  readonly en: string;
  readonly ja: string;
}

/** A field of {@link StaffingLoad} beyond contacts, interval and handle time that a model reads. */
export interface StaffingModelParameter {
  readonly key: 'patienceSeconds' | 'concurrency' | 'slowdownFraction' | 'lines' | 'redialFraction';
  readonly title: LocalisedText;
  readonly unit: 'seconds' | 'contacts' | 'lines' | 'fraction';
  readonly min: number;
  readonly max: number;
  /** What a form starts with; null = left empty. */
  readonly default: number | null;
  /** Whether the model refuses a load without it. */
  readonly required: boolean;
}

/** A number of agents and what they give, which is worked out only where it is read. */
export interface LeastAgents {
  readonly agents: number;
  readonly state: SteadyState;
}

/** A staffing model of the catalogue: one file `<id>.model.ts`, one line in `catalogue.ts`. */
export interface StaffingModel {
  /** Permanent, kebab-case: it is stored. */
  readonly id: string;
  readonly title: LocalisedText;
  readonly source: string;
  readonly assumptions: readonly LocalisedText[];
  readonly parameters: readonly StaffingModelParameter[];
  /** The goals it can judge; others are not looked at. */
  readonly judges: readonly GoalMeasure[];
  /** A goal that always applies, so that a caller need not give one. */
  readonly ownGoal?: ServiceGoal;
  /** How contacts of this load can be lost; absent = none ever is. A limit on the other losses holds by itself. */
  losses?(load: StaffingLoad): readonly Loss[];
  /**
   * Whether more agents can turn more contacts away under this load: where lines are finite, who is being handled
   * holds a line longer than who gives up. Absent = never.
   */
  uneven?(load: StaffingLoad): boolean;
  /** Whether the load holds what this model is made for (lines, several at once); absent = any load. */
  suits?(load: Partial<StaffingLoad>): boolean;
  /** The least agents for which a positive load has a steady state. */
  leastStableAgents(load: StaffingLoad): number;
  /** A guess from which the search starts; only its speed depends on it. */
  likelyAgents(load: StaffingLoad, goal: ServiceGoal): number;
  /**
   * A shorter way to the least agents for the goals it knows, with what they give; null = search. For loads and goals
   * already found sound; it must find what the search finds.
   */
  leastAgents?(load: StaffingLoad, goal: ServiceGoal): LeastAgents | null;
  /** The measures, for any whole agents ≥ 0 and any load ≥ 0 that {@link StaffingLoad} allows. */
  performance(load: StaffingLoad, agents: number): SteadyState;
}
