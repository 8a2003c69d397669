import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../graphql/client.js';
import {
  DeleteKpiFormulaDocument,
  KpiFormulasDocument,
  MeasuresDocument,
  SaveKpiFormulaDocument,
  type KpiFormulaInput,
} from '../../graphql/generated/graphql.js';

export const measuresQuery = (fromOn: string, days: number) =>
  queryOptions({
    queryKey: ['measures', fromOn, days],
    queryFn: async () => (await request(MeasuresDocument, { fromOn, days })).measures,
  });

export const kpiFormulasQuery = queryOptions({
  queryKey: ['kpi-formulas'],
  queryFn: async () => (await request(KpiFormulasDocument)).kpiFormulas,
});

export function useSaveKpi() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: KpiFormulaInput) => (await request(SaveKpiFormulaDocument, { input })).saveKpiFormula,
    onSuccess: () => client.invalidateQueries({ queryKey: kpiFormulasQuery.queryKey }),
  });
}

export function useDeleteKpi() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, version }: { readonly id: string; readonly version: number }) =>
      (await request(DeleteKpiFormulaDocument, { id, version })).deleteKpiFormula,
    onSuccess: () => client.invalidateQueries({ queryKey: kpiFormulasQuery.queryKey }),
  });
}
