import { Link } from '@tanstack/react-router';
import { formatDateRange } from '../../../app/format/format-time.js';
import { addDays } from '@yotei/time';
import { local, t } from '../../../app/i18n/t.js';
import type { Viewer } from '../../../app/session.js';
import { Table, type Column } from '../../../ui/table.js';
import {
  addedProof,
  biasProof,
  coverageProof,
  dayProof,
  intervalProof,
  percent,
  points,
  signedPercent,
  toneOfDayError,
  worstFirst,
  type Accuracy,
  type Overview,
  type QueueRow,
} from './accuracy.model.js';
import { DriftChip } from './drift-notice.js';
import { Figure } from './figure.js';
import { Trend } from './trend.js';

type Queues = Viewer['organisation']['queues'];

/** Interval and day error of a stretch, each with its formula. */
function Errors({ accuracy }: { readonly accuracy: Accuracy | null | undefined }) {
  if (!accuracy) return <span className="y-quiet">–</span>;
  const { plan } = accuracy.contacts;
  return (
    <span className="y-error-pair">
      <Figure text={percent(plan.wapeDay)} proof={dayProof(plan)} tone={toneOfDayError(plan.wapeDay)} />
      <span className="y-quiet" aria-hidden>
        /
      </span>
      <Figure text={percent(plan.wapeInterval)} proof={intervalProof(plan)} />
    </span>
  );
}

function columnsOf(queues: Queues): readonly Column<QueueRow>[] {
  const nameOf = (id: string) => {
    const queue = queues.find((one) => one.id === id);
    return queue ? local(queue.name) : id;
  };
  const none = <span className="y-quiet">–</span>;
  const month = (cell: (accuracy: Accuracy) => React.ReactNode) => (row: QueueRow) =>
    row.fourWeeks ? cell(row.fourWeeks) : none;
  return [
    {
      id: 'queue',
      title: t('accuracy.queue'),
      cell: ({ queueId, drift }) => (
        <span className="y-accuracy-queue">
          <Link to="/demand/accuracy" search={{ queue: queueId }}>
            {nameOf(queueId)}
          </Link>
          {drift ? <DriftChip drift={drift} /> : null}
        </span>
      ),
    },
    { id: 'week', title: t('accuracy.lastWeek'), cell: ({ week }) => <Errors accuracy={week} />, numeric: true },
    {
      id: 'month',
      title: t('accuracy.fourWeeks'),
      cell: ({ fourWeeks }) => <Errors accuracy={fourWeeks} />,
      numeric: true,
    },
    {
      id: 'bias',
      title: t('accuracy.bias'),
      cell: month(({ contacts: { plan } }) => <Figure text={signedPercent(plan.bias)} proof={biasProof(plan)} />),
      numeric: true,
    },
    {
      id: 'coverage',
      title: t('accuracy.coverage80'),
      cell: month((accuracy) => <Figure text={percent(accuracy.coverage80)} proof={coverageProof(accuracy, 80)} />),
      numeric: true,
    },
    {
      id: 'added',
      title: t('accuracy.addedNaive'),
      cell: month((accuracy) => (
        <Figure
          text={points(accuracy.naive?.addedDay)}
          proof={addedProof(accuracy, 'naive')}
          tone={(accuracy.naive?.addedDay ?? 0) < 0 ? 'must' : 'plain'}
        />
      )),
      numeric: true,
    },
    { id: 'trend', title: t('accuracy.trend'), cell: ({ weeks }) => <Trend weeks={weeks} /> },
  ];
}

/** All queues beside each other, those with a warning first. */
export function AccuracyOverview({ overview, queues }: { readonly overview: Overview; readonly queues: Queues }) {
  const { weekFromOn } = overview;
  return (
    <section className="y-panel y-accuracy-overview" aria-labelledby="accuracy-queues">
      <div className="y-panel-head">
        <h2 id="accuracy-queues">{t('accuracy.byQueue')}</h2>
        <span className="y-quiet">{formatDateRange(weekFromOn, addDays(weekFromOn, 6))}</span>
      </div>
      <Table
        caption={t('accuracy.byQueue')}
        columns={columnsOf(queues)}
        rows={worstFirst(overview.queues)}
        rowKey={({ queueId }) => queueId}
      />
      <p className="y-quiet y-accuracy-note">{t('accuracy.pairNote')}</p>
    </section>
  );
}
