import type { Grid, Instant, Interval, LocalDate, ZoneId } from '@yotei/time';
import type { ActivityType, RuleParameters, Shift, UnsocialKind } from '../roster/index.js';
import type { RuleParameterSpec } from '../rules/index.js';

/** What a person's contact work is expected to be like, slot by slot. One value a slot; NaN where nothing is known. */
export interface WorkLoad {
  readonly grid: Grid;
  /** Share of contact work spent with customers, 0..1. */
  readonly occupancy: Float64Array;
  /** Mean handle time of the contacts expected, seconds. */
  readonly handleSeconds: Float64Array;
  /** Share of the handling that belongs to hard contacts (complaints, abuse), 0..1. */
  readonly hardShare: Float64Array;
  /** Minutes kept free for recovery by minute of handling; absent: none are, or nothing is known. */
  readonly recoveryShare?: Float64Array;
}

/** When a shift was first told to its agent. */
export interface ShiftNotice {
  readonly shiftStartAt: Instant;
  readonly toldAt: Instant;
}

/** A change or cancellation of a published shift. */
export interface ShiftChange {
  readonly shiftStartAt: Instant;
  readonly changedAt: Instant;
}

/** Unsocial shifts of one person in the period; hard minutes where they are known. */
export interface PeerCounts {
  readonly agentId: string;
  readonly shiftCount: number;
  readonly counts: Readonly<Record<UnsocialKind, number>>;
  readonly hardMinutes?: number;
}

/** Everything measures may look at of one person. */
export interface PersonView {
  readonly agentId: string;
  readonly zone: ZoneId;
  /** Measured are the shifts that start in it. */
  readonly period: Interval;
  /** Before, in and after the period, by start. */
  readonly shifts: readonly Shift[];
  /** First instant from which `shifts` is complete: what lies before is missing, not free. */
  readonly historyFromAt: Instant;
  readonly activityTypes: ReadonlyMap<string, ActivityType>;
  readonly holidays?: ReadonlySet<LocalDate>;
  /** Absent: nothing is known of how busy it will be. */
  readonly load?: WorkLoad;
  /** Absent: nobody recorded when shifts were told. */
  readonly notices?: readonly ShiftNotice[];
  readonly changes?: readonly ShiftChange[];
  /** Everybody of the same contract, the person among them. */
  readonly peers?: readonly PeerCounts[];
}

/** A stretch that the value comes from. */
export interface MeasurePart extends Interval {
  /** In the unit of the measure's parts. */
  readonly amount: number;
}

export type MeasureAnswer =
  | {
      readonly kind: 'measured';
      readonly value: number;
      readonly parts: readonly MeasurePart[];
      /** Figures beside the value, by name, such as `consecutiveNights`. */
      readonly also?: Readonly<Record<string, number>>;
    }
  /** No shift in the period: nothing to measure. */
  | { readonly kind: 'no-work' }
  | { readonly kind: 'cannot-judge'; readonly reason: MissingGround };

/** What a measure would have to know: its own answer, never a zero. */
export type MissingGround =
  'history-missing' | 'load-unknown' | 'notice-unknown' | 'changes-unknown' | 'difficulty-unknown' | 'too-few-peers';

export type MeasureUnit = 'minutes' | 'seconds' | 'hours' | 'days' | 'count' | 'share';

/**
 * A wellbeing measure of the plan: one file `<id>.measure.ts`, one line in the catalogue. The load is 0 up to the
 * parameter `ok` and 1 from `bad` on (or the other way round where little is bad); it is a planning load, not a medical
 * measure.
 */
export interface WellbeingMeasure {
  /** Permanent, kebab-case: it is stored. */
  readonly id: string;
  /** W1 to W12 of the design. */
  readonly code: string;
  readonly title: { readonly en: string; readonly ja: string };
  /** One plain sentence: what the value says. */
  readonly meaning: { readonly en: string; readonly ja: string };
  readonly unit: MeasureUnit;
  readonly partUnit: MeasureUnit;
  /** Where the thresholds come from, and how sure that is. */
  readonly evidence: string;
  /** `ok` and `bad` among them. */
  readonly parameters: readonly RuleParameterSpec[];
  /** Days before the period it needs to see. */
  readonly lookBackDays: number;
  readonly measure: (view: PersonView, p: RuleParameters) => MeasureAnswer;
}

/** The thresholds of a measure as parameters. */
export function thresholds(
  ok: number,
  bad: number,
  { unit, max }: { readonly unit: RuleParameterSpec['unit']; readonly max: number },
): readonly [RuleParameterSpec, RuleParameterSpec] {
  return [
    { key: 'ok', title: 'No load up to here', unit, min: 0, max, default: ok },
    { key: 'bad', title: 'Full load from here', unit, min: 0, max, default: bad },
  ];
}
