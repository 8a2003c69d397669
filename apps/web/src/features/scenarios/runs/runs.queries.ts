import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../graphql/client.js';
import {
  ScenarioRunsDocument,
  StartScenarioRosterDocument,
  StartScenarioSimulationDocument,
} from '../../../graphql/generated/graphql.js';
import type { RunsById } from './runs.model.js';

const KEY = ['scenario-runs'] as const;
const NONE: RunsById = new Map();

/** New rosters and simulations of these scenarios. */
export function useRuns(ids: readonly string[]): RunsById {
  const { data } = useQuery({
    queryKey: [...KEY, ...ids],
    enabled: ids.length > 0,
    queryFn: async () => {
      const found = (await request(ScenarioRunsDocument, { ids: [...ids] })).compareScenarios;
      if (found.__typename !== 'ScenarioComparison') return NONE;
      return new Map(found.columns.map(({ scenario, runs }) => [scenario.id, runs]));
    },
  });
  return data ?? NONE;
}

/** Starts a job; its id when it has begun. */
export function useStartRun() {
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: async ({ id, kind }: { readonly id: string; readonly kind: 'ROSTER' | 'SIMULATION' }) =>
      kind === 'ROSTER'
        ? (await request(StartScenarioRosterDocument, { id })).startScenarioRoster
        : (await request(StartScenarioSimulationDocument, { id })).startScenarioSimulation,
  });
  return { start, landed: () => void client.invalidateQueries({ queryKey: KEY }) };
}
