import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../graphql/client.js';
import {
  AccuracyOverviewDocument,
  ApproveForecastDocument,
  CheckForecastDocument,
  CompareForecastsDocument,
  ForecastVersionsDocument,
  MethodReportDocument,
  QueueAccuracyDocument,
  ScoreForecastsDocument,
  type ApproveForecastInput,
} from '../../../graphql/generated/graphql.js';

export const accuracyOverviewQuery = (untilOn: string) =>
  queryOptions({
    queryKey: ['accuracy', 'overview', untilOn],
    queryFn: async () => (await request(AccuracyOverviewDocument, { untilOn })).accuracyOverview,
  });

export const queueAccuracyQuery = (queueId: string, fromOn: string, untilOn: string) =>
  queryOptions({
    queryKey: ['accuracy', queueId, fromOn, untilOn],
    queryFn: async () => (await request(QueueAccuracyDocument, { queueId, fromOn, untilOn })).queueAccuracy ?? null,
  });

export interface VersionRange {
  readonly queueId: string;
  readonly fromOn: string;
  readonly days: number;
}

export const forecastVersionsQuery = ({ queueId, fromOn, days }: VersionRange) =>
  queryOptions({
    queryKey: ['forecast-versions', queueId, fromOn, days],
    queryFn: async () => (await request(ForecastVersionsDocument, { queueId, fromOn, days })).forecastVersions ?? null,
  });

export const compareForecastsQuery = (range: VersionRange, one: string, other: string) =>
  queryOptions({
    queryKey: ['forecast-versions', 'compare', range, one, other],
    queryFn: async () => (await request(CompareForecastsDocument, { ...range, one, other })).compareForecasts ?? null,
  });

export const methodReportQuery = (forecastId: string, queueId: string) =>
  queryOptions({
    queryKey: ['method-report', forecastId, queueId],
    queryFn: async () => (await request(MethodReportDocument, { forecastId, queueId })).methodReport ?? null,
  });

export function useApproveForecast() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: ApproveForecastInput) =>
      (await request(ApproveForecastDocument, { input })).approveForecast,
    onSuccess: () => client.invalidateQueries({ queryKey: ['forecast-versions'] }),
  });
}

export function useScoreForecasts() {
  return useMutation({
    mutationFn: async (range: { readonly fromOn: string; readonly days: number }) =>
      (await request(ScoreForecastsDocument, range)).scoreForecasts,
  });
}

/** What a finished scoring changes on screen. */
export function useScored() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['accuracy'] });
}

export function useCheckForecast() {
  return useMutation({
    mutationFn: async (forecastId: string) => (await request(CheckForecastDocument, { forecastId })).checkForecast,
  });
}
