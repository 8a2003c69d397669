import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { OpenScenarioRosterDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { showToast } from '../../../ui/toast.js';

/** Puts a scenario's new roster on the board as a draft, and goes there. A draft with shifts is replaced only after a question. */
export function OpenDraftButton({ runId, name }: { readonly runId: string; readonly name: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  /** Shifts of the draft that would be put aside; undefined: not asked. */
  const [inUse, setInUse] = useState<number>();
  const failed = () => showToast({ text: t('ui.failed'), tone: 'problem' });
  const open = useMutation({
    mutationFn: async (replace: boolean) =>
      (await request(OpenScenarioRosterDocument, { runId, replace })).openScenarioRoster,
    onSuccess: async (result) => {
      if (result.__typename === 'ScenarioDraftInUse') return setInUse(result.shifts);
      if (result.__typename !== 'ScenarioRosterOpened') return showToast({ text: result.message, tone: 'problem' });
      await client.invalidateQueries();
      const { shifts, leftOut, weekStartOn } = result;
      const text = t('scenarios.draftOpened', { name, shifts: formatNumber(shifts) });
      showToast({
        text: leftOut > 0 ? `${text} ${t('scenarios.draftLeftOut', { count: formatNumber(leftOut) })}` : text,
      });
      return navigate({ to: '/roster', search: { week: weekStartOn } });
    },
    onError: failed,
  });
  return (
    <>
      <Button
        icon={<CalendarPlus size={14} strokeWidth={1.75} aria-hidden />}
        isDisabled={open.isPending}
        onPress={() => open.mutate(false)}
      >
        {t('scenarios.openDraft')}
      </Button>
      <Dialog
        title={t('scenarios.replaceDraft')}
        isOpen={inUse !== undefined}
        onClose={() => setInUse(undefined)}
        footer={
          <>
            <Button onPress={() => setInUse(undefined)}>{t('ui.cancel')}</Button>
            <Button kind="primary" isDisabled={open.isPending} onPress={() => open.mutate(true)}>
              {t('scenarios.replaceDraftNow')}
            </Button>
          </>
        }
      >
        <p>{t('scenarios.replaceDraftText', { shifts: formatNumber(inUse ?? 0) })}</p>
      </Dialog>
    </>
  );
}
