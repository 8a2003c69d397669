import { addDays } from '@yotei/time';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatDateRange, formatWeekdayNumber } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { can, useViewer } from '../../../app/session.js';
import type { TimeOffAllowanceInput } from '../../../graphql/generated/graphql.js';
import { IconButton } from '../../../ui/button.js';
import { Table } from '../../../ui/table.js';
import { clock } from '../templates/template-draft.js';
import { useSaving } from '../use-saving.js';
import { AddButton } from '../sites/hours-fields.js';
import { PlaceDialog } from './place-dialog.js';
import { addAllowance, removeAllowance, type Allowance } from './time-off.queries.js';

const inputOf = ({ id: _, ...allowance }: Allowance): TimeOffAllowanceInput => allowance;

const hoursInWords = ({ fromMinute, untilMinute }: Allowance): string =>
  fromMinute === 0 && untilMinute === 1440
    ? t('setupTimeOff.allDay')
    : `${clock(fromMinute)}–${untilMinute === 1440 ? '24:00' : clock(untilMinute)}`;

const daysInWords = ({ weekdays }: Allowance): string =>
  weekdays.length === 7
    ? t('setup.everyDay')
    : weekdays.map((day) => formatWeekdayNumber(day, 'short')).join(t('setup.separator'));

/** How many of a team may be away at once; without a line there is no limit. */
export function Places({ allowances }: { readonly allowances: readonly Allowance[] }) {
  const viewer = useViewer();
  const mayEdit = can(viewer, 'organisation.edit');
  const [isAdding, setAdding] = useState(false);
  const { save, isSaving } = useSaving();
  const teamOf = (teamId: string | null | undefined) =>
    viewer.organisation.teams.find(({ id }) => id === teamId)?.name ?? t('setupTimeOff.eachTeam');
  const nameOf = (one: Allowance) => `${teamOf(one.teamId)}, ${formatDateRange(one.fromOn, addDays(one.untilOn, -1))}`;
  const takeAway = (one: Allowance) =>
    save({
      run: () => removeAllowance(one.id),
      undo: () => addAllowance(inputOf(one), []),
      said: t('setupTimeOff.placesRemoved', { name: nameOf(one) }),
    });
  return (
    <>
      <div className="su-bar">
        <p className="su-intro">{t('setupTimeOff.placesIntro')}</p>
        <span className="su-bar-fill" />
        {mayEdit ? <AddButton text={t('setupTimeOff.addPlaces')} onPress={() => setAdding(true)} /> : null}
      </div>
      {allowances.length === 0 ? (
        <p className="y-quiet">{t('setupTimeOff.noLimit')}</p>
      ) : (
        <div className="su-panel">
          <Table
            caption={t('setupTimeOff.places')}
            rows={allowances}
            rowKey={({ id }) => id}
            columns={[
              { id: 'team', title: t('setup.team'), cell: ({ teamId }) => teamOf(teamId) },
              {
                id: 'days',
                title: t('setupTimeOff.when'),
                cell: ({ fromOn, untilOn }) => formatDateRange(fromOn, addDays(untilOn, -1)),
              },
              { id: 'weekdays', title: t('setup.weekdays'), cell: daysInWords },
              { id: 'hours', title: t('setupTimeOff.hours'), cell: hoursInWords },
              { id: 'most', title: t('setupTimeOff.most'), numeric: true, cell: ({ most }) => most },
              {
                id: 'acts',
                title: <span className="y-hidden">{t('setup.acts')}</span>,
                cell: (one) =>
                  mayEdit ? (
                    <IconButton
                      label={t('setupTimeOff.removePlaces', { name: nameOf(one) })}
                      icon={<Trash2 size={18} strokeWidth={1.75} />}
                      isDisabled={isSaving}
                      onPress={() => takeAway(one)}
                    />
                  ) : null,
              },
            ]}
          />
        </div>
      )}
      {isAdding ? <PlaceDialog known={allowances.map(({ id }) => id)} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
