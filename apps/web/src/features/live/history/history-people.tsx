import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { AgentAdherenceHistoryDocument } from '../../../graphql/generated/graphql.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { HistoryTable } from './history-table.js';
import { agentRows, type AgentColumns } from './history.model.js';

/** The people of a team over the range, for those who may see them. */
export function HistoryPeople(of: { readonly fromOn: string; readonly days: number; readonly teamId: string }) {
  const query = useQuery({
    queryKey: ['adherence-history', 'people', of],
    queryFn: async (): Promise<AgentColumns> => {
      const { agentAdherenceHistory } = await request(AgentAdherenceHistoryDocument, of);
      if (agentAdherenceHistory.__typename === 'InvalidInput') throw new Error(agentAdherenceHistory.message);
      return agentAdherenceHistory;
    },
  });
  const names = useMemo(() => new Map(query.data?.agentId.map((id, i) => [id, query.data.name[i]!])), [query.data]);
  return (
    <section className="y-panel" aria-labelledby="lh-people">
      <h2 id="lh-people">{t('adherenceHistory.byPerson')}</h2>
      <p className="y-quiet">{t('adherenceHistory.byPersonText')}</p>
      <QueryState query={query} skeleton={<SkeletonRows rows={6} height={28} />}>
        {(columns) => (
          <HistoryTable
            caption={t('adherenceHistory.byPerson')}
            head={{ title: t('adherenceHistory.person'), cell: ({ id }) => names.get(id) ?? id }}
            rows={agentRows(columns)}
          />
        )}
      </QueryState>
    </section>
  );
}
