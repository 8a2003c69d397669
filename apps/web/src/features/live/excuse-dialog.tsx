import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { EXCUSE_KINDS } from '@yotei/scheduling/adherence';
import { addDays } from '@yotei/time';
import { useState } from 'react';
import { formatNumber } from '../../app/format/format-number.js';
import { dateInZone, formatTime } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { useViewer, type Viewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import {
  ExcuseDeviationDocument,
  ExcuseEffectDocument,
  type ExcuseInput,
  type ExcuseScopeKind,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Select, TextField } from '../../ui/fields.js';
import { Skeleton, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { wordOfKind } from './exception-list.js';
import { adherenceText, conformanceText } from './figures.js';
import { formatMinutes } from './live-words.js';
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

function Effect({
  of,
}: {
  readonly of: { scopeKind: ExcuseScopeKind; scopeId: string | null; startAt: string; endAt: string };
}) {
  const { data, isError } = useQuery({
    queryKey: ['live', 'effect', of],
    queryFn: async () => (await request(ExcuseEffectDocument, of)).excuseEffect,
  });
  if (isError) return <p role="alert">{t('live.noEffect')}</p>;
  if (!data)
    return (
      <Skeleton label={t('live.effect')}>
        <SkeletonRows rows={2} />
      </Skeleton>
    );
  if (data.__typename === 'InvalidInput') return <p role="alert">{t('live.cannotExcuse')}</p>;
  return (
    <div className="l-effect" role="status">
      <strong>{t('live.effect')}</strong>
      <span>
        {t('live.effectMade', {
          changed: formatNumber(data.changedAgents),
          scheduled: formatNumber(data.scheduledAgents),
          minutes: formatMinutes(data.excusedSeconds * 1000),
        })}
      </span>
      <span>
        {t('live.effectAdherence', { before: adherenceText(data.before), after: adherenceText(data.after) })}{' '}
        <span className="y-quiet">{t('live.effectConformance', { same: conformanceText(data.after) })}</span>
      </span>
    </div>
  );
}

function useSave(onClose: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: ExcuseInput) => (await request(ExcuseDeviationDocument, { input })).excuseDeviation,
    onSuccess: (saved) => {
      if (saved.__typename !== 'AdherenceExceptionSaved') return showToast({ text: saved.message, tone: 'problem' });
      showToast({ text: t('live.excused', { count: saved.exception.agentCount }) });
      void client.invalidateQueries({ queryKey: ['live'] });
      onClose();
    },
    onError: () => showToast({ text: t('live.notSaved'), tone: 'problem' }),
  });
}

/** Excuses one agent, a team, a site, a queue or everybody for a while; what it changes stands there before it is saved. */
export function ExcuseDialog({ draft, onClose }: { readonly draft: ExcuseDraft; readonly onClose: () => void }) {
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
  const save = useSave(onClose);
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
        {span ? <Effect of={{ ...scope, ...span }} /> : <p role="alert">{t('live.wrongTimes')}</p>}
      </div>
    </Dialog>
  );
}
