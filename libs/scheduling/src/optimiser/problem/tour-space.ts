import type { ShiftChoice } from '../../rules/index.js';
import { longRest, type LongRest, type LongRestInput } from './long-rest.js';
import type { LongRules } from './long-rules.js';
import { followUpKeys, type FollowUpKeys } from './follow-up-keys.js';
import { contractPairs, type ContractPairs, type WeekLimits, type WeekPiece } from './contract-pairs.js';

export const DAYS = 7;
/** Key of every layer for "rest no longer binds", and for the state carried in from the week before. */
export const FREE_KEY = 0;
export const CARRIED_KEY = 1;
const FREE_READY = -0x4000_0000;

/** One shift an agent could work on one day. */
export interface DayChoice {
  /** Index of the shift pattern; -1 for a day whose shifts are given. */
  readonly pattern: number;
  /** On the padded slot frame. */
  readonly startSlot: number;
  /** Minutes from the start of the horizon. */
  readonly startMinute: number;
  readonly endMinute: number;
  readonly paidMinutes: number;
  /** Kinds of unsocial work it is that cost something; absent: none. */
  readonly unsocial?: number;
  readonly cost: number;
  /** Minutes before which the next start costs something, one a follow-up price; absent: none. */
  readonly followUps?: readonly number[];
  /** As the rules see it. */
  readonly shift: ShiftChoice;
}

/** All tours of one agent in one planning week, or over a whole horizon of several, ready for the tour programme. */
export interface TourSpace {
  readonly agent: number;
  readonly group: number;
  /** The first week of the tour, and its days. */
  readonly week: number;
  readonly days: number;
  readonly lastWeek: boolean;
  /** Cost of every day left free (and nothing else). */
  readonly baseCost: number;
  /** Rules over a long horizon, all of it one tour; null: a tour of one week. */
  readonly long: LongRules | null;
  /** Choices of day d are `dayFrom[d]` to `dayFrom[d + 1] - 1`, by start. */
  readonly dayFrom: Int32Array;
  readonly pattern: Int32Array;
  readonly startSlot: Int32Array;
  readonly startMinute: Int32Array;
  /** The earliest start after it: end plus the least rest, start plus the least distance to the next. */
  readonly readyMinute: Int32Array;
  readonly paidIndex: Int32Array;
  readonly cost: Float64Array;
  /** 1 where a shift must be worked, because it is given. */
  readonly mustWork: Uint8Array;
  /** Keys (earliest next start) of layer d, the state before day d, are `keyFrom[d]` to `keyFrom[d + 1] - 1`. */
  readonly keyFrom: Int32Array;
  readonly keyReady: Int32Array;
  /** Key in the next layer after this choice, and after a day off. */
  readonly choiceKey: Int32Array;
  readonly offKey: Int32Array;
  readonly pairs: ContractPairs;
  /** Paid minutes of the pieces that `paidIndex` numbers: some alike where the week tells more apart. */
  readonly paidLengths: readonly number[];
  /** 1 where the pair can still end the week within its limits, at `day * pairs + pair`. */
  readonly canFinish: Uint8Array;
  readonly maxRunDays: number;
  readonly maxDays: number;
  /** Cost of a run of contact work by its slots; null when nothing limits runs. */
  readonly runCost: Float64Array | null;
  /** What contact work in each padded slot is worth to this agent alone, beside the cover; null when nothing. */
  readonly ownWorth: Float64Array | null;
  /** Prices of starting too soon after the last shift; null: none. */
  readonly followUps: FollowUpKeys | null;
  /** Cost of a day off between two days worked of the week; absent: none. */
  readonly loneOffCost?: number;
  /** A long rest that the week, or the weeks that end with it, must hold; absent: none. */
  readonly longRest?: LongRest;
}

/** What must lie between a shift and the next start. */
export interface StartLimits {
  readonly restMinutes: number;
  readonly startDistanceMinutes: number;
}

