import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../graphql/client.js';
import {
  AnnotateMeasuresDocument,
  DeleteKpiFormulaDocument,
  DeleteMeasureAnnotationDocument,
  DeleteMeasureTargetDocument,
  ImportMeasureTableDocument,
  MeasureAnnotationsDocument,
  MeasureDefinitionsDocument,
  MeasureFactsDocument,
  MeasureTrendsDocument,
  MeasureValuesDocument,
  SaveKpiFormulaDocument,
  SaveMeasureTargetDocument,
  type KpiFormulaInput,
  type MeasureAnnotationInput,
  type MeasureRangeInput,
  type MeasureTableInput,
  type MeasureTargetInput,
} from '../../graphql/generated/graphql.js';

/** Measures, names of imported facts and targets: what the page is made of. */
export const definitionsQuery = queryOptions({
  queryKey: ['measures', 'definitions'],
  queryFn: () => request(MeasureDefinitionsDocument),
});

export const valuesQuery = (names: readonly string[], range: MeasureRangeInput) =>
  queryOptions({
    queryKey: ['measures', 'values', names, range],
    queryFn: async () => (await request(MeasureValuesDocument, { names: [...names], range })).measureValues,
  });

export const factsQuery = (names: readonly string[], range: MeasureRangeInput) =>
  queryOptions({
    queryKey: ['measures', 'facts', names, range],
    queryFn: async () => (await request(MeasureFactsDocument, { names: [...names], range })).measureFacts,
  });

export const trendsQuery = (names: readonly string[], range: MeasureRangeInput) =>
  queryOptions({
    queryKey: ['measures', 'trends', names, range],
    queryFn: async () => (await request(MeasureTrendsDocument, { names: [...names], range })).measureTrends,
  });

export const annotationsQuery = (fromOn: string, untilOn: string) =>
  queryOptions({
    queryKey: ['measures', 'annotations', fromOn, untilOn],
    queryFn: async () => (await request(MeasureAnnotationsDocument, { fromOn, untilOn })).measureAnnotations,
  });

/** A change after which everything of the page is asked for again. */
function useChange<Input, Result>(run: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: ['measures'] }),
  });
}

export const useSaveKpi = () =>
  useChange(async (input: KpiFormulaInput) => (await request(SaveKpiFormulaDocument, { input })).saveKpiFormula);

export const useDeleteKpi = () =>
  useChange(
    async ({ id, version }: { readonly id: string; readonly version: number }) =>
      (await request(DeleteKpiFormulaDocument, { id, version })).deleteKpiFormula,
  );

export const useSaveTarget = () =>
  useChange(
    async (input: MeasureTargetInput) => (await request(SaveMeasureTargetDocument, { input })).saveMeasureTarget,
  );

export const useDeleteTarget = () =>
  useChange(
    async ({ id, version }: { readonly id: string; readonly version: number }) =>
      (await request(DeleteMeasureTargetDocument, { id, version })).deleteMeasureTarget,
  );

export const useAnnotate = () =>
  useChange(
    async (input: MeasureAnnotationInput) => (await request(AnnotateMeasuresDocument, { input })).annotateMeasures,
  );

export const useDeleteAnnotation = () =>
  useChange(
    async ({ id, version }: { readonly id: string; readonly version: number }) =>
      (await request(DeleteMeasureAnnotationDocument, { id, version })).deleteMeasureAnnotation,
  );

export const useImportTable = () =>
  useChange(
    async (input: MeasureTableInput) => (await request(ImportMeasureTableDocument, { input })).importMeasureTable,
  );
