import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import { Calculator, SlidersHorizontal, SquareFunction, UsersRound } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { formatNumber } from '../../app/format/format-number.js';
import { formatDate } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { thisWeek, WeekStepper, weekTitle } from '../../app/shell/week-stepper.js';
import { Button, Segmented } from '../../ui/button.js';
import { MenuButton } from '../../ui/menu.js';
import { EmptyState, QueryState, SkeletonBlock } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { HeatTable } from './heat-table.js';
import { QueueSummary } from './queue-summary.js';
import { RequirementChart } from './requirement-chart.js';
import { dayHours, heatDay, type QueueRequirement, type RequirementView } from './requirement.model.js';
import { requirementQuery, useComputeRequirement, WEEK_DAYS } from './requirement.queries.js';
import type { RequirementSearch } from './requirement.search.js';
import { StaleNotice } from './stale-notice.js';
import { WhyPanel } from './why-panel.js';
import './requirement.css';

// The staffing library and the formula parser come with what needs them, not with the page.
const SettingsDialog = lazy(() => import('./settings-dialog.js').then((part) => ({ default: part.SettingsDialog })));
const WhatIfPanel = lazy(() => import('./what-if-panel.js').then((part) => ({ default: part.WhatIfPanel })));

function useShown() {
  const viewer = useViewer();
  const { zone, weekStart } = homeSite(viewer);
  const search = useSearch({ from: '/signed-in/requirement' });
  const navigate = useNavigate();
  const week = search.week ?? thisWeek(zone, weekStart);
  return {
    viewer,
    zone,
    weekStart,
    week,
    day: search.day && search.day >= week && search.day < addDays(week, WEEK_DAYS) ? search.day : week,
    opened: search.queue && search.at ? { queueId: search.queue, at: search.at } : undefined,
    cells: search.show ?? ('agents' as const),
    isFormulaOpen: search.formula ?? false,
    settingsOf: search.settings,
    show: (next: RequirementSearch) => void navigate({ to: '/requirement', search: { ...search, ...next } }),
  };
}

type Shown = ReturnType<typeof useShown>;

function DayStrip({ view, shown }: { readonly view: RequirementView; readonly shown: Shown }) {
  const days = Array.from({ length: WEEK_DAYS }, (_, index) => addDays(shown.week, index));
  return (
    <div className="y-day-strip" role="group" aria-label={t('demand.day')}>
      {days.map((on) => (
        <button
          key={on}
          type="button"
          aria-pressed={on === shown.day}
          onClick={() => shown.show({ day: on, queue: undefined, at: undefined })}
        >
          <strong>{formatDate(on)}</strong>
          <span className="y-quiet">
            {t('staffing.dayHours', { hours: formatNumber(dayHours(view, on, shown.zone), 1) })}
          </span>
        </button>
      ))}
    </div>
  );
}

function DayOfRequirement({ view, shown }: { readonly view: RequirementView; readonly shown: Shown }) {
  const day = useMemo(() => heatDay(view, shown.day, shown.zone), [view, shown.day, shown.zone]);
  const { opened, show, zone, cells } = shown;
  if (day.starts.length === 0) return <p className="y-panel-body y-quiet">{t('staffing.closedDay')}</p>;
  return (
    <>
      <div className="y-heat-head">
        <h2>{t(cells === 'agents' ? 'staffing.heatTitle' : 'staffing.chanceTitle')}</h2>
        <Segmented
          label={t('staffing.cells')}
          value={cells}
          options={[
            { value: 'agents', text: t('staffing.cells.agents') },
            { value: 'chance', text: t('staffing.cells.chance') },
          ]}
          onChange={(next) => show({ show: next === 'chance' ? next : undefined })}
        />
      </div>
      <HeatTable day={day} show={cells} zone={zone} selected={opened} onOpen={(queue, at) => show({ queue, at })} />
      <p className="y-quiet y-heat-note">{t(cells === 'agents' ? 'staffing.heatNote' : 'staffing.chanceNote')}</p>
      <div className="y-panel-body y-heat-chart">
        <h3>{t('staffing.chartTitle')}</h3>
        <RequirementChart day={day} zone={zone} />
      </div>
    </>
  );
}

function WeekOfRequirement({
  view,
  shown,
  onSettings,
}: {
  readonly view: RequirementView;
  readonly shown: Shown;
  readonly onSettings: (queueId: string) => void;
}) {
  const { opened, show, zone, viewer } = shown;
  const openedQueue = view.queues.find(({ queue }) => queue.id === opened?.queueId)?.queue;
  return (
    <div className="y-requirement" data-why={Boolean(opened)}>
      <div className="y-requirement-main">
        <section className="y-panel" aria-label={t('staffing.heatTitle')}>
          <DayStrip view={view} shown={shown} />
          <DayOfRequirement view={view} shown={shown} />
        </section>
        <section className="y-panel y-queue-summary" aria-label={t('staffing.summaryTitle')}>
          <QueueSummary view={view} on={shown.day} onSettings={can(viewer, 'staffing.edit') ? onSettings : undefined} />
        </section>
      </div>
      {opened && openedQueue ? (
        <WhyPanel
          queueId={opened.queueId}
          queueName={local(openedQueue.name)}
          at={opened.at}
          zone={zone}
          onClose={() => show({ queue: undefined, at: undefined })}
        />
      ) : null}
    </div>
  );
}

