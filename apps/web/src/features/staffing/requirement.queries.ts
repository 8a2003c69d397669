import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../graphql/client.js';
import {
  ComputeRequirementDocument,
  ExplainRequirementDocument,
  RequirementDocument,
  SaveStaffingSettingsDocument,
  StaffingSettingsDocument,
  type StaffingSettingsInput,
} from '../../graphql/generated/graphql.js';

export const WEEK_DAYS = 7;

export const requirementQuery = (fromOn: string) =>
  queryOptions({
    queryKey: ['requirement', fromOn],
    queryFn: async () => (await request(RequirementDocument, { fromOn, days: WEEK_DAYS })).requirement ?? null,
  });

export const explanationQuery = (queueId: string, at: number) =>
  queryOptions({
    queryKey: ['requirement', 'explain', queueId, at],
    queryFn: async () =>
      (await request(ExplainRequirementDocument, { queueId, startAt: new Date(at).toISOString() }))
        .explainRequirement ?? null,
  });

/** What each queue is staffed by now. */
export const staffingSettingsQuery = queryOptions({
  queryKey: ['staffing-settings'],
  queryFn: async () => (await request(StaffingSettingsDocument)).viewer?.organisation.queues ?? [],
});

export function useComputeRequirement() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (fromOn: string) =>
      (await request(ComputeRequirementDocument, { fromOn, days: WEEK_DAYS })).computeRequirement,
    onSuccess: () =>
      Promise.all([['requirement'], ['weeks']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: StaffingSettingsInput) =>
      (await request(SaveStaffingSettingsDocument, { input })).saveStaffingSettings,
    onSuccess: () => client.invalidateQueries({ queryKey: ['staffing-settings'] }),
  });
}
