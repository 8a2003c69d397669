import type {
  AdherenceDay,
  AdherenceSettings,
  AdheringActivityType,
  Conformance,
  StateEvent,
} from '@yotei/scheduling/adherence';

const SECOND = 1000;

interface Moment {
  readonly label: string;
  readonly activity: string | null;
  readonly serving: boolean;
}

export interface OracleAnswer {
  readonly adherenceFraction: number | null;
  readonly conformance: Conformance;
  /** One letter a second: i in, o out, u unscheduled, ? unknown, g ignored, e explained. */
  readonly letters: string;
}

const SERVING = ['available', 'handling', 'after-contact'];
const RESTING = ['on-break', 'at-lunch', 'away'];

/** What a type's defaults are, written out a second time. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  contact: SERVING,
  break: RESTING,
  lunch: [...RESTING, 'offline'],
  training: ['in-training'],
};

/**
 * Adherence told second by second, without intervals, cuts or running totals: slow, and with nothing in common with the
 * library but the definitions. Every instant of the input must lie on a whole second.
 */
export function adherenceOracle(
  day: AdherenceDay,
  of: {
    readonly settings: AdherenceSettings;
    readonly types: readonly AdheringActivityType[];
    readonly events: readonly StateEvent[];
    readonly now: number;
  },
): OracleAnswer {
  const moments: Moment[] = [];
  let owed = 0;
  for (let at = day.startAt; at < Math.min(day.endAt, of.now); at += SECOND) {
    const seen = secondAt(day, of, { at, owed });
    owed += seen.owes;
    moments.push(seen.moment);
  }
  return answerOf(moments, of.settings);
}

function secondAt(
  day: AdherenceDay,
  of: Parameters<typeof adherenceOracle>[1],
  { at, owed }: { readonly at: number; readonly owed: number },
): { readonly moment: Moment; readonly owes: number } {
  const within = (one: { startAt: number; endAt: number }) => at >= one.startAt && at < one.endAt;
  const past = of.events.filter((event) => event.at <= at);
  const latest = Math.max(...past.map((event) => event.at));
  const event = past.filter((one) => one.at === latest).at(-1);
  const state = event?.state ?? 'unknown';
  const word = state === 'unknown' ? undefined : event?.sourceState;
  const planned = day.activities.find(within)?.activityTypeId ?? null;
  const type = of.types.find(({ id }) => id === planned);
  const expected = type && type.id !== 'absence' ? type : undefined;
  const serving = SERVING.includes(state);
  const told = (label: string, owes = 0) => ({ moment: { label, activity: expected?.id ?? null, serving }, owes });
  const { settings } = of;
  if (planned && settings.ignoredActivityTypeIds.includes(planned)) return told('g');
  if (settings.ignoredStates.includes(state) || (word && settings.ignoredStates.includes(word))) return told('g');
  if (state === 'unknown') return told('?');
  if (!expected) return told('u');
  const isFree = expected.id === 'break' || expected.id === 'lunch';
  const earns = isFree && serving ? 1 : 0;
  if (KEPT[expected.id]!.includes(state)) return told('i', earns);
  if ((day.excuses ?? []).some(within)) return told('e', earns);
  if (serving && !expected.contactWork) return told('e', earns);
  // In the first seconds of a shift: no activity ran into the one with which it began.
  for (let back = 0; back < settings.bootSeconds; back += 1) {
    const then = at - back * SECOND;
    const starts = day.activities.some(({ startAt }) => startAt === then);
    if (starts && !day.activities.some(({ endAt }) => endAt === then)) return told('e', earns);
  }
  for (const known of day.knownPlans ?? []) {
    const was = known.activities.find(within)?.activityTypeId;
    if (within(known) && (!was || was === 'absence' || KEPT[was]!.includes(state))) return told('e', earns);
  }
  if (expected.contactWork && RESTING.includes(state) && owed > 0) return told('e', -1);
  return told('o', earns);
}

function answerOf(moments: readonly Moment[], settings: AdherenceSettings): OracleAnswer {
  const letters = moments
    .map(({ label }) => label)
    .join('')
    .replace(/o+/g, (run) => (run.length <= settings.graceSeconds ? 'i'.repeat(run.length) : run));
  const count = (wanted: string) => [...letters].filter((letter) => wanted.includes(letter)).length;
  const outside = moments.filter(({ label, serving }) => label === 'u' && serving).length;
  const scheduled = count('ioe') + (settings.countsOutsideShift ? outside : 0);
  const judged = moments.filter(({ label }) => 'ioeu'.includes(label));
  const worked = judged.filter(({ serving }) => serving).length;
  const asked = judged.filter(({ activity }) => activity === 'contact').length;
  return {
    letters,
    adherenceFraction: scheduled === 0 ? null : 1 - count('o') / scheduled,
    conformance:
      asked > 0
        ? { kind: 'fraction', fraction: worked / asked }
        : worked > 0
          ? { kind: 'infinite' }
          : { kind: 'undefined' },
  };
}
