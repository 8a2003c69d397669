import { epochDay, type LocalDate } from '@yotei/time';
import { medianOf, robustScale } from '../robust-scale.js';
import type { CalendarEvent, CalendarEventKind, EventsByDay } from './calendar-event.js';

/** One past event and what was seen: the change at full strength against the same weekdays around it. */
export interface EventOccurrence {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  /** −0.38 = 38 % fewer contacts than usual. */
  readonly fraction: number;
  /** Days with history that it was seen on. */
  readonly days: number;
}

/** What a name of events does, with its evidence. */
export interface EventEffectEvidence {
  readonly title: string;
  readonly kind: CalendarEventKind;
  readonly source: 'learned' | 'given' | 'no-past-event';
  /** The change the forecast uses at full strength. */
  readonly fraction: number;
  readonly occurrences: readonly EventOccurrence[];
}

export interface EventEffects {
  /** What the contacts of a day are multiplied with for all its events; 1 without any. */
  factorOf(day: number): number;
  readonly evidence: readonly EventEffectEvidence[];
}

interface Doubt {
  /** So many past events of evidence for no more than other events of the kind did. */
  readonly priorOccurrences: number;
  /** An effect below the square root of this in standard errors counts nothing. */
  readonly leastSquaredScore: number;
}

/** One past event counts two thirds, four 89 %; what noise alone could have made fades. */
const ASKED: Doubt = { priorOccurrences: 0.5, leastSquaredScore: 1 };
/** Looked for by nobody: two events count half, and it takes two standard errors to count at all. */
const UNASKED: Doubt = { priorOccurrences: 2, leastSquaredScore: 4 };
/** Same weekdays around an event day that say what is usual, within so many days. */
const ALIKE_DAYS = 6;
const ALIKE_REACH = 70;
/** A day further from its usual than e² counts as that far: an outage inside a campaign teaches nothing. */
const MOST_LOG = 2;
const ROUNDS = 3;

export interface DayTotal {
  readonly day: number;
  readonly weekday: number;
  readonly total: number;
}

const NO_EFFECTS: EventEffects = { factorOf: () => 1, evidence: [] };

/** Strength of an event's effect on a day of it: 1 on the first, fading where it decays. */
function strengthOn({ fromOn, effect }: CalendarEvent, day: number): number {
  const ramp = effect?.ramp;
  return ramp?.kind === 'decay' ? Math.pow(2, -(day - epochDay(fromOn)) / ramp.halfLifeDays) : 1;
}

const nameOf = ({ kind, title }: CalendarEvent): string => `${kind} ${title.trim().toLocaleLowerCase('en')}`;

/**
 * Effects of events that have one of their own (`event.effect`), from the day totals before the origin. A past event is
 * seen as the mean log ratio of its days to the median of up to six same weekdays without events around it. Per name the
 * past events are averaged, drawn to what other names of the kind did (nothing, for `other`) by half an event of
 * evidence, and shrunk by James and Stein's factor where the days' own noise could have made them. Overlapping events
 * are told apart in three rounds. A given effect is used as it stands.
 */
export function learnEventEffects(days: readonly DayTotal[], events: EventsByDay): EventEffects {
  const names = namesOf(events);
  if (names.size === 0) return NO_EFFECTS;
  const usual = usualLogs(days, events);
  const strengths = new Map<string, number>();
  for (const [name, { event }] of names)
    strengths.set(name, event.effect?.kind === 'given' ? Math.log1p(Math.max(-0.99, event.effect.fraction)) : 0);
  let seen = new Map<string, readonly Seen[]>();
  for (let round = 0; round < ROUNDS; round++) {
    seen = new Map(
      [...names].map(([name, { occurrences }]) => [name, seenOf(name, { occurrences, usual, events, strengths })]),
    );
    for (const [name, { event }] of names)
      if (event.effect?.kind === 'learned') strengths.set(name, shrunk({ name, event, seen, noise: usual.noise }));
  }
  return {
    factorOf: (day) => Math.exp(effectOn(day, events, strengths, null)),
    evidence: [...names].map(([name, { event }]) => evidenceOf(event, strengths.get(name)!, seen.get(name)!)),
  };
}

interface Named {
  readonly event: CalendarEvent;
  readonly occurrences: readonly CalendarEvent[];
}

/** Events with an effect by name; the latest says how the effect is known. */
function namesOf(events: EventsByDay): ReadonlyMap<string, Named> {
  const all = new Set<CalendarEvent>();
  for (const onDay of events.values()) for (const event of onDay) if (event.effect) all.add(event);
  const names = new Map<string, Named>();
  for (const event of [...all].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1)))
    names.set(nameOf(event), { event, occurrences: [...(names.get(nameOf(event))?.occurrences ?? []), event] });
  return names;
}

