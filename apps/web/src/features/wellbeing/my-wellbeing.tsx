import { useQuery } from '@tanstack/react-query';
import { addDays } from '@yotei/time';
import { useState } from 'react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { dateInZone, formatDate, formatDateRange, formatTimeRange } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { homeSite, useViewer } from '../../app/session.js';
import { thisWeek, WeekStepper } from '../../app/shell/week-stepper.js';
import { request } from '../../graphql/client.js';
import { MyWellbeingDocument, type MyWellbeingQuery } from '../../graphql/generated/graphql.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { PulsePanel } from './pulse-panel.js';
import { amountText, missingText } from './wellbeing-words.js';
import './wellbeing.css';

type Found = NonNullable<MyWellbeingQuery['myWellbeing']>;
type Measure = Found['measures'][number];

/** So many stretches are listed; the rest is told by number. */
const MOST_PARTS = 12;

type Part = Measure['parts'][number];

function Parts({
  parts,
  partUnit,
  zone,
}: {
  readonly parts: readonly Part[];
  readonly partUnit: string;
  readonly zone: string;
}) {
  if (parts.length === 0) return null;
  return (
    <>
      <ul className="y-wellbeing-parts">
        {parts.slice(0, MOST_PARTS).map(({ startAt, endAt, amount }) => (
          <li key={`${startAt} ${endAt}`}>
            {formatDate(dateInZone(startAt, zone))} {formatTimeRange(startAt, endAt, zone)}{' '}
            <strong>{amountText(amount, partUnit)}</strong>
          </li>
        ))}
      </ul>
      {parts.length > MOST_PARTS ? (
        <p className="y-quiet">{t('wellbeing.moreParts', { count: formatNumber(parts.length - MOST_PARTS) })}</p>
      ) : null}
    </>
  );
}

/** Where the value lies between no load and full load. The words say it as well. */
function LoadBar({ load }: { readonly load: number }) {
  const state = load === 0 ? 'fine' : load < 1 ? 'watch' : 'strained';
  return (
    <span className="y-wellbeing-load" data-state={state}>
      <span className="y-wellbeing-bar" aria-hidden>
        <span style={{ inlineSize: formatCss(load) }} />
      </span>
      <span>{t(`wellbeing.${state}`)}</span>
    </span>
  );
}

const formatCss = (share: number) => `${Math.max(2, Math.round(100 * share))}%`;

/** The same of what was really done, where states were told. */
function Worked({ measure: { worked, unit, partUnit }, zone }: { readonly measure: Measure; readonly zone: string }) {
  if (!worked) return null;
  return (
    <>
      <p className="y-wellbeing-worked">
        <strong>{t('wellbeing.worked', { value: amountText(worked.value, unit) })}</strong>
        <LoadBar load={worked.load} />
      </p>
      <Parts parts={worked.parts} partUnit={partUnit} zone={zone} />
    </>
  );
}

function MeasureRow({ measure, zone }: { readonly measure: Measure; readonly zone: string }) {
  const { title, meaning, value, unit, partUnit, parts, load, missing, ok, bad, evidence, also } = measure;
  const recovery = also.find(({ name }) => name === 'recoveryMinutes')?.value ?? 0;
  return (
    <li>
      <details>
        <summary>
          <strong>{local(title)}</strong>
          {value === null || value === undefined ? (
            <span className="y-quiet">{t('wellbeing.unknown')}</span>
          ) : (
            <span>{amountText(value, unit)}</span>
          )}
          {load === null || load === undefined ? null : <LoadBar load={load} />}
        </summary>
        <p>{local(meaning)}</p>
        {missing ? <p className="y-quiet">{missingText(missing)}</p> : null}
        <Parts parts={parts} partUnit={partUnit} zone={zone} />
        {recovery > 0 ? <p>{t('wellbeing.recovery', { time: amountText(Math.round(recovery), 'minutes') })}</p> : null}
        <Worked measure={measure} zone={zone} />
        <p className="y-quiet">{t('wellbeing.limits', { ok: amountText(ok, unit), bad: amountText(bad, unit) })}</p>
        <p className="y-quiet" lang="en">
          {evidence}
        </p>
      </details>
    </li>
  );
}

/** When hard contacts ring here first; the time after a turn is for other contacts. */
function Turns({ found: { turns, zone } }: { readonly found: Found }) {
  if (turns.length === 0) return null;
  return (
    <details className="y-wellbeing-turns">
      <summary>{t('wellbeing.turnsMine', { count: turns.length })}</summary>
      <ul className="y-wellbeing-parts">
        {turns.map(({ queueId, queueTitle, startAt, endAt }) => (
          <li key={`${queueId} ${startAt}`}>
            {formatDate(dateInZone(startAt, zone))} {formatTimeRange(startAt, endAt, zone)} {local(queueTitle)}
          </li>
        ))}
      </ul>
      <p className="y-quiet">{t('wellbeing.turnsMineText')}</p>
    </details>
  );
}

function Week({ found }: { readonly found: Found }) {
  return (
    <>
      {found.index === null || found.index === undefined ? null : (
        <p className="y-wellbeing-index">
          {t('wellbeing.index', { index: formatPercent(found.index / 100, 0) })}{' '}
          <span className="y-quiet">{t('wellbeing.notMedical')}</span>
        </p>
      )}
      <Turns found={found} />
      <ul className="y-own-list y-wellbeing">
        {found.measures.map((measure) => (
          <MeasureRow key={measure.measureId} measure={measure} zone={found.zone} />
        ))}
      </ul>
    </>
  );
}

/** What a published week asks of the reader, by measures that open to shifts and minutes. Nobody else can ask for it. */
export function MyWellbeingPanel() {
  const viewer = useViewer();
  const { zone, weekStart } = homeSite(viewer);
  const [week, setWeek] = useState(() => thisWeek(zone, weekStart));
  const found = useQuery({
    queryKey: ['my-wellbeing', week],
    queryFn: async () => (await request(MyWellbeingDocument, { weekOf: week })).myWellbeing ?? null,
  });
  if (!viewer.agent) return null;
  return (
    <>
      <section className="y-panel y-own-panel" aria-labelledby="own-wellbeing">
        <h2 id="own-wellbeing">{t('wellbeing.mine')}</h2>
        <div className="y-wellbeing-week">
          <span>{formatDateRange(week, addDays(week, 6))}</span>
          <WeekStepper weekStartOn={week} zone={zone} firstWeekday={weekStart} onChange={setWeek} />
        </div>
        <QueryState query={found} skeleton={<SkeletonRows rows={6} />}>
          {(mine) => (mine ? <Week found={mine} /> : <p className="y-quiet">{t('wellbeing.notPublished')}</p>)}
        </QueryState>
        <p className="y-quiet">{t('wellbeing.onlyYou')}</p>
      </section>
      <PulsePanel zone={zone} />
    </>
  );
}
