import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { EXCUSE_KINDS } from '@yotei/scheduling/adherence';
import { addDays } from '@yotei/time';
import { useState } from 'react';
import { dateInZone, formatTime } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { useViewer, type Viewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import {
  ExcuseDeviationDocument,
  RevokeExcuseDocument,
  type ExcuseInput,
  type ExcuseScopeKind,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Select, TextField } from '../../ui/fields.js';
import { showToast } from '../../ui/toast.js';
import { wordOfKind } from './exception-list.js';
import { ExcuseEffect } from './excuse-effect.js';
import { instantOfClock } from './zone-clock.js';
import './agent-day.css';

export interface ExcuseDraft {
  readonly scopeKind: ExcuseScopeKind;
  readonly scopeId: string | null;
  /** Where one agent is meant. */
  readonly agentName?: string;
  readonly startAt: string;
  readonly endAt: string;
  readonly zone: string;
}

/** `AGENT` only where one was chosen: the others are for everybody's outage. */
function scopesOf(viewer: Viewer, draft: ExcuseDraft): { readonly id: string; readonly text: string }[] {
  const { sites, teams, queues } = viewer.organisation;
  return [
    ...(draft.scopeKind === 'AGENT' ? [{ id: `AGENT ${draft.scopeId}`, text: draft.agentName ?? '' }] : []),
    { id: 'ALL ', text: t('live.everybody') },
    ...sites.map(({ id, name }) => ({ id: `SITE ${id}`, text: t('live.scopeSite', { name }) })),
    ...teams.map(({ id, name }) => ({ id: `TEAM ${id}`, text: t('live.scopeTeam', { name }) })),
    ...queues.map(({ id, name }) => ({ id: `QUEUE ${id}`, text: t('live.scopeQueue', { name: local(name) }) })),
  ];
}

interface Chosen {
  readonly scope: string;
  readonly from: string;
  readonly until: string;
  readonly kind: string;
  readonly note: string;
}

/** The span of two clock times on the day of the draft; an end at or before the start is on the next day. */
function spanOf(draft: ExcuseDraft, { from, until }: Chosen): { startAt: string; endAt: string } | null {
  const on = dateInZone(draft.startAt, draft.zone);
  const start = instantOfClock(on, from, draft.zone);
  const sameDay = instantOfClock(on, until, draft.zone);
  if (start === null || sameDay === null) return null;
  const end = sameDay > start ? sameDay : instantOfClock(addDays(on, 1), until, draft.zone)!;
  return { startAt: new Date(start).toISOString(), endAt: new Date(end).toISOString() };
}

const scopeOf = (text: string): { scopeKind: ExcuseScopeKind; scopeId: string | null } => {
  const [scopeKind, scopeId] = text.split(' ');
  return { scopeKind: scopeKind as ExcuseScopeKind, scopeId: scopeId || null };
};

/** Takes an excuse back that was just made. */
async function takeBack(id: string, client: QueryClient): Promise<void> {
  const answer = await request(RevokeExcuseDocument, { id }).catch(() => null);
  const isDone = answer?.revokeExcuse.__typename === 'AdherenceExceptionSaved';
  showToast(isDone ? { text: t('live.takenBack') } : { text: t('live.notSaved'), tone: 'problem' });
  await client.invalidateQueries({ queryKey: ['live'] });
}

function useSave({ onClose, onLong }: Pick<ExcuseDialogProps, 'onClose' | 'onLong'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: ExcuseInput) => (await request(ExcuseDeviationDocument, { input })).excuseDeviation,
    onSuccess: (saved) => {
      if (saved.__typename !== 'AdherenceExceptionSaved') return showToast({ text: saved.message, tone: 'problem' });
      const { id, agentCount } = saved.exception;
      showToast({
        text: t('live.excused', { count: agentCount }),
        action: { text: t('live.undo'), run: () => void takeBack(id, client) },
      });
      if (saved.rejudgeJobId) onLong?.(saved.rejudgeJobId);
      void client.invalidateQueries({ queryKey: ['live'] });
      onClose();
    },
    onError: () => showToast({ text: t('live.notSaved'), tone: 'problem' }),
  });
}

export interface ExcuseDialogProps {
  readonly draft: ExcuseDraft;
  readonly onClose: () => void;
  /** Many days are judged again by this job. */
  readonly onLong?: (jobId: string) => void;
}

/** Excuses one agent, a team, a site, a queue or everybody for a while; what it changes stands there before it is saved. */
export function ExcuseDialog({ draft, onClose, onLong }: ExcuseDialogProps) {
  const viewer = useViewer();
  const [chosen, setChosen] = useState<Chosen>({
    scope: `${draft.scopeKind} ${draft.scopeId ?? ''}`,
    from: formatTime(draft.startAt, draft.zone),
    until: formatTime(Math.ceil(Date.parse(draft.endAt) / 60_000) * 60_000, draft.zone),
    kind: draft.scopeKind === 'AGENT' ? 'other' : 'system-outage',
    note: '',
  });
  const change = (next: Partial<Chosen>): void => setChosen({ ...chosen, ...next });
  const span = spanOf(draft, chosen);
  const save = useSave({ onClose, ...(onLong && { onLong }) });
  const scope = scopeOf(chosen.scope);
  return (
    <Dialog
      title={t('live.excuseTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('live.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={!span || save.isPending}
            onPress={() => span && save.mutate({ ...scope, ...span, kind: chosen.kind, note: chosen.note })}
          >
            {t('live.saveExcuse')}
          </Button>
        </>
      }
    >
      <div className="l-form">
        <Select
          label={t('live.whom')}
          value={chosen.scope}
          options={scopesOf(viewer, draft)}
          onChange={(value) => change({ scope: value })}
        />
        <div className="l-form-row">
          <TextField label={t('live.fromTime')} value={chosen.from} onChange={(from) => change({ from })} />
          <TextField label={t('live.untilTime')} value={chosen.until} onChange={(until) => change({ until })} />
        </div>
        <Select
          label={t('live.reason')}
          value={chosen.kind}
          options={EXCUSE_KINDS.map((id) => ({ id, text: wordOfKind(id) }))}
          onChange={(kind) => change({ kind })}
        />
        <TextField label={t('live.note')} value={chosen.note} maxLength={500} onChange={(note) => change({ note })} />
        {span ? (
          <ExcuseEffect key={JSON.stringify([scope, span])} of={{ ...scope, ...span }} />
        ) : (
          <p role="alert">{t('live.wrongTimes')}</p>
        )}
      </div>
    </Dialog>
  );
}
