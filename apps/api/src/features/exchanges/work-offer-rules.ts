import type { ExchangeRequest, ExchangeVerdict } from '@yotei/scheduling/exchanges';
import { overlaps, type Instant } from '@yotei/time';
import type { LoadedBook } from './exchange-book.service.js';
import type { ExchangeRow } from './exchanges.repository.js';
import type { WorkOfferRow } from './work-offers.repository.js';

export type TakeOutcome =
  | { readonly kind: 'taken'; readonly exchange: ExchangeRow }
  /** Fairness: noted, decided when the offer closes. */
  | { readonly kind: 'noted'; readonly offer: WorkOfferRow }
  | { readonly kind: 'gone'; readonly reason: 'taken' | 'closed' | 'withdrawn' }
  | { readonly kind: 'refused'; readonly verdict: ExchangeVerdict }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'not-found' };

/** Why no place can be had; null while one can. */
export function goneReason(offer: WorkOfferRow, now: Instant): 'taken' | 'closed' | 'withdrawn' | null {
  if (offer.taken >= offer.places) return 'taken';
  if (offer.state !== 'open') return offer.state;
  return offer.closesAt <= now ? 'closed' : null;
}

/** What taking the offer asks of the engine; null where there is nothing to ask: no shift to go home from. */
export function requestFor(offer: WorkOfferRow, agentId: string, book: LoadedBook): ExchangeRequest | null {
  const { startAt, endAt, templateId, activities } = offer;
  if (offer.kind !== 'voluntary-time-off') {
    const work = { startAt, endAt, templateId: templateId ?? undefined, activities: activities ?? undefined };
    return { kind: offer.kind, agentId, work };
  }
  const shift = book.desk.shelf.shiftsOf(agentId).find((own) => overlaps(own, offer));
  if (!shift) return null;
  const span = { startAt: Math.max(startAt, shift.startAt), endAt: Math.min(endAt, shift.endAt) };
  return { kind: 'voluntary-time-off', shiftId: shift.id, span };
}
