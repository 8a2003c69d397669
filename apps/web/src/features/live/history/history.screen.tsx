import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { formatPercent } from '../../../app/format/format-number.js';
import { formatDate, formatDateRange, formatDateWithYear } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../../app/session.js';
import { Page } from '../../../app/shell/page.js';
import { thisWeek } from '../../../app/shell/week-stepper.js';
import { saveFile } from '../../../app/save-file.js';
import { request } from '../../../graphql/client.js';
import { AdherenceHistoryDocument } from '../../../graphql/generated/graphql.js';
import { Button, Segmented } from '../../../ui/button.js';
import { Select } from '../../../ui/fields.js';
import { EmptyState, QueryState, SkeletonRows } from '../../../ui/states.js';
import { Stepper } from '../../../ui/stepper.js';
import { HistoryPeople } from './history-people.js';
import { adherenceText, conformanceText, HistoryTable } from './history-table.js';
import {
  csvOf,
  dayRows,
  FAIR_FROM,
  GOOD_FROM,
  teamRows,
  wholeOf,
  type HistoryRow,
  type TeamColumns,
} from './history.model.js';
import { HISTORY_WEEKS, type HistorySearch, type HistoryWeeks } from './history.search.js';
import './history.css';

const historyQuery = (fromOn: string, days: number) =>
  queryOptions({
    queryKey: ['adherence-history', fromOn, days],
    queryFn: async (): Promise<TeamColumns> => {
      const { adherenceHistory } = await request(AdherenceHistoryDocument, { fromOn, days });
      if (adherenceHistory.__typename === 'InvalidInput') throw new Error(adherenceHistory.message);
      return adherenceHistory;
    },
  });

const ALL = 'all';

function useShown() {
  const viewer = useViewer();
  const { zone, weekStart } = homeSite(viewer);
  const search = useSearch({ from: '/signed-in/live/history' });
  const navigate = useNavigate();
  const weeks: HistoryWeeks = search.weeks ?? 4;
  const from = search.from ?? addDays(thisWeek(zone, weekStart), -7 * weeks);
  const names = useMemo(() => new Map(viewer.organisation.teams.map(({ id, name }) => [id, name])), [viewer]);
  const show = (next: HistorySearch): void => void navigate({ to: '/live/history', search: { ...search, ...next } });
  return { viewer, weeks, from, names, team: search.team, show };
}

type Shown = ReturnType<typeof useShown>;

function Toolbar({ shown, columns }: { readonly shown: Shown; readonly columns: TeamColumns | undefined }) {
  const { viewer, weeks, from, team, names, show } = shown;
  return (
    <>
      <Select
        label={t('adherenceHistory.team')}
        hideLabel
        value={team ?? ALL}
        options={[
          { id: ALL, text: t('adherenceHistory.allTeams') },
          ...viewer.organisation.teams.map(({ id, name }) => ({ id, text: name })),
        ]}
        onChange={(id) => show({ team: id === ALL ? undefined : id })}
      />
      <Segmented
        label={t('adherenceHistory.weeks')}
        value={`${weeks}`}
        options={HISTORY_WEEKS.map((count) => ({
          value: `${count}` as const,
          text: t('adherenceHistory.weekCount', { count }),
        }))}
        onChange={(next) => show({ weeks: HISTORY_WEEKS.find((count) => `${count}` === next), from: undefined })}
      />
      <Stepper
        text={formatDateRange(from, addDays(from, weeks * 7 - 1))}
        previous={t('adherenceHistory.earlier')}
        next={t('adherenceHistory.later')}
        onStep={(direction) => show({ from: addDays(from, direction * weeks * 7) })}
      />
      <span className="y-toolbar-fill" />
      <Button
        icon={<Download size={14} strokeWidth={1.75} aria-hidden />}
        isDisabled={!columns || columns.on.length === 0}
        onPress={() => columns && saveFile(`adherence-${from}.csv`, csvOf(columns, names))}
      >
        {t('adherenceHistory.csv')}
      </Button>
    </>
  );
}

function Whole({ row }: { readonly row: HistoryRow }) {
  return (
    <p className="lh-whole">
      {t('adherenceHistory.whole', { adherence: adherenceText(row), conformance: conformanceText(row) })}{' '}
      <span className="y-quiet">
        {row.explainedFraction === null
          ? null
          : t('adherenceHistory.wholeExplained', { share: formatPercent(row.explainedFraction, 1) })}{' '}
        {t('adherenceHistory.bands', { good: formatPercent(GOOD_FROM, 0), fair: formatPercent(FAIR_FROM, 0) })}
      </span>
    </p>
  );
}

function Tables({ shown, columns }: { readonly shown: Shown; readonly columns: TeamColumns }) {
  const { viewer, team, names, from, weeks, show } = shown;
  const days = dayRows(columns, team);
  return (
    <div className="lh-tables">
      {team === undefined ? (
        <section className="y-panel" aria-labelledby="lh-teams">
          <h2 id="lh-teams">{t('adherenceHistory.byTeam')}</h2>
          <HistoryTable
            caption={t('adherenceHistory.byTeam')}
            head={{
              title: t('adherenceHistory.team'),
              cell: ({ id }) => (
                <button type="button" className="lh-name" onClick={() => show({ team: id })}>
                  {names.get(id) ?? id}
                </button>
              ),
            }}
            rows={teamRows(columns)}
          />
        </section>
      ) : null}
      <section className="y-panel" aria-labelledby="lh-days">
        <h2 id="lh-days">
          {team === undefined
            ? t('adherenceHistory.byDay')
            : t('adherenceHistory.byDayOf', { team: names.get(team) ?? team })}
        </h2>
        <HistoryTable
          caption={t('adherenceHistory.byDay')}
          head={{
            title: t('adherenceHistory.day'),
            cell: ({ id }) => (weeks > 13 ? formatDateWithYear(id) : formatDate(id)),
          }}
          rows={days}
        />
      </section>
      {team !== undefined && can(viewer, 'intraday.read') ? (
        <HistoryPeople fromOn={from} days={weeks * 7} teamId={team} />
      ) : null}
    </div>
  );
}

/** Adherence and conformance of days that are over, by team, day and, for those who may, person. */
export function AdherenceHistoryScreen() {
  const shown = useShown();
  const query = useQuery(historyQuery(shown.from, shown.weeks * 7));
  return (
    <Page title={t('adherenceHistory.title')} toolbar={<Toolbar shown={shown} columns={query.data} />}>
      <QueryState query={query} skeleton={<SkeletonRows rows={10} height={28} />}>
        {(columns) => {
          const whole = wholeOf(columns);
          return whole ? (
            <>
              <Whole row={whole} />
              <Tables shown={shown} columns={columns} />
            </>
          ) : (
            <EmptyState
              title={t('adherenceHistory.nothing')}
              text={t('adherenceHistory.nothingText')}
              action={
                can(shown.viewer, 'intraday.read') ? <Link to="/live">{t('adherenceHistory.toLive')}</Link> : null
              }
            />
          );
        }}
      </QueryState>
    </Page>
  );
}
