import type { ExchangeRequest } from '@yotei/scheduling/exchanges';
import type { ExchangeRequestInput } from './exchange-inputs.graphql-types.js';

export type ReadRequest =
  | { readonly kind: 'request'; readonly request: ExchangeRequest }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

const MOST_SPANS = 4;

const missing = (path: string, message: string): ReadRequest => ({ kind: 'invalid', path, message });
const ready = (request: ExchangeRequest): ReadRequest => ({ kind: 'request', request });

/** The flat input of GraphQL as the library's request; what the kind needs and lacks is named. Offers have a door of their own. */
export function requestOfInput(input: ExchangeRequestInput, agentId: string): ReadRequest {
  const { shiftId, otherShiftId, toAgentId, span, startAt, activityStartAt } = input;
  switch (input.kind) {
    case 'swap':
      if (!shiftId) return missing('shiftId', 'name the shift to give');
      if (!otherShiftId) return missing('otherShiftId', 'name the shift to take');
      return ready({ kind: 'swap', giveShiftId: shiftId, takeShiftId: otherShiftId });
    case 'give-away':
      if (!shiftId) return missing('shiftId', 'name the shift to give');
      return toAgentId ? ready({ kind: 'give-away', shiftId, toAgentId }) : missing('toAgentId', 'name the colleague');
    case 'cycle':
      return ready({ kind: 'cycle', moves: (input.moves ?? []).map((move) => ({ ...move })) });
    case 'swap-part': {
      if (!toAgentId) return missing('toAgentId', 'name the colleague');
      const spans = (input.spans ?? (span ? [span] : [])).map(({ startAt: from, endAt }) => ({ startAt: from, endAt }));
      if (spans.length === 0 || spans.length > MOST_SPANS) return missing('spans', `name 1 to ${MOST_SPANS} times`);
      return ready({ kind: 'swap-part', fromAgentId: agentId, toAgentId, spans });
    }
    case 'break-change':
      if (!shiftId) return missing('shiftId', 'name the shift');
      if (!activityStartAt) return missing('activityStartAt', 'name the break by its start');
      if (!startAt) return missing('startAt', 'name the new start');
      return ready({ kind: 'break-change', shiftId, activityStartAt, startAt });
    case 'voluntary-time-off':
      if (!shiftId) return missing('shiftId', 'name the shift');
      return span
        ? ready({ kind: 'voluntary-time-off', shiftId, span: { ...span } })
        : missing('span', 'name the time');
    default:
      return missing(
        'kind',
        'must be swap, give-away, cycle, swap-part, break-change or voluntary-time-off; take offers by takeWorkOffer',
      );
  }
}

/** Shifts named in the request. */
export function shiftIdsOf(request: ExchangeRequest): string[] {
  switch (request.kind) {
    case 'swap':
      return [request.giveShiftId, request.takeShiftId];
    case 'give-away':
    case 'break-change':
    case 'voluntary-time-off':
      return [request.shiftId];
    case 'cycle':
      return request.moves.map(({ shiftId }) => shiftId);
    default:
      return [];
  }
}
