import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDateTime, formatWeekdayNumber } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { homeSite, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import {
  DeleteReportScheduleDocument,
  ReportSendingDocument,
  SendReportNowDocument,
  type ReportScheduleFieldsFragment,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import type { ReportSubject } from './report-acts.js';
import { ScheduleForm } from './schedule-form.js';

type Schedule = ReportScheduleFieldsFragment;

export const sendingQueryKey = ['report-sending'];

const failed = () => showToast({ text: t('ui.failed'), tone: 'problem' });

/** `Mondays, 07:00`. */
function whenWords({ cadence, weekday, monthDay, localMinute }: Schedule): string {
  const time = `${Math.floor(localMinute / 60)}`.padStart(2, '0') + ':' + `${localMinute % 60}`.padStart(2, '0');
  if (cadence === 'weekly') return t('reports.everyWeek', { day: formatWeekdayNumber(weekday ?? 1, 'long'), time });
  if (cadence === 'monthly') return t('reports.everyMonth', { day: monthDay ?? 1, time });
  return t('reports.everyDay', { time });
}

function Row({
  schedule,
  zone,
  onEdit,
}: {
  readonly schedule: Schedule;
  readonly zone: string;
  readonly onEdit: () => void;
}) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: sendingQueryKey });
  const remove = useMutation({
    mutationFn: () => request(DeleteReportScheduleDocument, { id: schedule.id, version: schedule.version }),
    onSuccess: refresh,
    onError: failed,
  });
  const send = useMutation({
    mutationFn: async () => (await request(SendReportNowDocument, { id: schedule.id })).sendReportNow,
    onSuccess: (answer) => {
      if (answer.__typename === 'ReportSendingStarted')
        showToast({ text: t('reports.sending', { count: answer.recipients }) });
      return refresh();
    },
    onError: failed,
  });
  const { sentCount, openCount, failedCount, lastDueAt } = schedule;
  return (
    <li>
      <span>
        <strong>{whenWords(schedule)}</strong>{' '}
        {t('reports.recipientCount', { count: schedule.userIds.length + schedule.addresses.length })}
        <br />
        <small className="y-quiet">
          {t('reports.nextAt', { at: formatDateTime(schedule.nextAt, zone) })}
          {lastDueAt
            ? ` ${t('reports.lastSending', { at: formatDateTime(lastDueAt, zone), sent: sentCount, open: openCount, failed: failedCount })}`
            : ''}
        </small>
      </span>
      <Button kind="quiet" isDisabled={send.isPending} onPress={() => send.mutate()}>
        {t('reports.sendNow')}
      </Button>
      <Button kind="quiet" onPress={onEdit}>
        {t('reports.change_')}
      </Button>
      <Button kind="quiet" isDisabled={remove.isPending} onPress={() => remove.mutate()}>
        {t('reports.stop')}
      </Button>
    </li>
  );
}

/** When a report is sent and to whom. */
export function ScheduleDialog({
  subject,
  onClose,
}: {
  readonly subject: ReportSubject;
  readonly onClose: () => void;
}) {
  const { zone } = homeSite(useViewer());
  const sending = useQuery({ queryKey: sendingQueryKey, queryFn: () => request(ReportSendingDocument) });
  const [edited, setEdited] = useState<Schedule | 'new'>();
  const title = subject.on ? t('reports.scheduleDaily') : t('reports.scheduleTitle', { title: subject.title });
  return (
    <Dialog title={title} isOpen onClose={onClose} width={680}>
      <QueryState query={sending} skeleton={<SkeletonRows rows={5} />}>
        {({ reportSchedules, reportRecipients }) => {
          const own = reportSchedules.filter((one) => (one.dashboardId ?? null) === subject.dashboardId);
          if (edited || own.length === 0)
            return (
              <ScheduleForm
                subject={subject}
                schedule={edited && edited !== 'new' ? edited : null}
                recipients={reportRecipients}
                onSaved={() => setEdited(undefined)}
                onClose={own.length === 0 ? onClose : () => setEdited(undefined)}
              />
            );
          return (
            <div className="rp-form">
              <ul className="rp-rows">
                {own.map((schedule) => (
                  <Row key={schedule.id} schedule={schedule} zone={zone} onEdit={() => setEdited(schedule)} />
                ))}
              </ul>
              <div>
                <Button onPress={() => setEdited('new')}>{t('reports.addSchedule')}</Button>
              </div>
            </div>
          );
        }}
      </QueryState>
    </Dialog>
  );
}
