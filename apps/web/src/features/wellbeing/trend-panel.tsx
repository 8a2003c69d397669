import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../app/format/format-number.js';
import { formatDate } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { WellbeingTrendDocument, type WellbeingTrendQuery } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { QueryState, SkeletonBlock } from '../../ui/states.js';
import { strainOf, type Band } from './trend.model.js';

type Team = WellbeingTrendQuery['wellbeingTrend'][number];
type Week = Team['measures'][number]['weeks'][number];

const BASES = ['planned', 'worked'] as const;
type Basis = (typeof BASES)[number];
const STATES = ['strained', 'watch', 'fine'] as const;

/** One week as a column of shares; the numbers are read out, and stand in the title. */
function WeekBar({ week, band }: { readonly week: Week; readonly band: Band | null }) {
  const on = formatDate(week.weekStartOn);
  const said = band
    ? t('wellbeing.trendWeek', {
        date: on,
        fine: formatNumber(band.fine),
        watch: formatNumber(band.watch),
        strained: formatNumber(band.strained),
      })
    : t('wellbeing.trendNone', { date: on });
  return (
    <li title={said}>
      <span className="y-hidden">{said}</span>
      {band ? (
        STATES.map((state) => <span key={state} data-state={state} style={{ flexGrow: band[state] }} aria-hidden />)
      ) : (
        <span data-state="none" aria-hidden />
      )}
    </li>
  );
}

function TeamTrend({
  team,
  measureId,
  basis,
}: {
  readonly team: Team;
  readonly measureId: string;
  readonly basis: Basis;
}) {
  const weeks = team.measures.find((measure) => measure.measureId === measureId)?.weeks ?? [];
  return (
    <div className="y-wellbeing-trend-team">
      <h3>{team.teamName}</h3>
      <ol className="y-wellbeing-trend">
        {weeks.map((week) => (
          <WeekBar key={week.weekStartOn} week={week} band={week[basis] ?? null} />
        ))}
      </ol>
      <p className="y-quiet">{trendText(weeks.map((week) => week[basis] ?? null))}</p>
    </div>
  );
}

function trendText(bands: readonly (Band | null)[]): string {
  const strain = strainOf(bands);
  if (!strain) return t('wellbeing.trendUnknown');
  return t(`wellbeing.trend-${strain.direction}`, {
    before: formatNumber(strain.before, 0),
    after: formatNumber(strain.after, 0),
  });
}

function Trends({ teams }: { readonly teams: readonly Team[] }) {
  const measures = teams[0]?.measures ?? [];
  const [measureId, setMeasureId] = useState(measures[0]?.measureId ?? '');
  const [basis, setBasis] = useState<Basis>('planned');
  return (
    <>
      <div className="y-wellbeing-week">
        <Select
          label={t('wellbeing.measure')}
          hideLabel
          value={measureId}
          options={measures.map((measure) => ({ id: measure.measureId, text: local(measure.title) }))}
          onChange={setMeasureId}
        />
        <Select
          label={t('wellbeing.trendOf')}
          hideLabel
          value={basis}
          options={BASES.map((id) => ({ id, text: t(`wellbeing.basis-${id}`) }))}
          onChange={(id) => setBasis(id as Basis)}
        />
      </div>
      <div className="y-wellbeing-trends">
        {teams.map((team) => (
          <TeamTrend key={team.teamId} team={team} measureId={measureId} basis={basis} />
        ))}
      </div>
    </>
  );
}

/** Twelve weeks by team in shares of people. Computed when asked for: weeks not looked at before take a moment. */
export function TrendPanel({ weekOn }: { readonly weekOn: string }) {
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ['wellbeing-trend', weekOn],
    queryFn: async () => (await request(WellbeingTrendDocument, { weekOf: weekOn })).wellbeingTrend,
    enabled: isOpen,
  });
  return (
    <section className="y-panel y-wellbeing-team y-wellbeing-lower" aria-labelledby="wellbeing-trend">
      <h2 id="wellbeing-trend">{t('wellbeing.trend')}</h2>
      <p className="y-quiet">{t('wellbeing.trendText')}</p>
      {isOpen ? (
        <QueryState query={found} skeleton={<SkeletonBlock height={160} />}>
          {(teams) =>
            teams.length === 0 ? <p className="y-quiet">{t('wellbeing.trendUnknown')}</p> : <Trends teams={teams} />
          }
        </QueryState>
      ) : (
        <Button onPress={() => setOpen(true)}>{t('wellbeing.trendShow')}</Button>
      )}
    </section>
  );
}
