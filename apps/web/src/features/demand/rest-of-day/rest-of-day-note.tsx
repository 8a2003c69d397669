import { formatNumber, formatSignedPercent } from '../../../app/format/format-number.js';
import { Text, t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import type { RestOfDay } from './rest-of-day.model.js';
import type { RestOfDayState } from './use-rest-of-day.js';
import './rest-of-day.css';

const percent = (value: number, of: number): string => formatSignedPercent(of > 0 ? value / of - 1 : 0);

function bandValues({ contacts, p10, p90 }: RestOfDay['rest']) {
  return { contacts: formatNumber(contacts), p10: formatNumber(p10), p90: formatNumber(p90) };
}

function Sentences({ rest }: { readonly rest: RestOfDay }) {
  const { contactsSoFar, forecastSoFar, factor, missingIntervals, silentIntervals, learnedFromDays } = rest;
  const came = {
    came: formatNumber(contactsSoFar),
    said: formatNumber(forecastSoFar),
    difference: percent(contactsSoFar, forecastSoFar),
  };
  return (
    <>
      <p>
        <Text id="restOfDay.sofar" values={came} />{' '}
        <Text id="restOfDay.rest" values={{ ...bandValues(rest.rest), change: percent(factor, 1) }} />{' '}
        <Text id="restOfDay.total" values={bandValues(rest.total)} />
      </p>
      {missingIntervals > 0 ? <p className="y-quiet">{t('restOfDay.late', { count: missingIntervals })}</p> : null}
      {silentIntervals > 0 ? <p className="y-quiet">{t('restOfDay.silent', { count: silentIntervals })}</p> : null}
      {learnedFromDays < LEAST_DAYS ? <p className="y-quiet">{t('restOfDay.tooFew')}</p> : null}
    </>
  );
}

/** With fewer past days the library leaves the forecast as it was. */
const LEAST_DAYS = 10;

/** What the day so far says of its rest, in words; nothing where the day has not begun or is over. */
export function RestOfDayNote({ state }: { readonly state: RestOfDayState }) {
  const { isShown, query } = state;
  if (!isShown) return null;
  const { data } = query;
  if (data && data.__typename !== 'RestOfDay') return null;
  return (
    <section className="y-rest-of-day" aria-label={t('restOfDay.title')} aria-live="polite">
      <h3>{t('restOfDay.title')}</h3>
      {data ? <Sentences rest={data} /> : null}
      {query.isPending ? <p className="y-quiet">{t('restOfDay.loading')}</p> : null}
      {query.isError ? (
        <p role="alert">
          {t('restOfDay.failed')} <Button onPress={() => void query.refetch()}>{t('restOfDay.again')}</Button>
        </p>
      ) : null}
    </section>
  );
}
