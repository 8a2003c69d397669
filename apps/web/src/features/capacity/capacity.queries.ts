import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CapacityPlan } from '@yotei/scheduling/capacity';
import { request } from '../../graphql/client.js';
import {
  ArchiveCapacityPlanDocument,
  CapacityPlanDocument,
  CapacityPlansDocument,
  CapacityProposalsDocument,
  CreateCapacityPlanDocument,
  ProposeHiringDocument,
  SaveCapacityPlanDocument,
  type CapacityPlanFieldsFragment,
  type CapacityProposalFieldsFragment,
} from '../../graphql/generated/graphql.js';

export type CapacityProposal = CapacityProposalFieldsFragment;

/** A plan as stored, its document typed: the api has checked it before storing. */
export type SavedPlan = Omit<CapacityPlanFieldsFragment, 'plan'> & { readonly plan: CapacityPlan };

export const planOf = (row: CapacityPlanFieldsFragment): SavedPlan => ({ ...row, plan: row.plan as CapacityPlan });

export const capacityPlansQuery = queryOptions({
  queryKey: ['capacity-plans'],
  queryFn: async () => (await request(CapacityPlansDocument)).capacityPlans,
});

export const capacityPlanQuery = (id: string) =>
  queryOptions({
    queryKey: ['capacity-plan', id],
    queryFn: async () => {
      const { capacityPlan } = await request(CapacityPlanDocument, { id });
      return capacityPlan ? planOf(capacityPlan) : null;
    },
  });

export const proposalsQuery = (id: string) =>
  queryOptions({
    queryKey: ['capacity-proposals', id],
    queryFn: async () => (await request(CapacityProposalsDocument, { id })).capacityPlan?.proposals ?? [],
  });

function useListChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: capacityPlansQuery.queryKey });
}

export function useCreatePlan() {
  const changed = useListChanged();
  return useMutation({
    mutationFn: async (input: { title: string; weeks?: number; copyOfId?: string }) =>
      (await request(CreateCapacityPlanDocument, { input })).createCapacityPlan,
    onSuccess: changed,
  });
}

export function useSavePlan() {
  const changed = useListChanged();
  return useMutation({
    mutationFn: async (input: { id: string; version: number; title: string; plan: CapacityPlan }) =>
      (await request(SaveCapacityPlanDocument, { input })).saveCapacityPlan,
    onSuccess: changed,
  });
}

export function useArchivePlan() {
  const changed = useListChanged();
  return useMutation({
    mutationFn: (order: { id: string; archived: boolean }) => request(ArchiveCapacityPlanDocument, order),
    onSuccess: changed,
  });
}

export function usePropose() {
  return useMutation({
    mutationFn: async (order: { planId: string; keep: boolean; seconds: number }) =>
      (await request(ProposeHiringDocument, order)).proposeHiring,
  });
}
