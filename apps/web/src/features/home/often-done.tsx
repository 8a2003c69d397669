import { Link } from '@tanstack/react-router';
import { t, type MessageId } from '../../app/i18n/t.js';
import type { Week } from './week-ladder.js';

interface Act {
  readonly text: MessageId;
  readonly how: MessageId;
  readonly link:
    | { readonly to: '/roster'; readonly search?: { readonly week: string; readonly open: 'publish' } | undefined }
    | { readonly to: '/demand/days'; readonly search: { readonly view: 'unusual' } }
    | { readonly to: '/setup'; readonly search: { readonly part: string } };
}

const ACTS: readonly Act[] = [
  { text: 'home.doOutlier', how: 'home.howOutlier', link: { to: '/demand/days', search: { view: 'unusual' } } },
  { text: 'home.doAgent', how: 'home.howAgent', link: { to: '/setup', search: { part: 'agents' } } },
  { text: 'home.doWhy', how: 'home.howWhy', link: { to: '/roster' } },
  { text: 'home.doBreak', how: 'home.howBreak', link: { to: '/roster' } },
];

/** The first week ahead that agents do not know as it stands; this week only when none ahead is left. */
export function weekToPublish(weeks: readonly Week[], currentWeek: string): string | null {
  const open = weeks.filter(
    ({ schedule }) => schedule && (schedule.state !== 'PUBLISHED' || schedule.changesSincePublish > 0),
  );
  return (open.find(({ weekStartOn }) => weekStartOn > currentWeek) ?? open[0])?.weekStartOn ?? null;
}

/** What planners do most, each with the place and the first move, for whoever is new here. */
export function OftenDone({ weeks, currentWeek }: { readonly weeks: readonly Week[]; readonly currentWeek: string }) {
  const week = weekToPublish(weeks, currentWeek);
  const publish: Act = {
    text: 'home.doPublishWeek',
    how: 'home.howPublishWeek',
    link: { to: '/roster', search: week ? { week, open: 'publish' } : undefined },
  };
  return (
    <section className="y-panel y-home-often" aria-labelledby="often-title">
      <div className="y-panel-head">
        <h2 id="often-title">{t('home.often')}</h2>
      </div>
      <ul className="y-panel-body">
        {[...ACTS, publish].map(({ text, how, link }) => (
          <li key={text}>
            <Link {...link}>{t(text)}</Link>
            <p className="y-quiet">{t(how)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
