import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatDateTime, formatTimeRange } from '../../app/format/format-time.js';
import { t, tIfKnown } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  DecideExplanationDocument,
  RevokeExcuseDocument,
  type AdherenceExceptionPartsFragment,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { showToast } from '../../ui/toast.js';
import './agent-day.css';

export type Exception = AdherenceExceptionPartsFragment;

const TONES = { PROPOSED: 'accent', APPROVED: 'good', DECLINED: 'must', WITHDRAWN: 'plain' } as const;

function useDecisions() {
  const client = useQueryClient();
  const settle = ({ __typename, ...rest }: { readonly __typename: string; readonly message?: string }) => {
    if (__typename !== 'AdherenceExceptionSaved')
      showToast({ text: rest.message ?? t('live.notSaved'), tone: 'problem' });
    void client.invalidateQueries({ queryKey: ['live'] });
  };
  const failed = () => showToast({ text: t('live.notSaved'), tone: 'problem' });
  const decide = useMutation({
    mutationFn: async (of: { readonly id: string; readonly approve: boolean }) =>
      (await request(DecideExplanationDocument, { ...of, note: null })).decideExplanation,
    onSuccess: settle,
    onError: failed,
  });
  const revoke = useMutation({
    mutationFn: async (id: string) => (await request(RevokeExcuseDocument, { id })).revokeExcuse,
    onSuccess: settle,
    onError: failed,
  });
  return { decide, revoke };
}

function Who({ exception }: { readonly exception: Exception }) {
  if (exception.agentName) return <strong>{exception.agentName}</strong>;
  return <strong>{t('live.agentsCount', { count: exception.agentCount })}</strong>;
}

export const wordOfKind = (kind: string): string => tIfKnown(`adherence.kind-${kind}`, undefined, kind);

/** Explanations and excuses with what was said and decided; those that wait can be decided here. */
export function ExceptionList({
  exceptions,
  zone,
  mayDecide,
}: {
  readonly exceptions: readonly Exception[];
  readonly zone: string;
  readonly mayDecide: boolean;
}) {
  const { decide, revoke } = useDecisions();
  const isBusy = decide.isPending || revoke.isPending;
  return (
    <ul className="l-exceptions">
      {exceptions.map((exception) => (
        <li key={exception.id}>
          <span className="l-exception-head">
            <Who exception={exception} />
            <Chip tone={TONES[exception.state]}>{t(`adherence.exception-${exception.state}`)}</Chip>
          </span>
          <span>
            {wordOfKind(exception.kind)} · {formatTimeRange(exception.startAt, exception.endAt, zone)}
          </span>
          {exception.note ? <q>{exception.note}</q> : null}
          <span className="y-quiet">
            {t('live.byWhom', {
              name: exception.decidedBy ?? exception.proposedBy ?? '–',
              time: formatDateTime(exception.decidedAt ?? exception.createdAt, zone),
            })}
          </span>
          {mayDecide && exception.state === 'PROPOSED' ? (
            <span className="l-acts">
              <Button
                kind="primary"
                isDisabled={isBusy}
                onPress={() => decide.mutate({ id: exception.id, approve: true })}
              >
                {t('live.approve')}
              </Button>
              <Button isDisabled={isBusy} onPress={() => decide.mutate({ id: exception.id, approve: false })}>
                {t('live.decline')}
              </Button>
            </span>
          ) : null}
          {mayDecide && exception.state === 'APPROVED' ? (
            <span className="l-acts">
              <Button isDisabled={isBusy} onPress={() => revoke.mutate(exception.id)}>
                {t('live.revoke')}
              </Button>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
