import { useQuery } from '@tanstack/react-query';
import { t } from '../../../app/i18n/t.js';
import { can, useViewer } from '../../../app/session.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { ApiKeys } from './api-keys.js';
import { connectionsQuery } from './connections.queries.js';
import { Sources } from './sources.js';
import './connections.css';

/** Where states and queue statistics come from, what their words mean, and with which keys they are sent. */
export function ConnectionsPage() {
  const query = useQuery(connectionsQuery);
  return (
    <>
      <p className="su-intro">{t('setupStates.intro')}</p>
      <h3>{t('setupStates.sources')}</h3>
      <QueryState query={query} skeleton={<SkeletonRows rows={4} height={32} />}>
        {(data) => <Sources data={data} />}
      </QueryState>
      {can(useViewer(), 'api-keys.manage') ? (
        <>
          <h3>{t('setupStates.keys')}</h3>
          <ApiKeys />
        </>
      ) : (
        <p className="y-quiet">{t('setupStates.keysByAdmin')}</p>
      )}
    </>
  );
}