interface Seen {
  readonly event: CalendarEvent;
  /** Log effect at full strength. */
  readonly log: number;
  /** Sum of squared strengths of the days seen: how much they say. */
  readonly weight: number;
  readonly days: number;
}

interface UsualLogs {
  /** Log total less its usual, of days of history with an event. */
  readonly departure: ReadonlyMap<number, number>;
  /** Standard deviation of a plain day about its usual. */
  readonly noise: number;
}

function usualLogs(days: readonly DayTotal[], events: EventsByDay): UsualLogs {
  const plain: DayTotal[][] = Array.from({ length: 8 }, () => []);
  for (const day of days) if (!events.has(day.day)) plain[day.weekday]!.push(day);
  const departure = new Map<number, number>();
  const noise: number[] = [];
  for (const day of days) {
    const near = nearest(plain[day.weekday]!, day.day);
    if (near.length < 2) continue;
    const rest = Math.log(day.total + 1) - Math.log(medianOf(near) + 1);
    if (events.has(day.day)) departure.set(day.day, Math.min(MOST_LOG, Math.max(-MOST_LOG, rest)));
    else noise.push(rest);
  }
  return { departure, noise: Math.max(0.01, robustScale(Float64Array.from(noise))) };
}

function nearest(plain: readonly DayTotal[], day: number): number[] {
  return plain
    .filter((other) => other.day !== day && Math.abs(other.day - day) <= ALIKE_REACH)
    .sort((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day) || a.day - b.day)
    .slice(0, ALIKE_DAYS)
    .map(({ total }) => total);
}

interface SeenInput {
  readonly occurrences: readonly CalendarEvent[];
  readonly usual: UsualLogs;
  readonly events: EventsByDay;
  readonly strengths: ReadonlyMap<string, number>;
}

function seenOf(name: string, { occurrences, usual, events, strengths }: SeenInput): Seen[] {
  return occurrences.flatMap((event) => {
    let product = 0;
    let weight = 0;
    let days = 0;
    for (let day = epochDay(event.fromOn); day <= epochDay(event.untilOn); day++) {
      const departure = usual.departure.get(day);
      if (departure === undefined || events.get(day)?.some(({ kind }) => kind === 'outage')) continue;
      const strength = strengthOn(event, day);
      product += strength * (departure - effectOn(day, events, strengths, name));
      weight += strength * strength;
      days++;
    }
    return weight > 0 ? [{ event, log: product / weight, weight, days }] : [];
  });
}

/** Log effect of all events of the day but those of one name. */
function effectOn(
  day: number,
  events: EventsByDay,
  strengths: ReadonlyMap<string, number>,
  except: string | null,
): number {
  let sum = 0;
  for (const event of events.get(day) ?? []) {
    if (!event.effect) continue;
    const name = nameOf(event);
    if (name !== except) sum += strengthOn(event, day) * (strengths.get(name) ?? 0);
  }
  return sum;
}

interface ShrunkInput {
  readonly name: string;
  readonly event: CalendarEvent;
  readonly seen: ReadonlyMap<string, readonly Seen[]>;
  /** Standard deviation of a plain day about its usual. */
  readonly noise: number;
}

function shrunk({ name, event: { kind, effect }, seen, noise }: ShrunkInput): number {
  const { priorOccurrences, leastSquaredScore } = effect?.kind === 'learned' && effect.unasked ? UNASKED : ASKED;
  const own = seen.get(name)!;
  const others =
    kind === 'other'
      ? []
      : [...seen].flatMap(([other, list]) => (other !== name && list[0]?.event.kind === kind ? list : []));
  const prior = sumOf(others, ({ log }) => log) / (others.length + 2);
  const mean = (sumOf(own, ({ log }) => log) + priorOccurrences * prior) / (own.length + priorOccurrences);
  const evidence = own.length > 0 ? own : others;
  if (evidence.length === 0 || mean === 0) return 0;
  // Standard error of a mean of occurrences, each known as well as its days say.
  const error = Math.sqrt(sumOf(evidence, ({ weight }) => (noise * noise) / weight)) / evidence.length;
  return mean * Math.max(0, 1 - leastSquaredScore * (error / mean) ** 2);
}

function evidenceOf(event: CalendarEvent, strength: number, seen: readonly Seen[]): EventEffectEvidence {
  return {
    title: event.title,
    kind: event.kind,
    source: event.effect?.kind === 'given' ? 'given' : seen.length > 0 ? 'learned' : 'no-past-event',
    fraction: Math.expm1(strength),
    occurrences: seen.map(({ event: { fromOn, untilOn }, log, days }) => ({
      fromOn,
      untilOn,
      fraction: Math.expm1(log),
      days,
    })),
  };
}

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
