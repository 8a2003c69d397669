import { useState } from 'react';
import { dateInZone, formatTimeRange } from '../../../app/format/format-time.js';
import { instantOfLocal } from '@yotei/time';
import { t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/text-field.js';
import { ComingIn } from './coming-in.js';
import { useReportAbsence, type AbsenceReported } from './repair.queries.js';

export interface AbsenceActionsProps {
  readonly agentId: string;
  readonly name: string;
  readonly zone: string;
}

/** Sick today, or late until a time: one press each, for wherever an agent is shown. Then who could come in. */
export function AbsenceActions({ agentId, name, zone }: AbsenceActionsProps) {
  const [reported, setReported] = useState<AbsenceReported | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const report = useReportAbsence(zone, setReported);
  if (reported)
    return (
      <div className="day-reported">
        <p role="status" tabIndex={-1} ref={focusOnce}>
          {t('intraday.takenOut', { name, range: formatTimeRange(reported.startAt, reported.endAt, zone) })}
        </p>
        <ComingIn reported={reported} zone={zone} />
      </div>
    );
  return (
    <div className="day-absence-actions">
      <Button
        isPending={report.isPending}
        aria-label={`${t('intraday.sickToday')}: ${name}`}
        onPress={() => report.mutate({ agentId, kind: 'SICK', label: t('intraday.sickLabel', { name }) })}
      >
        {t('intraday.sickToday')}
      </Button>
      {until === null ? (
        <Button aria-label={`${t('intraday.lateUntil')}: ${name}`} onPress={() => setUntil('')}>
          {t('intraday.lateUntil')}
        </Button>
      ) : (
        <form
          className="day-late"
          onSubmit={(event) => {
            event.preventDefault();
            const untilAt = instantOfClock(until, zone);
            if (untilAt) report.mutate({ agentId, kind: 'LATE', untilAt, label: t('intraday.lateLabel', { name }) });
          }}
        >
          <TextField label={t('intraday.comesAt')} type="time" value={until} onChange={setUntil} autoFocus />
          <Button type="submit" isDisabled={report.isPending || until === ''}>
            {t('intraday.late')}
          </Button>
        </form>
      )}
    </div>
  );
}

/** The button that was pressed is gone: the focus goes to what came of it, so that Escape and Tab go on from there. */
const focusOnce = (element: HTMLElement | null): void => element?.focus();

/** Today's time of the clock in the zone; null for a text that is none. */
function instantOfClock(text: string, zone: string): string | null {
  const [hour, minute] = text.split(':').map(Number);
  if (hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return null;
  return new Date(instantOfLocal(dateInZone(Date.now(), zone), hour * 60 + minute, zone)).toISOString();
}
