import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { formatDateRange, formatDateTime, formatDateWithYear } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { JobCard } from '../../../app/jobs/job-card.js';
import { can, useViewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { Table } from '../../../ui/table.js';
import { percent } from './accuracy.model.js';
import { methodReportQuery, useCheckForecast } from './accuracy.queries.js';
import { checkInWords, leftOutInWords, reasonsInWords, type Report } from './report.model.js';

type Method = Report['methods'][number];

/** Interval error at each origin as small bars, oldest first. */
function Origins({ method }: { readonly method: Method }) {
  const errors = method.byOrigin.map(({ wape }) => wape ?? 0);
  const first = errors[0];
  const last = errors.at(-1);
  if (first === undefined || last === undefined) return <span className="y-quiet">–</span>;
  const most = Math.max(...errors, 0.0001);
  const label = t('accuracy.originsLabel', { count: errors.length, first: percent(first), last: percent(last) });
  return (
    <span className="y-origin-errors" role="img" aria-label={label} title={label}>
      {errors.map((error, i) => (
        <span key={i} style={{ height: `${Math.max(4, (error / most) * 100)}%` }} />
      ))}
    </span>
  );
}

function Methods({ report }: { readonly report: Report }) {
  return (
    <Table
      caption={t('accuracy.methods')}
      showCaption
      rows={report.methods}
      rowKey={({ methodId }) => methodId}
      rowTone={({ chosen }) => (chosen ? 'selected' : undefined)}
      columns={[
        {
          id: 'method',
          title: t('accuracy.method'),
          cell: ({ title, chosen, source }) => (
            <span className="y-method" title={source ?? undefined}>
              {local(title)}
              {chosen ? <Check size={14} strokeWidth={2.25} role="img" aria-label={t('accuracy.chosen')} /> : null}
            </span>
          ),
        },
        {
          id: 'interval',
          title: t('accuracy.wapeInterval'),
          cell: (row) => formatPercent(row.wapeInterval),
          numeric: true,
        },
        { id: 'day', title: t('accuracy.wapeDay'), cell: (row) => formatPercent(row.wapeDay), numeric: true },
        { id: 'in80', title: '80%', cell: ({ coverage80 }) => percent(coverage80), numeric: true },
        { id: 'in90', title: '90%', cell: ({ coverage90 }) => percent(coverage90), numeric: true },
        { id: 'origins', title: t('accuracy.byOrigin'), cell: (method) => <Origins method={method} /> },
      ]}
    />
  );
}

function Facts({ report, zone }: { readonly report: Report; readonly zone: string }) {
  const { version, askedMethodId } = report;
  return (
    <dl className="y-facts">
      <div>
        <dt>{t('accuracy.method')}</dt>
        <dd>
          {local(version.methodTitle)}
          <br />
          <small className="y-quiet">
            {askedMethodId ? t(askedMethodId === 'auto' ? 'accuracy.askedAuto' : 'accuracy.askedByPlanner') : null}
          </small>
        </dd>
      </div>
      <div>
        <dt>{t('demand.trainedUntil')}</dt>
        <dd>{formatDateWithYear(version.trainedUntilOn)}</dd>
      </div>
      <div>
        <dt>{t('demand.version')}</dt>
        <dd>
          {t('demand.versionBy', {
            version: version.version,
            by: version.createdBy,
            at: formatDateTime(version.createdAt, zone),
          })}
        </dd>
      </div>
    </dl>
  );
}

function List({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

/** What the numbers rest on, enough to compute them again. */
function Inputs({ report }: { readonly report: Report }) {
  const { historyFromOn, historyUntilOn, observedIntervals, events, inputHash, codeVersion, seed } = report;
  const history =
    historyFromOn && historyUntilOn
      ? t('accuracy.historyRange', {
          from: formatDateWithYear(historyFromOn),
          until: formatDateWithYear(historyUntilOn),
          intervals: formatNumber(observedIntervals ?? 0),
        })
      : t('accuracy.historyUnknown');
  return (
    <details>
      <summary>{t('accuracy.inputs')}</summary>
      <dl className="y-facts">
        <div>
          <dt>{t('accuracy.history')}</dt>
          <dd>{history}</dd>
        </div>
        <div>
          <dt>{t('accuracy.seed')}</dt>
          <dd>{seed}</dd>
        </div>
        <div>
          <dt>{t('accuracy.codeVersion')}</dt>
          <dd>{codeVersion}</dd>
        </div>
        <div>
          <dt>{t('accuracy.inputHash')}</dt>
          <dd>
            <code>{inputHash}</code>
          </dd>
        </div>
      </dl>
      <List
        title={t('accuracy.events')}
        items={
          events.length > 0
            ? events.map(({ title, fromOn, untilOn }) => `${title}, ${formatDateRange(fromOn, untilOn)}`)
            : [t('accuracy.noEvents')]
        }
      />
      <List title={t('accuracy.leftOut')} items={leftOutInWords(report)} />
    </details>
  );
}

/** Computes the very same forecast once more, as a job, and says whether the same came out. */
function Recompute({ forecastId }: { readonly forecastId: string }) {
  const viewer = useViewer();
  const check = useCheckForecast();
  const [words, setWords] = useState<string | null>(null);
  const jobId = check.data?.__typename === 'JobStarted' ? check.data.job.id : undefined;
  if (!can(viewer, 'forecast.run')) return null;
  return (
    <div className="y-report-acts">
      <Button isDisabled={check.isPending} onPress={() => check.mutate(forecastId)}>
        {t('accuracy.check')}
      </Button>
      {jobId ? <JobCard key={jobId} id={jobId} onFinished={({ result }) => setWords(checkInWords(result))} /> : null}
      {words ? <p role="status">{words}</p> : null}
    </div>
  );
}

/** How a forecast came about: method and why, the others beside it, what it was computed from. */
export function MethodReport({
  forecastId,
  queueId,
  zone,
}: {
  readonly forecastId: string;
  readonly queueId: string;
  readonly zone: string;
}) {
  const report = useQuery(methodReportQuery(forecastId, queueId));
  return (
    <QueryState query={report} skeleton={<SkeletonRows rows={6} />}>
      {(found) =>
        found ? (
          <div className="y-report">
            <Facts report={found} zone={zone} />
            <List title={t('accuracy.whyMethod')} items={reasonsInWords(found)} />
            <Methods report={found} />
            <p className="y-quiet">{t('demand.backtestNote')}</p>
            <Inputs report={found} />
            <Recompute key={forecastId} forecastId={forecastId} />
          </div>
        ) : (
          <p className="y-quiet">{t('accuracy.noReport')}</p>
        )
      }
    </QueryState>
  );
}
