import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { addDays, localDateOf } from '@yotei/time';
import { HeartPulse } from 'lucide-react';
import { Fragment } from 'react';
import { formatNumber } from '../../app/format/format-number.js';
import { local, t } from '../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { thisWeek, weekTitle, WeekStepper } from '../../app/shell/week-stepper.js';
import { request } from '../../graphql/client.js';
import { TeamWellbeingDocument, type TeamWellbeingQuery } from '../../graphql/generated/graphql.js';
import { EmptyState, QueryState, SkeletonBlock } from '../../ui/states.js';
import { DutyPanel } from './duty-panel.js';
import { LimitsPanel } from './limits-panel.js';
import { LoadAlerts } from './load-alerts.js';
import { ProtectionPanel } from './protection-panel.js';
import { TeamPulsePanel } from './team-pulse.js';
import { TrendPanel } from './trend-panel.js';
import './wellbeing.css';

type Team = TeamWellbeingQuery['teamWellbeing'][number];
type Measured = Team['bands'][number];

const STATES = ['fine', 'watch', 'strained'] as const;

type Band = NonNullable<Measured['band']>;

/** How many people stand where. The numbers stand beside the bar, so that no colour is needed to read it. */
function BandCells({ band }: { readonly band: Band }) {
  return (
    <>
      <td>
        <span className="y-wellbeing-band" aria-hidden>
          {STATES.filter((state) => band[state] > 0).map((state) => (
            <span key={state} data-state={state} style={{ flexGrow: band[state] }} />
          ))}
        </span>
      </td>
      {STATES.map((state) => (
        <td key={state} className="y-wellbeing-count">
          {formatNumber(band[state])}
        </td>
      ))}
    </>
  );
}

/** The same of what was really done, under the plan it is compared with. */
function WorkedRow({ measured: { title, worked } }: { readonly measured: Measured }) {
  if (!worked) return null;
  return (
    <tr className="y-wellbeing-worked-row">
      <th scope="row">
        <span className="y-hidden">{local(title)}: </span>
        {t('wellbeing.basis-worked')}
      </th>
      <BandCells band={worked} />
    </tr>
  );
}

function BandRow({ measured }: { readonly measured: Measured }) {
  const { title, meaning, band, people } = measured;
  return (
    <tr>
      <th scope="row" title={local(meaning)}>
        {local(title)}
      </th>
      {band ? (
        <BandCells band={band} />
      ) : (
        <td colSpan={4} className="y-quiet">
          {people === 0 ? t('wellbeing.noneMeasured') : t('wellbeing.masked')}
        </td>
      )}
    </tr>
  );
}

function TeamCard({ team }: { readonly team: Team }) {
  return (
    <section className="y-panel y-wellbeing-team">
      <h2>{team.teamName}</h2>
      <p className="y-quiet">{t('wellbeing.people', { count: formatNumber(team.people) })}</p>
      <div className="y-wellbeing-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('wellbeing.measure')}</th>
              <td />
              {STATES.map((state) => (
                <th key={state} scope="col" className="y-wellbeing-count">
                  {t(`wellbeing.${state}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {team.bands.map((measured) => (
              <Fragment key={measured.measureId}>
                <BandRow measured={measured} />
                <WorkedRow measured={measured} />
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** How the published week bears on each team: bands without names, so that a plan can be mended and nobody is ranked. */
export function WellbeingScreen() {
  const viewer = useViewer();
  const { zone, weekStart } = homeSite(viewer);
  const search = useSearch({ from: '/signed-in/wellbeing' });
  const navigate = useNavigate();
  const week = search.week ?? thisWeek(zone, weekStart);
  const teams = useQuery({
    queryKey: ['team-wellbeing', week],
    queryFn: async () => (await request(TeamWellbeingDocument, { weekOf: week })).teamWellbeing,
  });
  const toolbar = (
    <>
      <strong>{weekTitle(week)}</strong>
      <WeekStepper
        weekStartOn={week}
        zone={zone}
        firstWeekday={weekStart}
        onChange={(next) => void navigate({ to: '/wellbeing', search: { week: next } })}
      />
    </>
  );
  return (
    <Page title={t('app.wellbeing')} toolbar={toolbar}>
      <LoadAlerts />
      {can(viewer, 'schedule.generate') ? <ProtectionPanel key={week} weekOn={week} /> : null}
      <p className="y-quiet y-wellbeing-note">{t('wellbeing.note')}</p>
      <QueryState query={teams} skeleton={<SkeletonBlock height={360} />}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState
              icon={<HeartPulse size={24} strokeWidth={1.75} aria-hidden />}
              title={t('wellbeing.nothing')}
              text={t('wellbeing.nothingText')}
            />
          ) : (
            <div className="y-wellbeing-teams">
              {found.map((team) => (
                <TeamCard key={team.teamId} team={team} />
              ))}
            </div>
          )
        }
      </QueryState>
      <TrendPanel key={`trend ${week}`} weekOn={week} />
      <TeamPulsePanel weekOn={addDays(week, 7) <= localDateOf(Date.now(), zone) ? week : addDays(week, -7)} />
      <DutyPanel key={`duties ${week}`} weekOn={week} />
      <LimitsPanel />
    </Page>
  );
}
