import { Link, useSearch, type LinkProps } from '@tanstack/react-router';
import { asDate, asText } from '../../app/search-params.js';
import { t, type MessageId } from '../../app/i18n/t.js';
import '../../ui/tabs.css';
import './demand-tabs.css';

interface DemandPageLine {
  readonly to: Extract<LinkProps['to'], '/demand' | `/demand/${string}`>;
  readonly text: MessageId;
}

/** The pages of Demand, in the order of their tabs; a page adds its line together with its route. */
const PAGES: readonly DemandPageLine[] = [
  { to: '/demand', text: 'demandPages.forecast' },
  { to: '/demand/days', text: 'demandPages.days' },
  { to: '/demand/accuracy', text: 'demandPages.accuracy' },
  { to: '/demand/long-range', text: 'demandPages.longRange' },
];

/** What every page of Demand understands and so is kept from one to the next: the queue and the first day shown. */
export function keptSearch(search: Readonly<Record<string, unknown>>) {
  const queue = asText(search['queue']);
  const from = asDate(search['from']);
  return { ...(queue === undefined ? {} : { queue }), ...(from === undefined ? {} : { from }) };
}

/** Tabs between the pages of Demand, for the `tabs` of `Page`. Nothing while there is only one page. */
export function DemandTabs() {
  const search = useSearch({ strict: false });
  if (PAGES.length < 2) return null;
  return (
    <nav className="y-demand-tabs" aria-label={t('demandPages.label')}>
      {PAGES.map(({ to, text }) => (
        <Link
          key={to}
          to={to}
          search={keptSearch(search)}
          className="y-tab"
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'data-selected': true }}
        >
          {t(text)}
        </Link>
      ))}
    </nav>
  );
}
