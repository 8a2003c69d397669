import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { addDays, daysBetween, localDateOf } from '@yotei/time';
import { FileUp, Gauge, Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { formatDateRange } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import type { MeasureRangeInput } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { EmptyState, QueryState, SkeletonBlock } from '../../ui/states.js';
import { Stepper } from '../../ui/stepper.js';
import { Annotations } from './annotations.js';
import type { EditedKpi } from './kpi-editor.js';
import type { Definitions } from './measures.model.js';
import { definitionsQuery, valuesQuery } from './measures.queries.js';
import { daysShown, defaultBy, stepped } from './measures-span.js';
import { CALENDAR_SPANS, CUTS, PERIODS, WEEK_COUNTS, type MeasuresSearch, type WeekCount } from './measures.search.js';
import './measures.css';

// The formula parser comes with the figures, not with the page.
const MeasuresBoard = lazy(() => import('./measures-board.js').then((part) => ({ default: part.MeasuresBoard })));
const MeasureDetail = lazy(() => import('./measure-detail.js').then((part) => ({ default: part.MeasureDetail })));
const KpiEditor = lazy(() => import('./kpi-editor.js').then((part) => ({ default: part.KpiEditor })));
const FactImport = lazy(() => import('./fact-import.js').then((part) => ({ default: part.FactImport })));

const ALL = 'all';
const NEW: EditedKpi = { own: null, title: '', formula: '' };

function useShown() {
  const viewer = useViewer();
  const { zone, weekStart } = homeSite(viewer);
  const search = useSearch({ from: '/signed-in/measures' });
  const navigate = useNavigate();
  const weeks: WeekCount = search.weeks ?? 4;
  const queues = [...viewer.organisation.queues].sort((a, b) => a.position - b.position);
  const queue = queues.find(({ id }) => id === search.queue);
  const { span } = search;
  const shownDays = daysShown({ span, weeks, from: search.from, todayOn: localDateOf(Date.now(), zone), weekStart });
  const { fromOn: from, untilOn: until } = shownDays;
  const by = search.by ?? defaultBy({ span, weeks });
  const cut = search.cut ?? 'ALL';
  const range = useMemo(
    (): MeasureRangeInput => ({
      ...{ fromOn: from, untilOn: until, period: by, cut, weekStart },
      ...(queue && { queueIds: [queue.id] }),
    }),
    [from, until, by, cut, weekStart, queue],
  );
  return {
    ...{ viewer, queues, weeks, span, queue, from, until, by, cut, range, zone, kpi: search.kpi },
    show: (next: MeasuresSearch) => void navigate({ to: '/measures', search: { ...search, ...next } }),
  };
}

type Shown = ReturnType<typeof useShown>;

/** How long, and from when. */
function SpanPicker({ shown: { span, weeks, from, until, show } }: { readonly shown: Shown }) {
  return (
    <>
      <Select
        label={t('measures.weeks')}
        hideLabel
        value={span ?? `${weeks}`}
        options={[
          ...WEEK_COUNTS.map((count) => ({
            id: `${count}`,
            text: t(count === 52 ? 'measureTools.weeks52' : `measures.weeks${count}`),
          })),
          ...CALENDAR_SPANS.map((id) => ({ id, text: t(`measureTools.span_${id}`) })),
        ]}
        onChange={(id) =>
          show({
            weeks: WEEK_COUNTS.find((count) => `${count}` === id),
            span: CALENDAR_SPANS.find((one) => one === id),
            ...{ from: undefined, by: undefined },
          })
        }
      />
      <Stepper
        text={formatDateRange(from, addDays(until, -1))}
        previous={t('measures.earlier')}
        next={t('measures.later')}
        onStep={(direction) =>
          show({ from: span ? stepped({ span, from, until }, direction) : addDays(from, direction * 7) })
        }
      />
    </>
  );
}

function Pickers({ shown }: { readonly shown: Shown }) {
  const { queues, queue, from, until, by, cut, show } = shown;
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
      <SpanPicker shown={shown} />
      <Select
        label={t('measureTools.by')}
        hideLabel
        value={by}
        options={PERIODS.filter((id) => id !== 'HOUR' || daysBetween(from, until) <= 7).map((id) => ({
          id,
          text: t(`measureTools.by_${id}`),
        }))}
        onChange={(id) => show({ by: PERIODS.find((one) => one === id) })}
      />
      <Select
        label={t('measureTools.cut')}
        hideLabel
        value={cut}
        options={CUTS.map((id) => ({ id, text: t(`measureTools.cut_${id}`) }))}
        onChange={(id) => show({ cut: CUTS.find((one) => one === id) })}
      />
    </>
  );
}

