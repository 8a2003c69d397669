import { DAY_MILLIS, MINUTE_MILLIS, overlaps, type Interval } from '@yotei/time';
import { tileActivities, type Shift } from '../roster/index.js';
import type { ExchangeRequest, OpenWork, PlacedShift } from './exchange-request.js';
import type { ExchangeDesk, ExchangeVerdict } from './judge-exchange.js';
import { resolveExchange } from './resolve-exchange.js';
import { partiesOf } from './resolved-exchange.js';
import { TakeCheck } from './take-check.js';

/** A legal exchange near the one asked for. */
export interface ExchangeAlternative {
  readonly request: ExchangeRequest;
  /** The colleague in it; null where only the agent's own shift changes. */
  readonly agentId: string | null;
  readonly verdict: ExchangeVerdict;
}

export interface AlternativeOptions {
  /** Default 5. */
  readonly most?: number;
  /** Shifts further away than this are not offered in return. Default 14. */
  readonly withinDays?: number;
  /** For part of a shift: as much of a colleague's shift is taken in return. Default false. */
  readonly inReturn?: boolean;
}

/** Whole verdicts asked for each one that is shown: enough to prefer green to amber. */
const VERDICTS_PER_PLACE = 4;
const BREAK_STEP_MINUTES = 5;

/**
 * The nearest legal exchanges in place of one that is red or amber, none of them red: the same shift with or to other
 * colleagues, the same work for others, the same break at other times. Green before amber, then nearest in time,
 * then least cost to the queues. Empty when there is none.
 */
export function alternativesTo(
  desk: ExchangeDesk,
  request: ExchangeRequest,
  { most = 5, withinDays = 14, inReturn = false }: AlternativeOptions = {},
): ExchangeAlternative[] {
  const found: { readonly alternative: ExchangeAlternative; readonly distance: number }[] = [];
  let asked = 0;
  for (const candidate of candidates(desk, request, { withinDays, inReturn })) {
    if (asked >= most * VERDICTS_PER_PLACE) break;
    asked += 1;
    const verdict = desk.judge(candidate.request);
    if (verdict.colour === 'red') continue;
    found.push({ alternative: { ...candidate, verdict }, distance: candidate.distance });
    if (found.filter(({ alternative }) => alternative.verdict.colour === 'green').length >= most) break;
  }
  const amber = ({ alternative }: (typeof found)[number]) => (alternative.verdict.colour === 'green' ? 0 : 1);
  const cost = ({ alternative }: (typeof found)[number]) => alternative.verdict.coverage.costChange;
  return found
    .sort((a, b) => amber(a) - amber(b) || a.distance - b.distance || cost(a) - cost(b))
    .slice(0, most)
    .map(({ alternative: { request: other, agentId, verdict } }) => ({ request: other, agentId, verdict }));
}

interface Candidate {
  readonly request: ExchangeRequest;
  readonly agentId: string | null;
  readonly distance: number;
}

function* candidates(
  desk: ExchangeDesk,
  request: ExchangeRequest,
  { withinDays, inReturn }: { readonly withinDays: number; readonly inReturn: boolean },
): Generator<Candidate> {
  switch (request.kind) {
    case 'swap':
      yield* swapsOf(desk, request.giveShiftId, { withinDays, near: request.takeShiftId });
      yield* takersOf(desk, request.giveShiftId);
      return;
    case 'give-away':
      yield* takersOf(desk, request.shiftId, request.toAgentId);
      yield* swapsOf(desk, request.shiftId, { withinDays });
      return;
    case 'pick-up':
    case 'overtime':
      yield* othersFor(desk, request);
      return;
    case 'break-change':
      yield* otherTimes(desk, request);
      return;
    case 'swap-part':
      yield* inReturn ? partsInReturn(desk, request, withinDays) : partTakers(desk, request);
      return;
    default:
      return;
  }
}

/** Shifts of others for which the shift could go, nearest first; both sides' own rules hold. */
function* swapsOf(
  desk: ExchangeDesk,
  giveShiftId: string,
  { withinDays, near }: { readonly withinDays: number; readonly near?: string },
): Generator<Candidate> {
  const gives = desk.shelf.shift(giveShiftId);
  if (!gives || gives.locked || gives.startAt < desk.book.now) return;
  const check = new TakeCheck(desk);
  const anchor = desk.shelf.shift(near ?? '') ?? gives;
  const distance = (shift: Shift) => Math.abs(shift.startAt - anchor.startAt);
  const others = desk.book.shifts
    .filter(({ id, agentId, locked, startAt }) => {
      if (agentId === gives.agentId || locked || id === near || startAt < desk.book.now) return false;
      return Math.abs(startAt - gives.startAt) <= withinDays * DAY_MILLIS;
    })
    .sort((a, b) => distance(a) - distance(b));
  for (const takes of others) {
    if (isAlike(gives, takes) || !check.allows(gives.agentId, gives, takes)) continue;
    if (!check.allows(takes.agentId, takes, gives)) continue;
    const request = { kind: 'swap', giveShiftId, takeShiftId: takes.id } as const;
    yield { request, agentId: takes.agentId, distance: distance(takes) };
  }
}

/** The same times and work: nobody gains by it. */
const isAlike = (a: Shift, b: Shift): boolean => a.startAt === b.startAt && a.endAt === b.endAt;

