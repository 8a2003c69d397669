import { addDays } from '@yotei/time';
import { useState } from 'react';
import { dateInZone } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { homeSite, useViewer } from '../../../app/session.js';
import { NumberField, Select, TextField } from '../../../ui/fields.js';
import { Dialog } from '../../../ui/dialog.js';
import { ClockField } from '../clock-field.js';
import { DialogFoot } from '../dialog-foot.js';
import { useSaving } from '../use-saving.js';
import { WeekdayChecks } from '../weekday-checks.js';
import { addAllowance, removeAllowance } from './time-off.queries.js';

const EACH = 'each';

function freshDraft(today: string) {
  return {
    teamId: EACH,
    fromOn: today,
    lastOn: `${Number(today.slice(0, 4)) + 1}-12-31`,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    fromMinute: 0,
    untilMinute: 1440,
    most: 2,
  };
}

/** How many may be away at once: of whom, on which days, in which hours. */
export function PlaceDialog({ known, onClose }: { readonly known: readonly string[]; readonly onClose: () => void }) {
  const viewer = useViewer();
  const [draft, setDraft] = useState(() => freshDraft(dateInZone(Date.now(), homeSite(viewer).zone)));
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const { save, isSaving, refusal } = useSaving(onClose);
  const { teamId, lastOn, ...rest } = draft;
  const isSound =
    draft.fromOn <= lastOn && draft.weekdays.length > 0 && draft.fromMinute < draft.untilMinute && draft.most >= 0;
  const store = () =>
    save({
      run: () => addAllowance({ ...rest, untilOn: addDays(lastOn, 1), teamId: teamId === EACH ? null : teamId }, known),
      undo: ({ id }) => removeAllowance(id),
      said: t('setupTimeOff.placesAdded'),
    });
  return (
    <Dialog
      title={t('setupTimeOff.addPlaces')}
      isOpen
      onClose={onClose}
      width={560}
      footer={<DialogFoot {...{ refusal, isSaving, isSound, onClose }} onSave={store} />}
    >
      <div className="su-form">
        <Select
          label={t('setup.team')}
          value={teamId}
          options={[
            { id: EACH, text: t('setupTimeOff.eachTeam') },
            ...viewer.organisation.teams.map(({ id, name }) => ({ id, text: name })),
          ]}
          onChange={(next) => set({ teamId: next })}
        />
        <NumberField
          label={t('setupTimeOff.most')}
          hint={t('setupTimeOff.mostHint')}
          value={draft.most}
          minValue={0}
          maxValue={500}
          onChange={(most) => Number.isFinite(most) && set({ most })}
        />
        <WhenFields draft={draft} set={set} />
      </div>
      <WeekdayChecks label={t('setup.weekdays')} value={draft.weekdays} onChange={(weekdays) => set({ weekdays })} />
    </Dialog>
  );
}

type Draft = ReturnType<typeof freshDraft>;

function WhenFields({ draft, set }: { readonly draft: Draft; readonly set: (change: Partial<Draft>) => void }) {
  return (
    <>
      <TextField
        type="date"
        label={t('setupTimeOff.firstDay')}
        value={draft.fromOn}
        onChange={(fromOn) => set({ fromOn })}
      />
      <TextField
        type="date"
        label={t('setupTimeOff.lastDay')}
        value={draft.lastOn}
        onChange={(next) => set({ lastOn: next })}
      />
      <ClockField label={t('setup.from')} value={draft.fromMinute} onChange={(fromMinute) => set({ fromMinute })} />
      <ClockField
        label={t('setup.until')}
        value={draft.untilMinute}
        isEnd
        onChange={(untilMinute) => set({ untilMinute })}
      />
    </>
  );
}
