import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { activityLooks } from '../../app/activity-types.js';
import { formatHours, formatPercent } from '../../app/format/format-number.js';
import { formatTime } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import {
  ApplyRepairDocument,
  LoadAlertRepairDocument,
  UndoRepairDocument,
  type LoadAlertRepairQuery,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';

type Found = Extract<LoadAlertRepairQuery['loadAlertRepair'], { __typename: 'RepairProposals' }>;
type Mend = Found['proposals'][number];

const percent = (value: number) => formatPercent(value, 0);

/** One click: the breaks move, their people are told, and the toast takes it back. A refusal says why nothing changed. */
function useMove(onMoved: () => void) {
  const client = useQueryClient();
  const again = () =>
    Promise.all(['load-alerts', 'intraday'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const failed = (text = t('wellbeing.breatherFailed')) => showToast({ text, tone: 'problem' });
  const undo = useMutation({
    mutationFn: async (id: string) =>
      (await request(UndoRepairDocument, { id, label: t('wellbeing.breatherUndoOf') })).undoRepair,
    onSuccess: ({ __typename }) => {
      if (__typename === 'RepairUndone') showToast({ text: t('wellbeing.breatherUndone') });
      else failed();
      return again();
    },
    onError: () => failed(),
  });
  return useMutation({
    mutationFn: async ({ id }: Mend) =>
      (await request(ApplyRepairDocument, { id, label: t('wellbeing.breatherTitle') })).applyRepair,
    onSuccess: (answer) => {
      if (answer.__typename === 'RepairApplied') {
        const { id, people } = answer;
        onMoved();
        showToast({
          text: t('wellbeing.breatherDone', { people }),
          action: { text: t('wellbeing.breatherUndo'), run: () => undo.mutate(id) },
        });
      } else failed(answer.__typename === 'RepairStale' ? t('wellbeing.breatherStale') : undefined);
      return again();
    },
    onError: () => failed(),
  });
}

/** What moves, and what it does to customers and rules. */
function MendView({ mend, zone }: { readonly mend: Mend; readonly zone: string }) {
  const viewer = useViewer();
  const looks = useMemo(() => activityLooks(viewer), [viewer]);
  const { steps, service, shortMinutesAdded, shortMinutesRemoved, worseRules } = mend;
  const short = Math.round(shortMinutesAdded - shortMinutesRemoved);
  return (
    <>
      <ul className="y-wellbeing-moves">
        {steps.map(({ agentId, name, activityTypeId, fromAt, toAt }) => (
          <li key={`${agentId} ${fromAt}`}>
            <strong>{name}</strong>{' '}
            {t('wellbeing.breatherStep', {
              activity: looks.get(activityTypeId ?? '')?.title ?? '',
              from: fromAt ? formatTime(fromAt, zone) : '',
              to: toAt ? formatTime(toAt, zone) : '',
            })}
          </li>
        ))}
      </ul>
      <p className="y-wellbeing-week">
        {service.map(({ queueId, title, before, after }) => (
          <span key={queueId}>
            {t('wellbeing.breatherService', { queue: local(title), before: percent(before), after: percent(after) })}
          </span>
        ))}
        {short >= 1 ? <Chip>{t('wellbeing.breatherShort', { time: formatHours(short) })}</Chip> : null}
        {worseRules.length === 0 ? <Chip tone="good">{t('wellbeing.breatherRules')}</Chip> : null}
        {worseRules.map(({ ruleId, title }) => (
          <Chip key={ruleId} tone="prefer">
            {local(title)}
          </Chip>
        ))}
      </p>
    </>
  );
}

/** The breaks of the people behind an alert, sooner: each move, the effect, and the one button that does it. */
export function BreatherDialog({
  teamId,
  alert,
  onClose,
}: {
  readonly teamId: string;
  readonly alert: string;
  readonly onClose: () => void;
}) {
  const query = useQuery({
    queryKey: ['load-alerts', 'mend', teamId],
    queryFn: async () => {
      const { loadAlertRepair } = await request(LoadAlertRepairDocument, { teamId });
      return loadAlertRepair.__typename === 'RepairProposals' ? loadAlertRepair : null;
    },
  });
  const move = useMove(onClose);
  const mend = query.data?.proposals[0];
  return (
    <Dialog
      title={t('wellbeing.breatherTitle')}
      isOpen
      onClose={onClose}
      width={560}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          {mend ? (
            <Button kind="primary" isPending={move.isPending} onPress={() => move.mutate(mend)}>
              {t('wellbeing.breatherMove')}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{alert}</p>
      <QueryState query={query} skeleton={<SkeletonRows rows={4} height={32} />}>
        {(found) =>
          found && mend ? (
            <MendView mend={mend} zone={found.zone} />
          ) : (
            <EmptyState title={t('wellbeing.breatherNone')} text={t('wellbeing.breatherNoneText')} />
          )
        }
      </QueryState>
    </Dialog>
  );
}