/** Colleagues who could take the shift for nothing in return. */
function* takersOf(desk: ExchangeDesk, shiftId: string, besides?: string): Generator<Candidate> {
  const shift = desk.shelf.shift(shiftId);
  if (!shift || shift.startAt < desk.book.now) return;
  const check = new TakeCheck(desk);
  if (shift.locked || !check.allowsGiving(shift)) return;
  for (const agentId of byLoad(desk, [shift.agentId, besides ?? ''])) {
    if (!check.allows(agentId, null, shift)) continue;
    yield { request: { kind: 'give-away', shiftId, toAgentId: agentId }, agentId, distance: DAY_MILLIS };
  }
}

function* othersFor(
  desk: ExchangeDesk,
  request: Extract<ExchangeRequest, { kind: 'pick-up' | 'overtime' }>,
): Generator<Candidate> {
  const check = new TakeCheck(desk);
  const shift = shiftOfWork(request.work, desk.shelf.contactTypeId);
  for (const agentId of byLoad(desk, [request.agentId])) {
    const extends_ = desk.shelf
      .shiftsOf(agentId)
      .some(({ startAt, endAt }) => endAt === shift.startAt || startAt === shift.endAt);
    if (extends_ || check.allows(agentId, null, shift))
      yield { request: { ...request, agentId }, agentId, distance: 0 };
  }
}

function shiftOfWork({ startAt, endAt, templateId, activities = [] }: OpenWork, contactTypeId: string): Shift {
  const span = { startAt, endAt };
  return { agentId: '', ...span, templateId, activities: tileActivities(span, activities, contactTypeId) };
}

type PartRequest = Extract<ExchangeRequest, { kind: 'swap-part' }>;

/** Looked at for part of a shift; the nearest come first. */
const MOST_PARTS = 600;

/** Colleagues who could do that part, own rules of both holding. */
function* partTakers(desk: ExchangeDesk, request: PartRequest): Generator<Candidate> {
  const check = new TakeCheck(desk);
  for (const toAgentId of byLoad(desk, [request.fromAgentId, request.toAgentId])) {
    const part = { ...request, toAgentId };
    if (holdsFor(desk, check, part)) yield { request: part, agentId: toAgentId, distance: 0 };
  }
}

/** As much of the start or the end of a colleague's shift, nearest in time first. */
function* partsInReturn(desk: ExchangeDesk, request: PartRequest, withinDays: number): Generator<Candidate> {
  const [own] = request.spans;
  if (!own) return;
  const length = own.endAt - own.startAt;
  const distance = ({ startAt }: Interval) => Math.abs(startAt - own.startAt);
  const parts = desk.book.shifts
    .filter(({ agentId, locked, startAt, endAt }) => {
      if (agentId === request.fromAgentId || locked || startAt < desk.book.now) return false;
      return endAt - startAt > length && distance({ startAt, endAt }) <= withinDays * DAY_MILLIS;
    })
    .flatMap(({ agentId, startAt, endAt }) => [
      { agentId, span: { startAt, endAt: startAt + length } },
      { agentId, span: { startAt: endAt - length, endAt } },
    ])
    .filter(({ span }) => !overlaps(span, own))
    .sort((a, b) => distance(a.span) - distance(b.span));
  const check = new TakeCheck(desk);
  for (const { agentId, span } of parts.slice(0, MOST_PARTS)) {
    const part = { ...request, toAgentId: agentId, spans: [own, span] };
    if (holdsFor(desk, check, part)) yield { request: part, agentId, distance: distance(span) };
  }
}

function holdsFor(desk: ExchangeDesk, check: TakeCheck, request: PartRequest): boolean {
  const resolved = resolveExchange(desk.shelf, request);
  if (resolved.kind === 'impossible' || resolved.changes.length === 0) return false;
  return partiesOf(resolved, desk.shelf.shiftsOf).every(({ agentId, after }) => check.breaksNothing(agentId, after));
}

/** Those with the least paid time first: extra work goes to who has least. */
function byLoad({ shelf }: ExchangeDesk, without: readonly string[]): string[] {
  const minutes = new Map(
    shelf.problem.agents.map(({ id }) => [id, shelf.shiftsOf(id).reduce((sum, s) => sum + shelf.paidMinutes(s), 0)]),
  );
  return [...minutes.keys()].filter((id) => !without.includes(id)).sort((a, b) => minutes.get(a)! - minutes.get(b)!);
}

/** The same break at other times of the shift that the agent's own rules allow, nearest to the wish first. */
function* otherTimes(
  desk: ExchangeDesk,
  request: Extract<ExchangeRequest, { kind: 'break-change' }>,
): Generator<Candidate> {
  const { shelf, book } = desk;
  const shift: PlacedShift | undefined = shelf.shift(request.shiftId);
  const check = new TakeCheck(desk);
  const activity = shift?.activities.find(({ startAt }) => startAt === request.activityStartAt);
  if (!shift || !activity) return;
  const step = BREAK_STEP_MINUTES * MINUTE_MILLIS;
  const last = shift.endAt - (activity.endAt - activity.startAt);
  const starts: number[] = [];
  for (let at = shift.startAt; at <= last; at += step) starts.push(at);
  const distance = (at: number) => Math.abs(at - request.startAt);
  for (const startAt of starts.sort((a, b) => distance(a) - distance(b))) {
    if (startAt === activity.startAt || startAt === request.startAt || startAt < book.now) continue;
    const resolved = resolveExchange(shelf, { ...request, startAt });
    const after = resolved.kind === 'changes' ? resolved.changes[0]?.after : null;
    if (after && check.allows(shift.agentId, shift, after))
      yield { request: { ...request, startAt }, agentId: null, distance: distance(startAt) };
  }
}