/** Earliest start after a choice. */
export function readyAfter(
  { startMinute, endMinute }: { readonly startMinute: number; readonly endMinute: number },
  { restMinutes, startDistanceMinutes }: StartLimits,
): number {
  return Math.max(endMinute + restMinutes, startMinute + startDistanceMinutes);
}

export interface TourSpaceInput extends StartLimits {
  readonly agent: number;
  readonly group: number;
  readonly week: number;
  readonly lastWeek: boolean;
  readonly days: readonly (readonly DayChoice[])[];
  readonly mustWork: readonly boolean[];
  readonly maxRunDays: number;
  readonly limits: WeekLimits;
  readonly runCost: Float64Array | null;
  /** See {@link TourSpace.ownWorth}; absent: nothing. */
  readonly ownWorth?: Float64Array | null;
  /** One for each threshold of the choices; absent: none. */
  readonly followUpPrices?: readonly number[];
  /** See {@link TourSpace.loneOffCost}. */
  readonly loneOffCost?: number;
  /** Cost of the week with every day free (0 where absent); choices cost what they cost more. */
  readonly baseCost?: number;
  /** First minute of the following week. */
  readonly weekEndMinute: number;
  /** See {@link TourSpace.longRest}; absent: none. */
  readonly longRest?: Pick<LongRestInput, 'limit' | 'weekStartMinute' | 'freeFromMinute'>;
}

/** Lays the choices of a week out in typed arrays. */
export function tourSpace(input: TourSpaceInput): TourSpace {
  const days = input.days.map((choices) =>
    [...choices].sort((a, b) => a.startMinute - b.startMinute || a.pattern - b.pattern),
  );
  const all = days.flat();
  const dayFrom = new Int32Array(DAYS + 1);
  days.forEach((choices, day) => (dayFrom[day + 1] = dayFrom[day]! + choices.length));
  const { pieces, paidIndex } = piecesOf(all, input.limits);
  const paidLengths = pieces.map(({ minutes }) => minutes);
  const pairs = contractPairs(pieces, input.limits, DAYS);
  for (let pair = 0; pair < pairs.count; pair++) pairs.endCost[pair]! += input.baseCost ?? 0;
  const mustWork = Uint8Array.from(input.mustWork, Number);
  return {
    agent: input.agent,
    group: input.group,
    week: input.week,
    days: DAYS,
    lastWeek: input.lastWeek,
    long: null,
    baseCost: input.baseCost ?? 0,
    dayFrom,
    pattern: Int32Array.from(all, (choice) => choice.pattern),
    startSlot: Int32Array.from(all, (choice) => choice.startSlot),
    startMinute: Int32Array.from(all, (choice) => choice.startMinute),
    readyMinute: Int32Array.from(all, (choice) => readyAfter(choice, input)),
    paidIndex,
    cost: Float64Array.from(all, (choice) => choice.cost),
    mustWork,
    ...keysOf(days, input),
    pairs,
    paidLengths,
    canFinish: finishable({ dayFrom, paidIndex, mustWork, pairs, lengths: paidLengths.length }),
    maxRunDays: input.maxRunDays,
    runCost: input.runCost,
    ownWorth: input.ownWorth ?? null,
    ...(input.loneOffCost && { loneOffCost: input.loneOffCost }),
    ...(input.longRest && { longRest: longRest({ ...input, ...input.longRest, days }) }),
    maxDays: Math.min(DAYS, input.limits.maxDays, days.filter((choices) => choices.length > 0).length),
  };
}

/** The pieces that choices come in, and the piece of each. */
function piecesOf(
  choices: readonly DayChoice[],
  { unsocialCost }: WeekLimits,
): { readonly pieces: readonly WeekPiece[]; readonly paidIndex: Int32Array } {
  const turnsOf = ({ unsocial }: DayChoice) => (unsocialCost ? (unsocial ?? 0) : 0);
  const known = new Map<string, WeekPiece>();
  const keyOf = (choice: DayChoice) => `${choice.paidMinutes}/${turnsOf(choice)}`;
  for (const choice of choices) known.set(keyOf(choice), { minutes: choice.paidMinutes, unsocial: turnsOf(choice) });
  const sorted = [...known].sort(([, a], [, b]) => a.minutes - b.minutes || a.unsocial - b.unsocial);
  const number = new Map(sorted.map(([key], index) => [key, index]));
  return {
    pieces: sorted.map(([, piece]) => piece),
    paidIndex: Int32Array.from(choices, (choice) => number.get(keyOf(choice))!),
  };
}

