import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { JobCard } from '../../../app/jobs/job-card.js';
import { can, homeSite, useViewer } from '../../../app/session.js';
import { Page } from '../../../app/shell/page.js';
import { request } from '../../../graphql/client.js';
import { ImportRunsDocument } from '../../../graphql/generated/graphql.js';
import { NoPermission, QueryState, SkeletonRows } from '../../../ui/states.js';
import type { ImportPreview } from './upload.js';
import { DropArea } from './drop-area.js';
import { ImportRuns } from './import-runs.js';
import { MappingForm } from './mapping-form.js';
import './import.css';

export const importRunsQuery = queryOptions({
  queryKey: ['import-runs'],
  queryFn: async () => (await request(ImportRunsDocument)).importRuns,
});

/** From a CSV file to history: choose it, look at it, say how to read it, watch it load. */
export function ImportScreen() {
  const viewer = useViewer();
  const client = useQueryClient();
  const [preview, setPreview] = useState<ImportPreview>();
  const [jobId, setJobId] = useState<string>();
  const runs = useQuery({ ...importRunsQuery, enabled: can(viewer, 'demand.import') });
  const refresh = useCallback(
    () =>
      void Promise.all(
        [['import-runs'], ['demand'], ['weeks'], ['viewer']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
    [client],
  );
  if (!can(viewer, 'demand.import')) {
    return (
      <Page title={t('app.import')}>
        <NoPermission />
      </Page>
    );
  }
  return (
    <Page title={t('app.import')}>
      <div className="y-import">
        {preview ? (
          <MappingForm
            key={preview.uploadId}
            preview={preview}
            onCancel={() => setPreview(undefined)}
            onStarted={(id) => (setPreview(undefined), setJobId(id))}
          />
        ) : (
          <DropArea onPreview={setPreview} />
        )}
        {jobId ? (
          <>
            <JobCard id={jobId} onFinished={refresh} />
            <Link to="/demand">{t('import.toDemand')}</Link>
          </>
        ) : null}
        <QueryState query={runs} skeleton={<SkeletonRows rows={4} height={28} />}>
          {(found) => <ImportRuns runs={found} zone={homeSite(viewer).zone} />}
        </QueryState>
      </div>
    </Page>
  );
}
