import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatDateTime } from '../../../app/format/format-time.js';
import { formatNumber } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { EmptyState } from '../../../ui/states.js';
import { Table, type Column } from '../../../ui/table.js';
import type { Connections, Source } from './connections.queries.js';
import { SourceDialog } from './source-dialog.js';

/** Beyond it a wrong clock is told. */
const SKEW_SECONDS = 30;

/** The systems that were heard of; press a name to say what its words mean. */
export function Sources({ data }: { readonly data: Connections }) {
  const viewer = useViewer();
  const mayEdit = can(viewer, 'state-sources.edit');
  const { zone } = homeSite(viewer);
  const [editing, setEditing] = useState<string | null>(null);
  const opened = data.stateSources.find(({ id }) => id === editing) ?? null;
  const columns: Column<Source>[] = [
    {
      id: 'title',
      title: t('setup.title'),
      cell: ({ id, title }) =>
        mayEdit ? (
          <button type="button" className="su-name" onClick={() => setEditing(id)}>
            {title}
          </button>
        ) : (
          title
        ),
    },
    { id: 'id', title: t('setupStates.sourceId'), cell: ({ id }) => <code>{id}</code> },
    { id: 'heard', title: t('setupStates.lastHeard'), cell: (source) => <LastHeard source={source} zone={zone} /> },
    { id: 'clock', title: t('setupStates.clock'), cell: ({ clockSkewSeconds }) => clockInWords(clockSkewSeconds) },
    { id: 'odd', title: t('setupStates.notUnderstood'), cell: (source) => <NotUnderstood source={source} /> },
  ];
  return (
    <>
      {mayEdit ? (
        <div className="su-bar">
          <span className="su-bar-fill" />
          <Button icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onPress={() => setEditing('')}>
            {t('setupStates.addSource')}
          </Button>
        </div>
      ) : null}
      {data.stateSources.length === 0 ? (
        <EmptyState title={t('setupStates.noSources')} text={t('setupStates.noSourcesText')} />
      ) : (
        <div className="su-panel">
          <Table
            caption={t('setupStates.sources')}
            columns={columns}
            rows={data.stateSources}
            rowKey={({ id }) => id}
          />
        </div>
      )}
      {editing !== null && (opened || editing === '') ? (
        <SourceDialog key={editing} source={opened} data={data} onClose={() => setEditing(null)} />
      ) : null}
    </>
  );
}

function LastHeard({ source, zone }: { readonly source: Source; readonly zone: string }) {
  if (source.lastReceivedAt === null) return t('setupStates.never');
  return (
    <span className="sc-heard">
      {formatDateTime(source.lastReceivedAt, zone)}
      {source.silent ? (
        <Chip tone="must">{t('setupStates.silent')}</Chip>
      ) : (
        <Chip tone="good">{t('setupStates.live')}</Chip>
      )}
    </span>
  );
}

function clockInWords(skew: number | null | undefined): string {
  if (skew == null) return t('setupStates.notKnown');
  if (Math.abs(skew) < SKEW_SECONDS) return t('setupStates.right');
  const seconds = formatNumber(Math.abs(skew));
  return t(skew > 0 ? 'setupStates.ahead' : 'setupStates.behind', { seconds });
}

function NotUnderstood({ source: { oddities } }: { readonly source: Source }) {
  const words = oddities.filter(({ kind }) => kind === 'unmapped-state').length;
  const agents = oddities.length - words;
  if (oddities.length === 0) return t('setupStates.nothing');
  return (
    <span className="sc-heard">
      {words > 0 ? <Chip tone="prefer">{t('setupStates.wordCount', { count: words })}</Chip> : null}
      {agents > 0 ? <Chip tone="prefer">{t('setupStates.agentCount', { count: agents })}</Chip> : null}
    </span>
  );
}
