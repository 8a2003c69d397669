import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../graphql/client.js';
import {
  DecideHistoryDocument,
  DecideHistorySpanDocument,
  EventEffectsDocument,
  HolidayPlacesDocument,
  SpecialDaysDocument,
  UndoHistoryDecisionsDocument,
  UnusualHistoryDocument,
  type DecideSpanInput,
  type DecideStretchInput,
  type ShownDaysInput,
  type SpecialDaysFieldsFragment,
  type SpecialDaysResultFieldsFragment,
  type StretchFieldsFragment,
  type UnusualHistoryFieldsFragment,
} from '../../../graphql/generated/graphql.js';

export type SpecialDays = SpecialDaysFieldsFragment;
export type Holiday = SpecialDays['holidays'][number];
export type CentreEvent = SpecialDays['events'][number];
export type MonthlyDay = SpecialDays['recurring'][number];
export type Stretch = StretchFieldsFragment;
export type UnusualHistory = UnusualHistoryFieldsFragment;
export type PicturedStretch = UnusualHistory['stretches'][number];
export type Decided = UnusualHistory['decided'][number];

const daysKey = ({ siteId, fromOn, untilOn }: ShownDaysInput) => ['special-days', siteId, fromOn, untilOn];

export function specialDaysQuery(shown: ShownDaysInput) {
  return queryOptions({
    queryKey: daysKey(shown),
    queryFn: async () => (await request(SpecialDaysDocument, { shown })).specialDays ?? null,
    enabled: shown.siteId !== '',
  });
}

export function holidayPlacesQuery(country: string | null, state: string | null) {
  return queryOptions({
    queryKey: ['holiday-places', country, state],
    queryFn: async () => (await request(HolidayPlacesDocument, { country, state })).holidayPlaces,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function eventEffectsQuery(queueId: string | undefined) {
  return queryOptions({
    queryKey: ['event-effects', queueId],
    queryFn: async () => (await request(EventEffectsDocument, { queueId: queueId ?? '' })).eventEffects ?? [],
    enabled: queueId !== undefined,
  });
}

export function unusualHistoryQuery(queueId: string) {
  return queryOptions({
    queryKey: ['unusual-history', queueId],
    queryFn: async () => (await request(UnusualHistoryDocument, { queueId })).unusualHistory ?? null,
  });
}

/** Any of the changes to special days; what comes back is shown at once, an edit made meanwhile too. */
export function useSpecialDaysChange<Input>(
  shown: ShownDaysInput,
  send: (shown: ShownDaysInput, input: Input) => Promise<{ result: SpecialDaysResultFieldsFragment }>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: Input) => (await send(shown, input)).result,
    onSuccess: async (result) => {
      if ('specialDays' in result) client.setQueryData(daysKey(shown), result.specialDays);
      await Promise.all(
        [['event-effects'], ['demand'], ['unusual-history']].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
    },
  });
}

function useUnusualChange<Order extends { readonly queueId: string }, Answer>(send: (order: Order) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (answer, { queueId }) => {
      if (answer && typeof answer === 'object' && 'unusual' in answer)
        client.setQueryData(['unusual-history', queueId], answer.unusual);
      await Promise.all([['special-days'], ['demand']].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}

export function useDecide() {
  return useUnusualChange(
    async ({ queueId, decisions }: { queueId: string; decisions: DecideStretchInput[] }) =>
      (await request(DecideHistoryDocument, { queueId, decisions })).decideHistory,
  );
}

export function useDecideSpan() {
  return useUnusualChange(
    async ({ queueId, span }: { queueId: string; span: DecideSpanInput }) =>
      (await request(DecideHistorySpanDocument, { queueId, span })).decideHistorySpan,
  );
}

export function useUndoDecisions() {
  return useUnusualChange(
    async ({ queueId, ids }: { queueId: string; ids: string[] }) =>
      (await request(UndoHistoryDecisionsDocument, { queueId, ids })).undoHistoryDecisions,
  );
}