interface Acts {
  readonly onAdd: () => void;
  readonly onImport: () => void;
}

function Toolbar({ shown, onAdd, onImport }: Acts & { readonly shown: Shown }) {
  return (
    <>
      <Pickers shown={shown} />
      <span className="y-toolbar-fill" />
      {can(shown.viewer, 'measures.ingest') ? (
        <Button icon={<FileUp size={14} strokeWidth={1.75} aria-hidden />} onPress={onImport}>
          {t('measureTools.import')}
        </Button>
      ) : null}
      {can(shown.viewer, 'measures.edit') ? (
        <Button kind="primary" icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onPress={onAdd}>
          {t('measures.add')}
        </Button>
      ) : null}
    </>
  );
}

/** The first thing a new centre sees: no contacts, and how to get them. KPIs can be written all the same. */
function NoContacts({ shown }: { readonly shown: Shown }) {
  const { data } = useQuery(valuesQuery(['offered'], { ...shown.range, period: 'WHOLE', cut: 'ALL' }));
  if (!data || !('series' in data) || data.series[0]?.whole != null) return null;
  return (
    <EmptyState
      icon={<Gauge size={24} strokeWidth={1.75} aria-hidden />}
      title={t('measures.nothing')}
      text={t('measures.nothingText')}
      action={can(shown.viewer, 'demand.import') ? <Link to="/import">{t('measures.toImport')}</Link> : null}
    />
  );
}

type Opened = { readonly edited?: EditedKpi; readonly importing?: boolean };

function Dialogs({
  shown,
  definitions,
  opened,
  onClose,
}: {
  readonly shown: Shown;
  readonly definitions: Definitions;
  readonly opened: Opened;
  readonly onClose: () => void;
}) {
  const measure = definitions.measureDefinitions.find(({ id }) => id === shown.kpi);
  const { range, zone } = shown;
  const mayEdit = can(shown.viewer, 'measures.edit');
  return (
    <Suspense>
      {measure ? (
        <MeasureDetail
          {...{ measure, definitions, range, zone, mayEdit }}
          onClose={() => shown.show({ kpi: undefined })}
        />
      ) : null}
      {opened.edited ? <KpiEditor edited={opened.edited} {...{ definitions, range, onClose }} /> : null}
      {opened.importing ? <FactImport {...{ definitions, onClose }} /> : null}
    </Suspense>
  );
}

/** What the past was, by measures whose formulas stand beside them. */
export function MeasuresScreen() {
  const shown = useShown();
  const definitions = useQuery(definitionsQuery);
  const [opened, setOpened] = useState<Opened>({});
  const mayEdit = can(shown.viewer, 'measures.edit');
  const skeleton = <SkeletonBlock height={320} />;
  const acts = { onAdd: () => setOpened({ edited: NEW }), onImport: () => setOpened({ importing: true }) };
  return (
    <Page title={t('app.measures')} toolbar={<Toolbar shown={shown} {...acts} />}>
      <NoContacts shown={shown} />
      <QueryState query={definitions} skeleton={skeleton}>
        {(found) => (
          <Suspense fallback={skeleton}>
            <MeasuresBoard
              definitions={found}
              range={shown.range}
              zone={shown.zone}
              acts={mayEdit ? { onEdit: (edited) => setOpened({ edited }) } : null}
              onOpen={(kpi) => shown.show({ kpi })}
            />
            <Annotations range={shown.range} mayEdit={mayEdit} />
            <Dialogs {...{ shown, opened }} definitions={found} onClose={() => setOpened({})} />
          </Suspense>
        )}
      </QueryState>
    </Page>
  );
}
