import { useQuery } from '@tanstack/react-query';
import { Copy, LayoutGrid, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { local, t } from '../../app/i18n/t.js';
import { Button, IconButton } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, QueryState, SkeletonBlock } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { ReportActs } from './report-acts.js';
import { ReportBlocks } from './report-blocks.js';
import { dashboardContentQuery, useDeleteDashboard, useSaveDashboard, type Dashboard } from './reports.queries.js';

const DashboardEditor = lazy(() => import('./dashboard-editor.js').then((it) => ({ default: it.DashboardEditor })));

interface ViewProps {
  readonly dashboard: Dashboard;
  /** The reader may make dashboards, so may copy this one. */
  readonly mayAdd: boolean;
  readonly onOpen: (id: string) => void;
}

function DeleteDialog({ dashboard, onClose }: { readonly dashboard: Dashboard; readonly onClose: () => void }) {
  const remove = useDeleteDashboard();
  const run = () =>
    remove.mutate(dashboard, {
      onSuccess: ({ __typename }) => {
        const isGone = __typename === 'DashboardDeleted';
        showToast(
          isGone
            ? { text: t('reports.deleted', { title: dashboard.title }) }
            : { text: t('reports.editedMeanwhile'), tone: 'problem' },
        );
        onClose();
      },
      onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
    });
  return (
    <Dialog
      title={t('reports.deleteTitle', { title: dashboard.title })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('reports.cancel')}</Button>
          <Button kind="danger" isDisabled={remove.isPending} onPress={run}>
            {t('reports.delete')}
          </Button>
        </>
      }
    >
      <p>{t('reports.deleteText')}</p>
    </Dialog>
  );
}

function Acts({ dashboard, mayAdd, onOpen }: ViewProps) {
  const [open, setOpen] = useState<'edit' | 'delete'>();
  const save = useSaveDashboard();
  const copy = () =>
    save.mutate(
      {
        title: t('reports.copyOf', { title: dashboard.title }),
        sharedWith: [],
        period: dashboard.period,
        tiles: dashboard.tiles.map((tile) => ({ ...tile })),
      },
      {
        onSuccess: (saved) => saved.__typename === 'DashboardSaved' && onOpen(saved.dashboard.id),
        onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
      },
    );
  return (
    <>
      {mayAdd ? (
        <IconButton
          label={t('reports.copy', { title: dashboard.title })}
          icon={<Copy size={14} strokeWidth={1.75} />}
          onPress={copy}
        />
      ) : null}
      {mayAdd && dashboard.mayEdit ? (
        <>
          <IconButton
            label={t('reports.delete', { title: dashboard.title })}
            icon={<Trash2 size={14} strokeWidth={1.75} />}
            onPress={() => setOpen('delete')}
          />
          <Button icon={<LayoutGrid size={14} strokeWidth={1.75} aria-hidden />} onPress={() => setOpen('edit')}>
            {t('reports.arrange')}
          </Button>
        </>
      ) : null}
      {open === 'delete' ? <DeleteDialog dashboard={dashboard} onClose={() => setOpen(undefined)} /> : null}
      {open === 'edit' ? (
        <Suspense fallback={null}>
          <DashboardEditor
            dashboard={dashboard}
            onClose={() => setOpen(undefined)}
            onSaved={(id) => {
              setOpen(undefined);
              onOpen(id);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** A dashboard with its numbers of now. */
export function DashboardView(props: ViewProps) {
  const { dashboard } = props;
  const content = useQuery(dashboardContentQuery(dashboard));
  const period = content.data?.__typename === 'ReportContent' ? local(content.data.period) : '';
  return (
    <div className="rp-report">
      <div className="rp-head">
        <h2>{dashboard.title}</h2>
        <span className="y-quiet">{period}</span>
        <Acts {...props} />
        <ReportActs subject={{ dashboardId: dashboard.id, on: null, title: dashboard.title }} />
      </div>
      <QueryState query={content} skeleton={<SkeletonBlock height={360} />}>
        {(found) =>
          found.__typename === 'ReportContent' && found.blocks.length > 0 ? (
            <ReportBlocks blocks={found.blocks} />
          ) : (
            <EmptyState title={t('reports.noTiles')} text={t('reports.noTilesText')} />
          )
        }
      </QueryState>
    </div>
  );
}
