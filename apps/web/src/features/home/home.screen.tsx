import { queryOptions, useQuery } from '@tanstack/react-query';
import { t } from '../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { thisWeek } from '../../app/shell/week-stepper.js';
import { request } from '../../graphql/client.js';
import { WeeksDocument } from '../../graphql/generated/graphql.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { FirstSteps } from './first-steps.js';
import { LastWeek } from './last-week.js';
import { OftenDone } from './often-done.js';
import { Waiting } from './waiting.js';
import { WeekLadder } from './week-ladder.js';
import '../../ui/table.css';
import './home.css';

const SHOWN_WEEKS = 6;

export const weeksQuery = (fromOn: string) =>
  queryOptions({
    queryKey: ['weeks', fromOn],
    queryFn: async () => (await request(WeeksDocument, { fromOn, count: SHOWN_WEEKS })).weeks,
  });

/** The weeks ahead as a ladder: forecast, requirement, roster, published; the next unfinished step is one press away. */
export function HomeScreen() {
  const viewer = useViewer();
  const { zone, weekStart } = homeSite(viewer);
  const currentWeek = thisWeek(zone, weekStart);
  const weeks = useQuery(weeksQuery(currentWeek));
  return (
    <Page title={t('app.home')}>
      <div className="y-home">
        <FirstSteps />
        <div className="y-home-main">
          <section className="y-panel" aria-labelledby="ladder-title">
            <div className="y-panel-head">
              <h2 id="ladder-title">{t('home.title')}</h2>
              <p className="y-quiet">{t(can(viewer, 'schedule.edit') ? 'home.lead' : 'home.leadLook')}</p>
            </div>
            <QueryState query={weeks} skeleton={<SkeletonRows rows={SHOWN_WEEKS} height={44} />}>
              {(found) => <WeekLadder weeks={found} currentWeek={currentWeek} />}
            </QueryState>
          </section>
          {can(viewer, 'organisation.edit') ? <OftenDone weeks={weeks.data ?? []} currentWeek={currentWeek} /> : null}
        </div>
        <div className="y-home-side">
          <LastWeek week={currentWeek} />
          {can(viewer, 'exchange.decide') ? <Waiting zone={zone} /> : null}
        </div>
      </div>
    </Page>
  );
}
