import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import {
  KeepScheduleVersionDocument,
  RestoreScheduleVersionDocument,
  ScheduleVersionsDocument,
} from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { Tabs } from '../../../ui/tabs.js';
import { showToast } from '../../../ui/toast.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import { versionText, type Version } from '../desk/difference-panel.js';
import { CompareVersions } from './compare-versions.js';
import { EditList } from './edit-list.js';
import './together.css';

/** Rosters kept of the schedule, what differs between two, and everybody's edits. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const { id: scheduleId, version } = useDeskState((state) => state.info);
  const [tab, setTab] = useState('versions');
  const versions = useQuery({
    queryKey: ['schedule-versions', scheduleId, version],
    queryFn: async () => (await request(ScheduleVersionsDocument, { scheduleId })).scheduleVersions,
  });
  return (
    <Dialog title={t('together.history')} isOpen onClose={onClose} width={640}>
      <Tabs
        label={t('together.history')}
        selected={tab}
        onSelect={setTab}
        items={[
          {
            id: 'versions',
            title: t('together.versions'),
            panel: (
              <QueryState query={versions} skeleton={<SkeletonRows rows={4} />}>
                {(kept) => <Versions kept={kept} />}
              </QueryState>
            ),
          },
          {
            id: 'compare',
            title: t('together.compare'),
            panel: (
              <QueryState query={versions} skeleton={<SkeletonRows rows={4} />}>
                {(kept) => <CompareVersions kept={kept} />}
              </QueryState>
            ),
          },
          { id: 'edits', title: t('together.edits'), panel: <EditList /> },
        ]}
      />
    </Dialog>
  );
}

function Versions({ kept }: { readonly kept: readonly Version[] }) {
  const { displayZone, readOnly } = useDesk();
  return (
    <>
      {readOnly ? null : <KeepForm />}
      {kept.length === 0 ? <p className="b-quiet">{t('together.noVersions')}</p> : null}
      <ul className="tg-list">
        {kept.map((one) => (
          <li key={one.version}>
            <span>
              <strong>{versionText(one, displayZone)}</strong>
              <span className="b-quiet">
                {' '}
                {t('together.shifts', { count: one.shiftCount })}
                {one.keptBy ? ` · ${t('together.by', { who: one.keptBy })}` : ''}
              </span>
            </span>
            {readOnly ? null : <RestoreButton version={one} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function KeepForm() {
  const { id: scheduleId } = useDeskState((state) => state.info);
  const [title, setTitle] = useState('');
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: async () => (await request(KeepScheduleVersionDocument, { scheduleId, title })).keepScheduleVersion,
    onSuccess: (answer) => {
      if (answer.__typename !== 'ScheduleVersionKept')
        return showToast({ text: t('together.keepFailed', { message: answer.message }), tone: 'problem' });
      showToast({ text: t('together.kept', { title }) });
      setTitle('');
      void client.invalidateQueries({ queryKey: ['schedule-versions'] });
    },
    onError: (error) => showToast({ text: t('together.keepFailed', { message: error.message }), tone: 'problem' }),
  });
  return (
    <form
      className="tg-inline"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '' && !keep.isPending) keep.mutate();
      }}
    >
      <TextField label={t('together.keepName')} value={title} onChange={setTitle} />
      <Button type="submit">{t('together.keep')}</Button>
    </form>
  );
}

/** Back to a kept roster. What stands now is kept first, so there is nothing to ask, unless must rules break. */
function RestoreButton({ version: { version } }: { readonly version: Version }) {
  const { acts } = useDesk();
  const info = useDeskState((state) => state.info);
  const [broken, setBroken] = useState(0);
  const [reason, setReason] = useState('');
  const failed = (message: string) => showToast({ text: t('together.restoreFailed', { message }), tone: 'problem' });
  const restore = useMutation({
    mutationFn: async () =>
      (
        await request(RestoreScheduleVersionDocument, {
          scheduleId: info.id,
          version,
          expectedVersion: info.version,
          overrideReason: reason.trim() || null,
        })
      ).restoreScheduleVersion,
    onSuccess: (answer) => {
      if (answer.__typename === 'ScheduleHasBreaches' && answer.breaches.length > 0)
        return setBroken(answer.breaches.length);
      if (answer.__typename !== 'ScheduleRestored') return failed(answer.message);
      setBroken(0);
      showToast({ text: t('together.restored', { count: answer.changedShifts }) });
      acts.reload();
    },
    onError: (error) => failed(error.message),
  });
  const button = (
    <Button isDisabled={restore.isPending || (broken > 0 && reason.trim() === '')} onPress={() => restore.mutate()}>
      {t('together.restore')}
    </Button>
  );
  if (broken === 0) return button;
  return (
    <div className="tg-inline">
      <TextField
        label={t('together.restoreReason')}
        hint={t('together.restoreBreaks', { count: broken })}
        value={reason}
        onChange={setReason}
        autoFocus
      />
      {button}
    </div>
  );
}
