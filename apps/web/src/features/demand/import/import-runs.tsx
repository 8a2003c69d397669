import { Download } from 'lucide-react';
import { formatNumber } from '../../../app/format/format-number.js';
import { formatDateTime } from '../../../app/format/format-time.js';
import { t, tIfKnown } from '../../../app/i18n/t.js';
import { JobStateChip } from '../../../app/jobs/job-card.js';
import type { ImportRunFieldsFragment } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { PopoverTrigger } from '../../../ui/dialog.js';
import { Table, type Column } from '../../../ui/table.js';

type Run = ImportRunFieldsFragment;

function Rejects({ run }: { readonly run: Run }) {
  if (run.rejectedCount === 0) return <>0</>;
  return (
    <span className="y-rejects">
      <PopoverTrigger
        label={t('import.rejects')}
        trigger={<Button kind="quiet">{t('import.rejectCount', { count: run.rejectedCount })}</Button>}
      >
        <ul className="y-reject-list">
          {run.firstRejects.map(({ record, column, code, raw, message }) => (
            <li key={`${record}${column}`}>
              <strong>{t('import.row', { record: formatNumber(record) })}</strong> {column}:{' '}
              {tIfKnown(`import.reject.${code}`, undefined, message)} {raw ? <code>{raw}</code> : null}
            </li>
          ))}
        </ul>
      </PopoverTrigger>
      {run.rejectsUrl ? (
        <a
          href={run.rejectsUrl}
          download
          className="y-button y-button-quiet"
          aria-label={t('import.downloadRejects', { file: run.fileName })}
        >
          <Download size={14} strokeWidth={1.75} aria-hidden />
        </a>
      ) : null}
    </span>
  );
}

function columns(zone: string): readonly Column<Run>[] {
  return [
    { id: 'file', title: t('import.file'), cell: ({ fileName }) => fileName },
    { id: 'state', title: t('jobs.state'), cell: (run) => <JobStateChip job={run} /> },
    { id: 'created', title: t('jobs.created'), cell: ({ createdAt }) => formatDateTime(createdAt, zone) },
    { id: 'read', title: t('import.read'), cell: ({ readCount }) => formatNumber(readCount), numeric: true },
    {
      id: 'accepted',
      title: t('import.accepted'),
      cell: ({ acceptedCount }) => formatNumber(acceptedCount),
      numeric: true,
    },
    {
      id: 'changed',
      title: t('import.changed'),
      cell: ({ changedCount }) => formatNumber(changedCount),
      numeric: true,
    },
    { id: 'rejected', title: t('import.rejected'), cell: (run) => <Rejects run={run} />, numeric: true },
  ];
}

/** Past imports with what they took in and left out. */
export function ImportRuns({ runs, zone }: { readonly runs: readonly Run[]; readonly zone: string }) {
  return (
    <section className="y-panel" aria-labelledby="runs-title">
      <div className="y-panel-head">
        <h2 id="runs-title">{t('import.runs')}</h2>
      </div>
      {runs.length ? (
        <Table caption={t('import.runs')} columns={columns(zone)} rows={runs} rowKey={({ id }) => id} />
      ) : (
        <p className="y-panel-body y-quiet">{t('import.noRuns')}</p>
      )}
    </section>
  );
}
