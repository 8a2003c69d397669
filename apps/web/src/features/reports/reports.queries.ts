import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../graphql/client.js';
import {
  DailyReportDocument,
  DashboardContentDocument,
  DeleteDashboardDocument,
  ReportChoicesDocument,
  ReportsDocument,
  SaveDashboardDocument,
  type DailyReportFieldsFragment,
  type DashboardFieldsFragment,
  type DashboardInput,
  type ReportContentFieldsFragment,
} from '../../graphql/generated/graphql.js';

export type Dashboard = DashboardFieldsFragment;
export type DashboardTile = Dashboard['tiles'][number];
export type ReportContent = ReportContentFieldsFragment;
export type ReportBlock = ReportContent['blocks'][number];
export type DailyReport = DailyReportFieldsFragment & { readonly content: ReportContent };

export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: () => request(ReportsDocument),
});

export const reportChoicesQuery = queryOptions({
  queryKey: ['report-choices'],
  queryFn: () => request(ReportChoicesDocument),
});

/** Of a version: an arrangement just stored is not shown with the numbers of the one before. */
export const dashboardContentQuery = ({ id, version }: Pick<Dashboard, 'id' | 'version'>) =>
  queryOptions({
    queryKey: ['dashboard-content', id, version],
    queryFn: async () => (await request(DashboardContentDocument, { id })).dashboardContent,
  });

export const dailyReportQuery = (on: string) =>
  queryOptions({
    queryKey: ['daily-report', on],
    queryFn: async () => (await request(DailyReportDocument, { on })).dailyReport,
  });

export function useSaveDashboard() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: DashboardInput) => (await request(SaveDashboardDocument, { input })).saveDashboard,
    onSuccess: () => client.invalidateQueries({ queryKey: reportsQuery.queryKey }),
  });
}

export function useDeleteDashboard() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, version }: Pick<Dashboard, 'id' | 'version'>) =>
      (await request(DeleteDashboardDocument, { id, version })).deleteDashboard,
    onSuccess: () => client.invalidateQueries({ queryKey: reportsQuery.queryKey }),
  });
}
