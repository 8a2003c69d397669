import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { t } from '../../../app/i18n/t.js';
import { formatTime } from '../../../app/format/format-time.js';
import { request } from '../../../graphql/client.js';
import {
  AbsencesTodayDocument,
  ApplyRepairDocument,
  RepairProposalsDocument,
  ReportAbsenceDocument,
  UndoAbsenceDocument,
  UndoRepairDocument,
  type ReportAbsenceInput,
  type ReportAbsenceMutation,
  type RepairProposalsQuery,
} from '../../../graphql/generated/graphql.js';
import { showToast } from '../../../ui/toast.js';

export type Proposals = Extract<RepairProposalsQuery['repairProposals'], { __typename: 'RepairProposals' }>;
export type Proposal = Proposals['proposals'][number];
export type AbsenceReported = Extract<ReportAbsenceMutation['reportAbsence'], { __typename: 'AbsenceReported' }>;

export interface MendScope {
  readonly queueId: string;
  readonly startAt: string;
  readonly endAt: string;
}

/** Null: nothing is planned now. */
export const proposalsQuery = (scope: MendScope | null) =>
  queryOptions({
    queryKey: ['intraday', 'mends', scope],
    queryFn: async () => {
      const { queueId = null, startAt = null, endAt = null } = scope ?? {};
      const { repairProposals } = await request(RepairProposalsDocument, { queueId, startAt, endAt });
      return repairProposals.__typename === 'RepairProposals' ? repairProposals : null;
    },
  });

export const absencesQuery = queryOptions({
  queryKey: ['intraday', 'absences'],
  queryFn: async () => (await request(AbsencesTodayDocument)).absencesToday,
});

interface Outcome {
  readonly __typename: string;
  readonly message?: string;
  readonly reason?: string;
  readonly changedBy?: string | null;
  readonly changedAt?: string | null;
  readonly changedWhat?: string | null;
}

/** Why something was refused, in words; null where it was not. */
export function refusalText(outcome: Outcome, zone: string): string | null {
  switch (outcome.__typename) {
    case 'RepairStale':
      if (outcome.reason === 'BEGUN') return t('intraday.staleBegun');
      if (outcome.reason === 'APPLIED' || outcome.reason === 'UNDONE') return t('intraday.staleApplied');
      return t('intraday.staleChanged', {
        who: outcome.changedBy ?? t('intraday.somebody'),
        what: outcome.changedWhat ?? '',
        time: outcome.changedAt ? formatTime(outcome.changedAt, zone) : '',
      });
    case 'ScheduleHasBreaches':
      return t('intraday.breaksRules');
    case 'NoShiftToday':
      return t('intraday.noShift');
    case 'InvalidInput':
    case 'NotFound':
      return t('intraday.notPossible');
    default:
      return null;
  }
}

/** A mutation after which everything of today is read again; a failure or refusal is told. */
function useDayAct<Input, Answer extends Outcome>(
  act: (input: Input) => Promise<Answer>,
  { zone, done }: { readonly zone: string; readonly done: (answer: Answer) => void },
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      const refused = refusalText(answer, zone);
      if (refused) showToast({ text: refused, tone: 'problem' });
      else done(answer);
      return client.invalidateQueries({ queryKey: ['intraday'] });
    },
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
}

export function useUndoRepair(zone: string) {
  return useDayAct(
    async ({ id, label }: { id: string; label: string }) =>
      (await request(UndoRepairDocument, { id, label })).undoRepair,
    { zone, done: () => showToast({ text: t('intraday.undone') }) },
  );
}

/** One click: applied, with Undo in the toast, which a window in front would keep from being pressed. */
export function useApplyRepair(zone: string, onApplied: () => void) {
  const undo = useUndoRepair(zone);
  return useDayAct(
    async ({ id, label }: { id: string; label: string }) => ({
      ...(await request(ApplyRepairDocument, { id, label })).applyRepair,
      label,
    }),
    {
      zone,
      done: (answer) => {
        if (answer.__typename !== 'RepairApplied') return;
        const { id, people, offerId, label } = answer;
        onApplied();
        showToast({
          text: offerId ? t('intraday.offered', { label }) : t('intraday.applied', { label, people }),
          action: { text: t('intraday.undo'), run: () => undo.mutate({ id, label: t('intraday.undoOf', { label }) }) },
        });
      },
    },
  );
}

export function useUndoAbsence(zone: string) {
  return useDayAct(
    async ({ id, label }: { id: string; label: string }) =>
      (await request(UndoAbsenceDocument, { id, label })).undoAbsence,
    { zone, done: () => showToast({ text: t('intraday.undone') }) },
  );
}

export function useReportAbsence(zone: string, done: (answer: AbsenceReported) => void) {
  return useDayAct(
    async (input: ReportAbsenceInput) => (await request(ReportAbsenceDocument, { input })).reportAbsence,
    { zone, done: (answer) => answer.__typename === 'AbsenceReported' && done(answer) },
  );
}
