import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../graphql/client.js';
import {
  AddGrowthAssumptionDocument,
  LongRangeDocument,
  StartLongRangeDocument,
  UndoGrowthAssumptionDocument,
  type GrowthAssumptionInput,
  type LongRangeTrend,
} from '../../../graphql/generated/graphql.js';

export const longRangeQuery = (queueId: string | null) =>
  queryOptions({
    queryKey: ['long-range', queueId],
    queryFn: async () => (await request(LongRangeDocument, { queueId })).longRange ?? null,
  });

export function useStartLongRange() {
  return useMutation({
    mutationFn: async (order: { fromOn: string; weeks: number; trend: LongRangeTrend }) =>
      (await request(StartLongRangeDocument, order)).startLongRange,
  });
}

/** Reads the page anew, for what a job or a change of growth has made of it. */
export function useLongRangeChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['long-range'] });
}

export function useAddGrowth() {
  const changed = useLongRangeChanged();
  return useMutation({
    mutationFn: async (input: GrowthAssumptionInput) =>
      (await request(AddGrowthAssumptionDocument, { input })).addGrowthAssumption,
    onSuccess: changed,
  });
}

export function useUndoGrowth() {
  const changed = useLongRangeChanged();
  return useMutation({
    mutationFn: (order: { id: string; undone: boolean }) => request(UndoGrowthAssumptionDocument, order),
    onSuccess: changed,
  });
}
