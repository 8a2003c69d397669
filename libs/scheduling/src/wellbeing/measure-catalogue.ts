import type { RuleParameters } from '../roster/index.js';
import { valueOf } from '../rules/index.js';
import { breakDose } from './measures/break-dose.measure.js';
import { breathingTime } from './measures/breathing-time.measure.js';
import { changeLoad } from './measures/change-load.measure.js';
import { continuousContact } from './measures/continuous-contact.measure.js';
import { fairShare } from './measures/fair-share.measure.js';
import { hardContactDose } from './measures/hard-contact-dose.measure.js';
import { nightLoad } from './measures/night-load.measure.js';
import { notice } from './measures/notice.measure.js';
import { occupancyRun } from './measures/occupancy-run.measure.js';
import { quickReturnMeasure } from './measures/quick-return.measure.js';
import { rotationDirection } from './measures/rotation-direction.measure.js';
import { weeklyLoad } from './measures/weekly-load.measure.js';
import type { MeasureAnswer, PersonView, WellbeingMeasure } from './wellbeing-measure.js';

/** Every wellbeing measure, W1 to W12 in order; a new one is a new file and a line here. */
export const WELLBEING_MEASURES: readonly WellbeingMeasure[] = [
  occupancyRun,
  breathingTime,
  continuousContact,
  breakDose,
  quickReturnMeasure,
  nightLoad,
  rotationDirection,
  notice,
  changeLoad,
  weeklyLoad,
  hardContactDose,
  fairShare,
];

/** A centre's own thresholds and weights; what is not named has the catalogue's. */
export type MeasureSettings = Readonly<
  Record<string, { readonly parameters?: RuleParameters; readonly weight?: number }>
>;

/** One measure of a person. `load` is 0 (fine) to 1, null where nothing was measured. */
export interface MeasuredLoad {
  readonly measureId: string;
  readonly answer: MeasureAnswer;
  readonly load: number | null;
}

/** 0 at `ok` or better, 1 at `bad` or worse, linear in between; little may be bad (`bad` below `ok`). */
export function loadOf(value: number, ok: number, bad: number): number {
  if (ok === bad) return value > ok ? 1 : 0;
  return Math.min(1, Math.max(0, (value - ok) / (bad - ok)));
}

/** Every measure of one person, in the order of the catalogue. */
export function measurePerson(view: PersonView, settings: MeasureSettings = {}): MeasuredLoad[] {
  return WELLBEING_MEASURES.map((measure) => {
    const parameters = settings[measure.id]?.parameters ?? {};
    const answer = measure.measure(view, parameters);
    if (answer.kind !== 'measured') return { measureId: measure.id, answer, load: null };
    const limit = (key: 'ok' | 'bad') =>
      valueOf(
        measure.parameters.find((parameter) => parameter.key === key)!,
        parameters,
      );
    return { measureId: measure.id, answer, load: loadOf(answer.value, limit('ok'), limit('bad')) };
  });
}

/** The parts of a load index, largest contribution first. */
export interface LoadIndex {
  /** 0 (no load) to 100. */
  readonly index: number;
  readonly parts: readonly { readonly measureId: string; readonly load: number; readonly points: number }[];
  /** Measures that had no answer and are not in the index. */
  readonly missing: readonly string[];
}

/**
 * The loads of a person in one figure: weighted mean of those measured, times 100. It is a planning load, not a medical
 * measure, and is shown with its parts only. Null when nothing was measured.
 */
export function loadIndex(measured: readonly MeasuredLoad[], settings: MeasureSettings = {}): LoadIndex | null {
  const weightOf = (id: string) => settings[id]?.weight ?? 1;
  const known = measured.filter(({ load, measureId }) => load !== null && weightOf(measureId) > 0);
  const weights = known.reduce((sum, { measureId }) => sum + weightOf(measureId), 0);
  if (weights === 0) return null;
  const parts = known
    .map(({ measureId, load }) => ({
      measureId,
      load: load!,
      points: (100 * weightOf(measureId) * load!) / weights,
    }))
    .sort((a, b) => b.points - a.points);
  return {
    index: parts.reduce((sum, { points }) => sum + points, 0),
    parts,
    missing: measured.filter(({ answer }) => answer.kind === 'cannot-judge').map(({ measureId }) => measureId),
  };
}
