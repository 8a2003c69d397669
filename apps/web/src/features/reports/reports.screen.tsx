import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import { ChartColumn, Plus } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { dateInZone, formatDate } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { useNow } from '../../app/use-now.js';
import { Button } from '../../ui/button.js';
import { EmptyState, QueryState, SkeletonBlock } from '../../ui/states.js';
import { DailyReportView } from './daily-report-view.js';
import { DashboardView } from './dashboard-view.js';
import { reportsQuery, type Dashboard } from './reports.queries.js';
import type { ReportsSearch } from './reports.search.js';
import './reports.css';

const DashboardEditor = lazy(() => import('./dashboard-editor.js').then((it) => ({ default: it.DashboardEditor })));

interface Listed {
  readonly dashboards: readonly Dashboard[];
  readonly days: readonly { readonly on: string; readonly note: string }[];
}

/** Today and yesterday stand in the list before they are written. */
function daysListed(written: Listed['days'], today: string): Listed['days'] {
  const near = [today, addDays(today, -1)].filter((on) => !written.some((one) => one.on === on));
  return [...near.map((on) => ({ on, note: '' })), ...written].sort((a, b) => b.on.localeCompare(a.on));
}

function ReportList({ listed, shown }: { readonly listed: Listed; readonly shown: ReportsSearch }) {
  return (
    <nav className="y-panel rp-list" aria-label={t('reports.list')}>
      <h2>{t('reports.dashboards')}</h2>
      {listed.dashboards.map(({ id, title, ownerName, sharedWith }) => (
        <Link key={id} to="/reports" search={{ dashboard: id }} aria-current={shown.dashboard === id}>
          {title}
          <small>{sharedWith.length === 0 ? t('reports.private') : (ownerName ?? t('reports.ofAll'))}</small>
        </Link>
      ))}
      {listed.dashboards.length === 0 ? <p className="y-quiet">{t('reports.noDashboards')}</p> : null}
      <h2>{t('reports.days')}</h2>
      {listed.days.map(({ on, note }) => (
        <Link key={on} to="/reports" search={{ day: on }} aria-current={shown.day === on}>
          {formatDate(on)}
          {note ? <small>{note}</small> : null}
        </Link>
      ))}
    </nav>
  );
}

/** The dashboard a link asks for, else the first; none where a day is asked for. */
function shownOf(dashboards: readonly Dashboard[], search: ReportsSearch): Dashboard | undefined {
  if (search.day) return undefined;
  return search.dashboard ? dashboards.find(({ id }) => id === search.dashboard) : dashboards[0];
}

interface ChosenProps {
  readonly dashboards: readonly Dashboard[];
  readonly search: ReportsSearch;
  readonly mayEdit: boolean;
  readonly onOpen: (id: string) => void;
  readonly add: ReactNode;
}

function Chosen({ dashboards, search, mayEdit, onOpen, add }: ChosenProps) {
  if (search.day) return <DailyReportView key={search.day} on={search.day} mayEdit={mayEdit} />;
  const dashboard = shownOf(dashboards, search);
  if (dashboard) return <DashboardView key={dashboard.id} dashboard={dashboard} mayAdd={mayEdit} onOpen={onOpen} />;
  return (
    <EmptyState
      icon={<ChartColumn size={24} strokeWidth={1.75} aria-hidden />}
      title={t(search.dashboard ? 'reports.gone' : 'reports.nothing')}
      text={t(search.dashboard ? 'reports.goneText' : 'reports.nothingText')}
      action={add}
    />
  );
}

/** Dashboards and the reports of days: read, arranged, sent and shared. */
export function ReportsScreen() {
  const viewer = useViewer();
  const { zone } = homeSite(viewer);
  const search = useSearch({ from: '/signed-in/reports' });
  const navigate = useNavigate();
  const today = dateInZone(useNow(60_000), zone);
  const reports = useQuery(reportsQuery);
  const [isNew, setNew] = useState(false);
  const mayEdit = can(viewer, 'reports.edit');
  const add = mayEdit ? (
    <Button kind="primary" icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onPress={() => setNew(true)}>
      {t('reports.add')}
    </Button>
  ) : null;
  const open = (id: string) => {
    setNew(false);
    void navigate({ to: '/reports', search: { dashboard: id } });
  };
  return (
    <Page
      title={t('app.reports')}
      toolbar={
        <>
          <span className="y-toolbar-fill" />
          {add}
        </>
      }
    >
      <QueryState query={reports} skeleton={<SkeletonBlock height={420} />}>
        {({ dashboards, dailyReports }) => (
          <div className="rp-page">
            <ReportList
              listed={{ dashboards, days: daysListed(dailyReports, today) }}
              shown={{ dashboard: shownOf(dashboards, search)?.id, day: search.day }}
            />
            <Chosen dashboards={dashboards} search={search} mayEdit={mayEdit} onOpen={open} add={add} />
            {isNew ? (
              <Suspense fallback={null}>
                <DashboardEditor dashboard={null} onClose={() => setNew(false)} onSaved={open} />
              </Suspense>
            ) : null}
          </div>
        )}
      </QueryState>
    </Page>
  );
}
