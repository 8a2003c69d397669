import { Link } from '@tanstack/react-router';
import { localDateOf, weekStartOf } from '@yotei/time';
import { lazy, Suspense, useMemo } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { local, t } from '../../../app/i18n/t.js';
import { homeSite, useViewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { clockLabel, type ShortageReport } from '../board/index.js';
import { explainShortage } from '../board/why-short.js';
import { useDesk, useDeskState } from './desk-context.js';
import { writeLabel } from './desk-words.js';
import type { Judge } from './judge.js';
import type { DeskSession } from './desk-session.js';

const ShortageReasons = lazy(() => import('./shortage-reasons.js').then((m) => ({ default: m.ShortageReasons })));

/** Where the agents of a short interval are, and the moves that would give some back. */
export function WhyShortPanel({
  slot,
  judge,
  onClose,
}: {
  readonly slot: number;
  readonly judge: Judge;
  readonly onClose: () => void;
}) {
  const { session, displayZone, queueId } = useDesk();
  const coverage = useDeskState((state) => state.coverage);
  const model = useDeskState((state) => state.model);
  const report = useMemo(
    () => explainShortage({ model, coverage, isAllowed: noNewMust(session, judge) }, slot, queueId),
    [model, coverage, slot, session, judge, queueId],
  );
  const start = slot * model.slotMinutes;
  const time = `${clockLabel(model.startAt, start, displayZone)}–${clockLabel(model.startAt, start + model.slotMinutes, displayZone)}`;
  const gap = Math.round(report.scheduled - report.toRoster);
  return (
    <div className="b-why">
      {report.queue ? (
        <p className="b-quiet">
          {queueId === report.queue.queueId
            ? local(report.queue.title)
            : t('board.whyQueueOfAll', { queue: local(report.queue.title) })}
        </p>
      ) : null}
      <h3>
        {Number.isNaN(gap)
          ? t('board.whyClosed', { time })
          : gap < 0
            ? t('board.whyShort', { time, count: -gap })
            : t('board.whyFine', { time, count: gap })}
      </h3>
      {Number.isNaN(gap) ? null : (
        <p className="b-quiet">
          {t('board.whyNumbers', {
            toRoster: formatNumber(report.toRoster, 1),
            scheduled: formatNumber(report.scheduled, 1),
          })}
        </p>
      )}
      {report.queue ? <WhyThisMany queueId={report.queue.queueId} at={model.startAt + start * 60_000} /> : null}
      <Whereabouts report={report} />
      {report.queue && gap < 0 ? (
        <Suspense fallback={null}>
          <ShortageReasons queueId={report.queue.queueId} at={model.startAt + start * 60_000} onDone={onClose} />
        </Suspense>
      ) : null}
      <RemedyLine report={report} onClose={onClose} />
    </div>
  );
}

/** The calculation behind the agents to roster stands on the requirement page. */
function WhyThisMany({ queueId, at }: { readonly queueId: string; readonly at: number }) {
  const { zone, weekStart } = homeSite(useViewer());
  const on = localDateOf(at, zone);
  return (
    <p>
      <Link to="/requirement" search={{ week: weekStartOf(on, weekStart), day: on, queue: queueId, at }}>
        {t('board.whyThisMany')}
      </Link>
    </p>
  );
}

function noNewMust(session: DeskSession, judge: Judge) {
  return (agent: number, shifts: Parameters<Judge>[2]) => {
    const must = (list: readonly { readonly level: string }[]) =>
      list.filter((breach) => breach.level === 'must').length;
    return must(judge(session.state.model, agent, shifts)) <= must(session.state.findings.get(agent) ?? []);
  };
}

function Whereabouts({ report }: { readonly report: ShortageReport }) {
  const model = useDeskState((state) => state.model);
  const title = (code: string) => local(model.activityTypes.find((type) => type.code === code)!.title);
  const rows = [
    ...report.elsewhere.map(({ code, count, movable }) => ({
      text: title(code),
      count,
      note: movable > 0 ? t('board.canMove', { count: movable }) : t('board.fixed'),
    })),
    ...(report.otherQueue > 0 ? [{ text: t('board.whyOtherQueue'), count: report.otherQueue, note: '' }] : []),
    { text: t('board.whyTimeOff'), count: report.timeOff, note: '' },
    { text: t('board.whyOtherHours'), count: report.otherHours, note: '' },
    { text: t('board.whyFree'), count: report.free, note: '' },
    ...(report.wrongSkill > 0 ? [{ text: t('board.whyWrongSkill'), count: report.wrongSkill, note: '' }] : []),
  ];
  return (
    <table className="b-why-table">
      <tbody>
        {rows.map((row) => (
          <tr key={row.text}>
            <th scope="row">{row.text}</th>
            <td>
              {row.count} <span className="b-quiet">{row.note}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RemedyLine({ report, onClose }: { readonly report: ShortageReport; readonly onClose: () => void }) {
  const { session, readOnly } = useDesk();
  const pending = useDeskState((state) => state.pending);
  const { remedy } = report;
  if (!(report.scheduled - report.toRoster < -0.5)) return null;
  if (!remedy) return <p className="b-quiet">{t('board.noRemedy')}</p>;
  const previewing = pending?.proposal === remedy.proposal;
  const after = Math.round(remedy.gapAfter);
  return (
    <>
      <p className="b-why-remedy">
        <strong>
          {t('board.remedy', { what: writeLabel(session.state.model, remedy.proposal.label), count: remedy.count })}
        </strong>
        <span className="b-good">{after < 0 ? t('board.shortBy', { count: -after }) : t('board.covered')}</span>
      </p>
      {readOnly ? null : (
        <div className="b-actions">
          {previewing ? (
            <Button kind="primary" onPress={() => (session.confirm(), onClose())}>
              {t('board.apply')}
            </Button>
          ) : (
            <Button kind="primary" onPress={() => session.propose(remedy.proposal)}>
              {t('board.preview')}
            </Button>
          )}
          <Button onPress={() => (session.cancel(), onClose())}>{t('board.leave')}</Button>
        </div>
      )}
    </>
  );
}