/** Layers of states told apart by rest, and by prices of following too soon where there are any. */
export function keysOf(
  days: readonly (readonly DayChoice[])[],
  input: RestInput & Pick<TourSpaceInput, 'followUpPrices'>,
) {
  const prices = input.followUpPrices ?? [];
  return prices.length > 0 ? followUpKeys(days, input, prices) : { ...restKeys(days, input), followUps: null };
}

export type RestInput = Pick<TourSpaceInput, 'lastWeek' | 'weekEndMinute'> & StartLimits;

/** Layers of "earliest next start" that later days can still tell apart (roster.md section 2.2). */
export function restKeys(days: readonly (readonly DayChoice[])[], input: RestInput) {
  const count = days.length;
  const laterStart = new Array<number>(count + 1).fill(input.lastWeek ? Number.POSITIVE_INFINITY : input.weekEndMinute);
  for (let day = count - 1; day >= 0; day--)
    laterStart[day] = Math.min(laterStart[day + 1]!, days[day]![0]?.startMinute ?? Number.POSITIVE_INFINITY);
  const keyFrom = [0];
  const keyReady: number[] = [];
  const choiceKey: number[] = [];
  const offKey: number[] = [];
  let layer = [FREE_READY, FREE_READY];
  for (let day = 0; day <= count; day++) {
    keyReady.push(...layer);
    keyFrom.push(keyReady.length);
    if (day === count) break;
    const binds = (ready: number) => ready > laterStart[day + 1]!;
    const readyOf = (choice: DayChoice) => readyAfter(choice, input);
    const kept = new Set([...layer.slice(2), ...days[day]!.map(readyOf)].filter(binds));
    const nextLayer = [FREE_READY, FREE_READY, ...[...kept].sort((a, b) => a - b)];
    const keyOf = (ready: number) => (binds(ready) ? nextLayer.indexOf(ready, 2) : FREE_KEY);
    for (const choice of days[day]!) choiceKey.push(keyOf(readyOf(choice)));
    layer.forEach((ready, key) =>
      offKey.push(key === CARRIED_KEY ? CARRIED_KEY : key === FREE_KEY ? FREE_KEY : keyOf(ready)),
    );
    layer = nextLayer;
  }
  return {
    keyFrom: Int32Array.from(keyFrom),
    keyReady: Int32Array.from(keyReady),
    choiceKey: Int32Array.from(choiceKey),
    offKey: Int32Array.from(offKey),
  };
}

interface FinishInput {
  readonly dayFrom: Int32Array;
  readonly paidIndex: Int32Array;
  readonly mustWork: Uint8Array;
  readonly pairs: ContractPairs;
  readonly lengths: number;
}

function finishable({ dayFrom, paidIndex, mustWork, pairs, lengths }: FinishInput): Uint8Array {
  const can = new Uint8Array((DAYS + 1) * pairs.count);
  for (let pair = 0; pair < pairs.count; pair++)
    can[DAYS * pairs.count + pair] = Number(pairs.endCost[pair]! < Number.POSITIVE_INFINITY);
  for (let day = DAYS - 1; day >= 0; day--) {
    const offered = new Set(paidIndex.subarray(dayFrom[day]!, dayFrom[day + 1]!));
    for (let pair = 0; pair < pairs.count; pair++) {
      let ok = mustWork[day] === 0 && can[(day + 1) * pairs.count + pair] === 1;
      for (const index of offered) {
        const next = pairs.next[pair * lengths + index]!;
        ok ||= next >= 0 && can[(day + 1) * pairs.count + next] === 1;
      }
      can[day * pairs.count + pair] = Number(ok);
    }
  }
  return can;
}
