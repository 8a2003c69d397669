import { dateInZone, formatDate, formatWeekdayNumber } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { SetupList, WithLists } from '../lists/list-page.js';
import { spansInWords, weekInWords } from './hours-draft.js';
import { SiteDialog, type Site } from './site-dialog.js';
import './sites.css';

/** Usual week and the next date that differs. */
function Hours({ site }: { readonly site: Site }) {
  const { weekly, dates } = site.openingHours;
  const today = dateInZone(Date.now(), site.zone);
  const next = dates.filter(({ on }) => on >= today).sort((a, b) => (a.on < b.on ? -1 : 1))[0];
  return (
    <div className="su-wide">
      {weekly ? weekInWords(weekly) : <span className="y-quiet">{t('setupPlaces.notSaid')}</span>}
      {next ? (
        <div className="y-quiet">
          {t('setupPlaces.nextDate', { date: formatDate(next.on), hours: spansInWords(next.spans), why: next.title })}
        </div>
      ) : null}
    </div>
  );
}

/** Where people sit: each site with its clock, country, week and opening hours. */
export function SitesPage() {
  return (
    <WithLists>
      {({ sites }) => (
        <>
          <p className="su-intro">{t('setupPlaces.intro')}</p>
          <SetupList
            title={t('setup.sites')}
            rows={sites}
            nameOf={({ name }: Site) => name}
            columns={[
              { id: 'hours', title: t('setupPlaces.hours'), cell: (site) => <Hours site={site} /> },
              { id: 'zone', title: t('setup.zone'), cell: ({ zone }) => zone },
              { id: 'country', title: t('setup.country'), cell: ({ country }) => country },
              { id: 'week', title: t('setup.weekStart'), cell: (site) => formatWeekdayNumber(site.weekStart, 'long') },
              { id: 'agents', title: t('setup.agents'), numeric: true, cell: ({ agentCount }) => agentCount },
            ]}
            addText={t('setup.addSite')}
            dialog={(site, onClose) => <SiteDialog site={site} onClose={onClose} />}
          />
        </>
      )}
    </WithLists>
  );
}
