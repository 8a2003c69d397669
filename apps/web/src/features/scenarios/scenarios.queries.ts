import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { ScenarioChange } from '@yotei/scheduling/scenarios';
import { request } from '../../graphql/client.js';
import {
  ArchiveScenarioDocument,
  BranchScenarioDocument,
  CreateScenarioDocument,
  SaveScenarioDocument,
  ScenarioBaseDocument,
  ScenariosDocument,
  type SaveScenarioFieldsFragment,
  type ScenarioFieldsFragment,
} from '../../graphql/generated/graphql.js';
import type { Language } from '../../app/i18n/language.js';
import type { ScenarioItem } from './tree/scenario-tree.model.js';

export type Saved = SaveScenarioFieldsFragment;

/** The days a question is about. */
export interface Range {
  readonly fromOn: string;
  readonly days: number;
}

/** The base changes when the plan does, not while one looks: a refresh is asked for. */
export const scenarioBaseQuery = ({ fromOn, days }: Range, language: Language) =>
  queryOptions({
    queryKey: ['scenario-base', fromOn, days, language],
    queryFn: async () => (await request(ScenarioBaseDocument, { range: { fromOn, days, language } })).scenarioBase,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const itemOf = ({ changes, ...rest }: ScenarioFieldsFragment): ScenarioItem => ({
  ...rest,
  parentId: rest.parentId ?? null,
  changes: changes as readonly ScenarioChange[],
});

const SCENARIOS_KEY = ['scenarios'] as const;

export const scenariosQuery = queryOptions({
  queryKey: SCENARIOS_KEY,
  queryFn: async () => (await request(ScenariosDocument)).scenarios.map(itemOf),
});

/** Puts a scenario, as saved or as somebody else has it, into the list shown, before the server is asked again. */
function keep(client: QueryClient, saved: Saved): void {
  if (saved.__typename !== 'ScenarioSaved' && saved.__typename !== 'ScenarioChangedMeanwhile') return;
  const item = itemOf(saved.scenario);
  client.setQueryData<readonly ScenarioItem[]>(SCENARIOS_KEY, (items = []) =>
    items.some(({ id }) => id === item.id) ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item],
  );
}

export interface NewScenario extends Range {
  readonly name: string;
  readonly changes: readonly ScenarioChange[];
}

/** The writes of the tree; each answers with what became of it. */
export function useScenarioWrites() {
  const client = useQueryClient();
  const kept = { onSuccess: (saved: Saved) => keep(client, saved) };
  const again = { onSuccess: () => client.invalidateQueries({ queryKey: SCENARIOS_KEY }) };
  return {
    create: useMutation({
      mutationFn: async (input: NewScenario) => (await request(CreateScenarioDocument, { input })).createScenario,
      ...kept,
    }),
    branch: useMutation({
      mutationFn: async (input: { readonly id: string; readonly name: string }) =>
        (await request(BranchScenarioDocument, input)).branchScenario,
      ...kept,
    }),
    save: useMutation({
      mutationFn: async (input: {
        readonly id: string;
        readonly version: number;
        readonly name?: string;
        readonly changes?: readonly ScenarioChange[];
      }) => (await request(SaveScenarioDocument, { input })).saveScenario,
      ...kept,
    }),
    archive: useMutation({
      mutationFn: async (input: { readonly id: string; readonly archived: boolean }) =>
        (await request(ArchiveScenarioDocument, input)).archiveScenario,
      ...again,
    }),
  };
}
