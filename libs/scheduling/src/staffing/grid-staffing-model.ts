import type { AnsweredInTime, BacklogItem, DeferredEffect, UncertainVolume, VolumeSafety } from './deferred/index.js';
import type { StaffedFor } from './plan/staffing-plan.js';
import type { LocalisedText, ServiceGoal } from './staffing-model.js';

/** What arrives over a whole grid: for work that waits from one interval to the next. */
export interface GridLoad {
  readonly intervalSeconds: number;
  /** Contacts of each interval; NaN = none known. They may arrive while the queue is closed. */
  readonly contacts: ArrayLike<number>;
  readonly averageHandleSeconds: ArrayLike<number>;
  /** Falsy = closed: nobody works. */
  readonly open: ArrayLike<number | boolean>;
  /** Contacts already waiting; absent = see `start`. */
  readonly openingBacklog?: readonly BacklogItem[];
  /**
   * Without an opening backlog: `empty` begins with nothing waiting; `running` (default) as if the same grid had gone
   * before, so that Monday has Friday's mail.
   */
  readonly start?: 'empty' | 'running';
  /** What is due after the grid: planned as if the same grid followed (`running`, default), left over, or done by the end. */
  readonly end?: 'running' | 'carry' | 'clear';
  /** Agents of each interval that cost nothing, such as the idle time of inbound agents. */
  readonly freeAgents?: ArrayLike<number>;
  readonly safety?: VolumeSafety;
  /** How unsure the contacts are, and what of that is staffed for; absent = by `safety` alone, and no chances. */
  readonly uncertainty?: UncertainVolume & { readonly staffedFor: StaffedFor };
}

/** One value for each interval of the grid. */
export interface GridStaffing {
  /** Agents that suffice when the same number works in all open intervals. Fractions allowed. */
  readonly levelAgents: number;
  /** Least agents, fractions allowed; 0 where closed. */
  readonly profileAgents: Float64Array;
  readonly requiredAgents: Float64Array;
  /** Work done in each interval, in agents handling at a time. */
  readonly doneErlangs: Float64Array;
  readonly occupancy: Float64Array;
  /** Share of the contacts that arrive in the interval and keep the promise; NaN where none arrive or none is judged. */
  readonly inTimeFraction: Float64Array;
  /** Contacts waiting at the end of the interval, and how long the oldest of them has waited. */
  readonly backlogContacts: Float64Array;
  readonly oldestAgeHours: Float64Array;
  /** 1 where no opening hour lies before the contacts' due time, so that their promise is broken whatever is staffed. */
  readonly unkeepable: Uint8Array;
  /** What is left at the end, as the opening backlog of the grid that follows. */
  readonly carriedOut: readonly BacklogItem[];
  /** How sure these agents are, where the load says how unsure it is. */
  readonly risk: AnsweredInTime | null;
}

/** What waits from one interval to the next, and the agents that work it off. */
export type GridBacklog = Pick<
  GridStaffing,
  'levelAgents' | 'profileAgents' | 'backlogContacts' | 'oldestAgeHours' | 'carriedOut'
>;

/** The goals a grid model judges, by name. */
export type GridGoalMeasure = 'answered-within-hours' | 'occupancy';

/** A staffing model that needs the whole grid at once: one file `models/<id>.model.ts`, one line in `catalogue.ts`. */
export interface GridStaffingModel {
  readonly scope: 'grid';
  /** Permanent, kebab-case: it is stored. */
  readonly id: string;
  readonly title: LocalisedText;
  readonly source: string;
  readonly assumptions: readonly LocalisedText[];
  readonly judges: readonly GridGoalMeasure[];
  /** Throws where the goal lacks what the model needs, and for mistakes in the load. */
  staff(load: GridLoad, goal: ServiceGoal): GridStaffing;
  /** What these agents would give, with so many more at all open hours of the grid or fewer (negative). */
  effects(load: GridLoad, goal: ServiceGoal, mores: readonly number[]): readonly DeferredEffect[];
}