function useCompute(week: string) {
  const compute = useComputeRequirement();
  const run = () =>
    compute.mutate(week, {
      onSuccess: (result) => {
        if (result.__typename === 'RequirementComputed') showToast({ text: t('staffing.computed') });
        else if (result.__typename === 'ForecastMissing')
          showToast({ text: t('staffing.forecastMissing'), tone: 'problem' });
        else showToast({ text: result.message, tone: 'problem' });
      },
      onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
    });
  return { run, isRunning: compute.isPending };
}

interface ToolbarProps {
  readonly shown: Shown;
  readonly compute: ReturnType<typeof useCompute>;
  readonly onSettings: (queueId: string) => void;
}

/** Settings stand here too: a queue without a handle time must be set before there is any figure to stand beside. */
function Toolbar({ shown, compute, onSettings }: ToolbarProps) {
  const { queues } = shown.viewer.organisation;
  return (
    <>
      <span className="y-toolbar-fill" />
      <Button
        icon={<SquareFunction size={14} strokeWidth={1.75} aria-hidden />}
        aria-pressed={shown.isFormulaOpen}
        onPress={() => shown.show({ formula: shown.isFormulaOpen ? undefined : true })}
      >
        {t('staffing.whatIf')}
      </Button>
      {can(shown.viewer, 'staffing.edit') ? (
        <>
          <MenuButton
            label={t('staffing.settings')}
            items={queues.map(({ id, name }) => ({ id, text: local(name) }))}
            onAction={onSettings}
          >
            <SlidersHorizontal size={14} strokeWidth={1.75} aria-hidden />
            {t('staffing.settings')}
          </MenuButton>
          <Button
            kind="primary"
            icon={<Calculator size={14} strokeWidth={1.75} aria-hidden />}
            onPress={compute.run}
            isDisabled={compute.isRunning}
          >
            {t('staffing.compute')}
          </Button>
        </>
      ) : null}
    </>
  );
}

function NothingYet({ shown, compute }: { readonly shown: Shown; readonly compute: ReturnType<typeof useCompute> }) {
  return (
    <EmptyState
      icon={<UsersRound size={24} strokeWidth={1.75} aria-hidden />}
      title={t('staffing.nothing')}
      text={t('staffing.nothingText')}
      action={
        can(shown.viewer, 'staffing.edit') ? (
          <>
            <Button kind="primary" onPress={compute.run} isDisabled={compute.isRunning}>
              {t('staffing.compute')}
            </Button>
            <Link to="/demand" search={{ from: shown.week }}>
              {t('staffing.toDemand')}
            </Link>
          </>
        ) : null
      }
    />
  );
}

function WhatIf({ shown, requirement }: { readonly shown: Shown; readonly requirement: QueueRequirement | undefined }) {
  if (!shown.isFormulaOpen) return null;
  return (
    <Suspense fallback={<SkeletonBlock height={120} />}>
      <WhatIfPanel requirement={requirement} at={shown.opened?.at} onClose={() => shown.show({ formula: undefined })} />
    </Suspense>
  );
}

/** Agents by queue and interval, the goals behind them, and the calculation of each number. */
export function RequirementScreen() {
  const shown = useShown();
  const { week, zone, weekStart, viewer } = shown;
  const requirement = useQuery(requirementQuery(week));
  const compute = useCompute(week);
  const setSettingsOf = (settings: string | undefined) => shown.show({ settings });
  const queue = viewer.organisation.queues.find(({ id }) => id === shown.settingsOf);
  const weekOf = (queueId: string | undefined) => requirement.data?.queues.find((one) => one.queue.id === queueId);
  const stepper = (
    <WeekStepper
      weekStartOn={week}
      zone={zone}
      firstWeekday={weekStart}
      onChange={(next) => shown.show({ week: next, day: undefined, queue: undefined, at: undefined })}
    />
  );
  return (
    <Page
      title={`${t('app.requirement')} · ${weekTitle(week)}`}
      header={stepper}
      toolbar={<Toolbar shown={shown} compute={compute} onSettings={setSettingsOf} />}
    >
      <WhatIf shown={shown} requirement={weekOf(shown.opened?.queueId)} />
      <QueryState query={requirement} skeleton={<SkeletonBlock height={320} />}>
        {(found) =>
          found?.queues.length ? (
            <>
              <StaleNotice
                view={found}
                zone={zone}
                onCompute={can(viewer, 'staffing.edit') ? compute.run : undefined}
                isRunning={compute.isRunning}
              />
              <WeekOfRequirement view={found} shown={shown} onSettings={setSettingsOf} />
            </>
          ) : (
            <NothingYet shown={shown} compute={compute} />
          )
        }
      </QueryState>
      {queue ? (
        <Suspense>
          <SettingsDialog
            queueId={queue.id}
            queueName={local(queue.name)}
            week={weekOf(queue.id)}
            onClose={() => setSettingsOf(undefined)}
            onSaved={compute.run}
          />
        </Suspense>
      ) : null}
    </Page>
  );
}
