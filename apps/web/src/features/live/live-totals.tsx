import { formatNumber } from '../../app/format/format-number.js';
import { formatTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { silentSince, type LiveSource, type Standing } from './live-agents.js';
import type { LiveTotals } from './live-order.js';
import { formatAdherence, formatConformance, formatMinutes, wordOfStanding } from './live-words.js';

const COUNTED: readonly Standing[] = ['out', 'grace', 'unknown', 'explained', 'in', 'working'];

/** How many stand how, and the day's two figures of all of them together. */
export function Totals({ totals }: { readonly totals: LiveTotals }) {
  return (
    <dl className="l-totals" aria-label={t('live.totals')}>
      {COUNTED.map((standing) => (
        <div key={standing} data-standing={standing} data-some={totals.standings[standing] > 0}>
          <dt>{wordOfStanding(standing)}</dt>
          <dd>{formatNumber(totals.standings[standing])}</dd>
        </div>
      ))}
      <div className="l-total-figure">
        <dt>{t('live.adherence')}</dt>
        <Figure text={formatAdherence(totals.numbers)} />
      </div>
      <div className="l-total-figure">
        <dt>{t('live.conformance')}</dt>
        <Figure text={formatConformance(totals.numbers.conformance)} />
      </div>
    </dl>
  );
}

/** A figure of the day, or that no state has come in of which it could be made. */
function Figure({ text }: { readonly text: string }) {
  return text === '–' ? <dd className="l-none">{t('live.noneYet')}</dd> : <dd>{text}</dd>;
}

/** What fell silent last is news; so many stand in large type, the others in a line. */
const MOST_SILENT = 2;
const MOST_NAMED = 4;

/** Sources that are silent: how old what is shown is, in large type. */
export function SilentSources({
  sources,
  now,
  zone,
}: {
  readonly sources: readonly LiveSource[];
  readonly now: number;
  readonly zone: string;
}) {
  const silent = sources
    .flatMap((source) => {
      const since = silentSince(source, now);
      return since === null ? [] : [{ source, since }];
    })
    .sort((a, b) => b.since - a.since);
  const told = silent.slice(0, MOST_SILENT);
  const rest = silent.slice(MOST_SILENT);
  return (
    <>
      {told.map(({ source, since }) => (
        <div key={source.id} className="l-silent" role="alert">
          <strong>{formatMinutes(now - since)}</strong>
          <span>{t('live.silent', { source: source.title, time: formatTime(since, zone) })}</span>
        </div>
      ))}
      {rest.length > 0 ? (
        <p className="y-quiet">
          {t('live.silentToo', {
            count: rest.length,
            sources: rest
              .slice(0, MOST_NAMED)
              .map(({ source }) => source.title)
              .join(t('live.listSeparator')),
          })}
        </p>
      ) : null}
    </>
  );
}
