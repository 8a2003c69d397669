import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import { Gauge, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { formatDateRange } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { thisWeek } from '../../app/shell/week-stepper.js';
import { Button, Segmented } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { EmptyState, QueryState, SkeletonBlock } from '../../ui/states.js';
import { Stepper } from '../../ui/stepper.js';
import type { EditedKpi } from './kpi-editor.js';
import { kpiFormulasQuery, measuresQuery } from './measures.queries.js';
import { WEEK_COUNTS, type MeasuresSearch, type WeekCount } from './measures.search.js';
import './measures.css';

// The formula parser comes with the figures, not with the page.
const MeasuresBoard = lazy(() => import('./measures-board.js').then((part) => ({ default: part.MeasuresBoard })));

const ALL = 'all';
const NEW: EditedKpi = { own: null, title: '', formula: '' };

function useShown() {
  const viewer = useViewer();
  const { zone, weekStart } = homeSite(viewer);
  const search = useSearch({ from: '/signed-in/measures' });
  const navigate = useNavigate();
  const weeks: WeekCount = search.weeks ?? 4;
  const queues = [...viewer.organisation.queues].sort((a, b) => a.position - b.position);
  return {
    viewer,
    queues,
    weeks,
    queue: queues.find(({ id }) => id === search.queue),
    from: search.from ?? addDays(thisWeek(zone, weekStart), -7 * weeks),
    show: (next: MeasuresSearch) => void navigate({ to: '/measures', search: { ...search, ...next } }),
  };
}

type Shown = ReturnType<typeof useShown>;

function Toolbar({ shown, onAdd }: { readonly shown: Shown; readonly onAdd: () => void }) {
  const { queues, queue, weeks, from, show, viewer } = shown;
  return (
    <>
      <div className="y-queue-picker">
        <Select
          label={t('measures.queue')}
          hideLabel
          value={queue?.id ?? ALL}
          options={[
            { id: ALL, text: t('measures.allQueues') },
            ...queues.map(({ id, name }) => ({ id, text: local(name) })),
          ]}
          onChange={(id) => show({ queue: id === ALL ? undefined : id })}
        />
      </div>
      <Segmented
        label={t('measures.weeks')}
        value={`${weeks}`}
        options={WEEK_COUNTS.map((count) => ({ value: `${count}` as const, text: t(`measures.weeks${count}`) }))}
        onChange={(next) => show({ weeks: WEEK_COUNTS.find((count) => `${count}` === next) })}
      />
      <Stepper
        text={formatDateRange(from, addDays(from, weeks * 7 - 1))}
        previous={t('measures.earlier')}
        next={t('measures.later')}
        onStep={(direction) => show({ from: addDays(from, direction * 7) })}
      />
      <span className="y-toolbar-fill" />
      {can(viewer, 'measures.edit') ? (
        <Button kind="primary" icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onPress={onAdd}>
          {t('measures.add')}
        </Button>
      ) : null}
    </>
  );
}

/** The first thing a new centre sees: no contacts, and how to get them. KPIs can be written all the same. */
function NoContacts({ shown }: { readonly shown: Shown }) {
  return (
    <EmptyState
      icon={<Gauge size={24} strokeWidth={1.75} aria-hidden />}
      title={t('measures.nothing')}
      text={t('measures.nothingText')}
      action={can(shown.viewer, 'demand.import') ? <Link to="/import">{t('measures.toImport')}</Link> : null}
    />
  );
}

/** What the past weeks were, by KPIs whose formulas stand beside them. */
export function MeasuresScreen() {
  const shown = useShown();
  const measures = useQuery(measuresQuery(shown.from, shown.weeks * 7));
  const formulas = useQuery(kpiFormulasQuery);
  const [edited, setEdited] = useState<EditedKpi>();
  const skeleton = <SkeletonBlock height={320} />;
  return (
    <Page title={t('app.measures')} toolbar={<Toolbar shown={shown} onAdd={() => setEdited(NEW)} />}>
      <QueryState query={measures} skeleton={skeleton}>
        {(rows) => (
          <QueryState query={formulas} skeleton={skeleton}>
            {(own) => {
              const row = rows.find(({ queue }) => queue?.id === shown.queue?.id);
              return row ? (
                <Suspense fallback={skeleton}>
                  {row.whole.intervalCount === 0 ? <NoContacts shown={shown} /> : null}
                  <MeasuresBoard
                    row={row}
                    formulas={own}
                    mayEdit={can(shown.viewer, 'measures.edit')}
                    edited={edited}
                    onEdit={setEdited}
                  />
                </Suspense>
              ) : null;
            }}
          </QueryState>
        )}
      </QueryState>
    </Page>
  );
}
