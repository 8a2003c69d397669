import { formatDate, formatDateRange } from '../../../app/format/format-time.js';
import { addDays } from '@yotei/time';
import { local, t } from '../../../app/i18n/t.js';
import type { Viewer } from '../../../app/session.js';
import {
  addedProof,
  biasProof,
  coverageProof,
  dayProof,
  extremeDays,
  intervalProof,
  maseProof,
  percent,
  points,
  signedPercent,
  summaryOf,
  toneOfDayError,
  type Accuracy,
  type DayFigures,
  type Detail,
  type Proof,
  type Tone,
} from './accuracy.model.js';
import { formatNumber } from '../../../app/format/format-number.js';
import { DayReasons } from './day-reasons.js';
import { DriftNotice } from './drift-notice.js';
import { EditValues } from './edit-values.js';
import { ErrorDaysChart, ErrorDaysTable } from './error-days-chart.js';
import { Figure } from './figure.js';
import { HourHeat } from './hour-heat.js';
import { LeadTable } from './lead-table.js';

type Queue = Viewer['organisation']['queues'][number];

function Tile({ text, proof, tone }: { readonly text: string; readonly proof: Proof; readonly tone?: Tone }) {
  return (
    <div>
      <dt>{t(proof.title)}</dt>
      <dd>
        <Figure text={text} proof={proof} {...(tone ? { tone } : {})} />
      </dd>
    </div>
  );
}

function Tiles({ accuracy }: { readonly accuracy: Accuracy }) {
  const { plan } = accuracy.contacts;
  const { handle } = accuracy;
  return (
    <dl className="y-accuracy-tiles">
      <Tile text={percent(plan.wapeDay)} proof={dayProof(plan)} tone={toneOfDayError(plan.wapeDay)} />
      <Tile text={percent(plan.wapeInterval)} proof={intervalProof(plan)} />
      <Tile text={signedPercent(plan.bias)} proof={biasProof(plan)} />
      <Tile text={points(accuracy.naive?.addedDay)} proof={addedProof(accuracy, 'naive')} />
      <Tile text={points(accuracy.plannerMean?.addedDay)} proof={addedProof(accuracy, 'plannerMean')} />
      <Tile text={formatNumber(accuracy.mase ?? Number.NaN, 2)} proof={maseProof(accuracy)} />
      <Tile text={percent(accuracy.coverage80)} proof={coverageProof(accuracy, 80)} />
      <Tile text={percent(accuracy.coverage90)} proof={coverageProof(accuracy, 90)} />
      {handle ? (
        <Tile
          text={percent(handle.plan.wapeInterval)}
          proof={{ ...intervalProof(handle.plan), title: 'accuracy.handleError', note: 'accuracy.handleNote' }}
        />
      ) : null}
    </dl>
  );
}

function Extremes({ title, days }: { readonly title: string; readonly days: readonly DayFigures[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="y-extreme-days">
        {days.map((day) => (
          <li key={day.on}>
            <strong>{formatDate(day.on)}</strong>
            <span>{signedPercent(day.figures.bias)}</span>
            <DayReasons day={day} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Which forecasts were counted, so that nobody takes the newest for the approved one. */
function Counted({ days }: { readonly days: readonly DayFigures[] }) {
  const approved = days.filter((day) => day.approved).length;
  return (
    <p className="y-quiet">
      {t(
        approved === days.length
          ? 'accuracy.allApproved'
          : approved === 0
            ? 'accuracy.noneApproved'
            : 'accuracy.someApproved',
        {
          approved,
          days: days.length,
        },
      )}
    </p>
  );
}

function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  return (
    <section className="y-panel" aria-labelledby={id}>
      <div className="y-panel-head">
        <h2 id={id}>{title}</h2>
      </div>
      {children}
    </section>
  );
}

/** Everything about one queue: in a sentence, by day, by hour, by how far ahead, what edits did, and the odd days. */
export function QueueAccuracyView({
  detail,
  accuracy,
  queue,
}: {
  readonly detail: Detail;
  readonly accuracy: Accuracy;
  readonly queue: Queue;
}) {
  const { best, worst } = extremeDays(detail.days);
  return (
    <div className="y-queue-accuracy">
      {detail.drift ? <DriftNotice drift={detail.drift} queueId={queue.id} /> : null}
      <section className="y-panel" aria-labelledby="accuracy-queue">
        <div className="y-panel-head">
          <h2 id="accuracy-queue">{local(queue.name)}</h2>
          <span className="y-quiet">{formatDateRange(detail.fromOn, addDays(detail.untilOn, -1))}</span>
        </div>
        <div className="y-panel-body">
          <p className="y-accuracy-summary">{summaryOf(local(queue.name), accuracy)}</p>
          <Tiles accuracy={accuracy} />
          <Counted days={detail.days} />
        </div>
      </section>
      <Section id="accuracy-days" title={t('accuracy.byDay')}>
        <div className="y-panel-body">
          <ErrorDaysChart days={detail.days} />
          <p className="y-quiet">{t('accuracy.daysNote')}</p>
        </div>
        <details className="y-accuracy-details">
          <summary>{t('accuracy.everyDay')}</summary>
          <ErrorDaysTable days={detail.days} />
        </details>
      </Section>
      <div className="y-accuracy-pair">
        <Section id="accuracy-extremes" title={t('accuracy.extremes')}>
          <div className="y-panel-body y-extremes">
            <Extremes title={t('accuracy.best')} days={best} />
            <Extremes title={t('accuracy.worst')} days={worst} />
          </div>
        </Section>
        <Section id="accuracy-leads" title={t('accuracy.byLead')}>
          <LeadTable leads={detail.leads} />
        </Section>
      </div>
      <Section id="accuracy-hours" title={t('accuracy.byHour')}>
        <HourHeat hours={detail.hours} usual={accuracy.contacts.plan.wapeInterval ?? null} />
      </Section>
      <Section id="accuracy-edits" title={t('accuracy.edits')}>
        <EditValues accuracy={accuracy} zone={queue.zone} />
      </Section>
    </div>
  );
}
