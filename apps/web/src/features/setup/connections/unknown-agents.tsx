import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { SaveAgentExternalIdsDocument } from '../../../graphql/generated/graphql.js';
import { Select } from '../../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { showToast } from '../../../ui/toast.js';
import { agentsQuery } from '../setup.queries.js';
import type { Source } from './connections.queries.js';

/** Agents the source names and nobody knows; choosing who it is takes effect for what is sent from then on. */
export function UnknownAgents({
  source,
  strangers,
}: {
  readonly source: Source;
  readonly strangers: Source['oddities'];
}) {
  const agents = useQuery(agentsQuery);
  const client = useQueryClient();
  const assign = useMutation({
    mutationFn: (id: { externalId: string; agentId: string }) =>
      request(SaveAgentExternalIdsDocument, { ids: [{ source: source.id, ...id }] }),
    onSuccess: async (_, { externalId }) => {
      await client.invalidateQueries({ queryKey: ['setup', 'connections'] });
      showToast({ text: t('setup.saved', { name: externalId }) });
    },
    onError: () => showToast({ text: t('setup.failed'), tone: 'problem' }),
  });
  return (
    <fieldset className="sc-meanings">
      <legend>{t('setupStates.unknownAgents')}</legend>
      <p className="y-quiet">{t('setupStates.unknownAgentsHint')}</p>
      <QueryState query={agents} skeleton={<SkeletonRows rows={2} height={32} />}>
        {(data) =>
          strangers.map(({ word, times }) => (
            <Select
              key={word}
              label={t('setupStates.whoIs', { word, count: times })}
              value={null}
              placeholder={t('setupStates.chooseAgent')}
              options={data.agents.map(({ id, name }) => ({ id, text: name }))}
              isDisabled={assign.isPending}
              onChange={(agentId) => assign.mutate({ externalId: word, agentId })}
            />
          ))
        }
      </QueryState>
    </fieldset>
  );
}
