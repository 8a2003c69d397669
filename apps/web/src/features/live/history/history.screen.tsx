import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { formatPercent } from '../../../app/format/format-number.js';
import { formatDate, formatDateRange, formatDateWithYear, formatMonth } from '../../../app/format/format-time.js';
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
  FAIR_FROM,
  GOOD_FROM,
  stepOf,
  teamRows,
  timeRows,
  wholeOf,
  type HistoryRow,
  type TeamColumns,
} from './history.model.js';
import {
  HISTORY_STEPS,
  HISTORY_WEEKS,
  type HistorySearch,
  type HistoryStep,
  type HistoryWeeks,
} from './history.search.js';
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
  const step: HistoryStep = search.by ?? (weeks > 13 ? 'month' : 'day');
  return { viewer, weeks, from, names, team: search.team, step, weekStart, show };
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
  const { adherenceFraction, conformance } = row.numbers;
  if (adherenceFraction === null && conformance.kind === 'undefined')
    return (
      <p className="lh-whole" role="note">
        {t('adherenceHistory.noStates')}
      </p>
    );
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
      <OverTime shown={shown} columns={columns} />
      {team !== undefined && can(viewer, 'intraday.read') ? (
        <HistoryPeople fromOn={from} days={weeks * 7} teamId={team} />
      ) : null}
    </div>
  );
}

/** One line for each day, week or month. */
function OverTime({ shown, columns }: { readonly shown: Shown; readonly columns: TeamColumns }) {
  const { team, names, weeks, step, weekStart, show } = shown;
  const textOf: Readonly<Record<HistoryStep, (on: string) => string>> = {
    day: weeks > 13 ? formatDateWithYear : formatDate,
    week: (on) => formatDateRange(on, addDays(on, 6)),
    month: formatMonth,
  };
  return (
    <section className="y-panel" aria-labelledby="lh-time">
      <div className="lh-head">
        <h2 id="lh-time">
          {team === undefined
            ? t('adherenceHistory.overTime')
            : t('adherenceHistory.overTimeOf', { team: names.get(team) ?? team })}
        </h2>
        <Segmented
          label={t('adherenceHistory.step')}
          value={step}
          options={HISTORY_STEPS.map((value) => ({ value, text: t(`adherenceHistory.by-${value}`) }))}
          onChange={(by) => show({ by })}
        />
      </div>
      <HistoryTable
        caption={t(`adherenceHistory.by-${step}`)}
        head={{ title: t('adherenceHistory.time'), cell: ({ id }) => textOf[step](id) }}
        rows={timeRows(columns, team, stepOf(step, weekStart))}
      />
    </section>
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
