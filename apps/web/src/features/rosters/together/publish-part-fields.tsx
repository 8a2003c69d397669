import { useQuery } from '@tanstack/react-query';
import { addDays } from '@yotei/time';
import { useState } from 'react';
import { formatDate, formatDateTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { SchedulePublicationsDocument, type PublishPartInput } from '../../../graphql/generated/graphql.js';
import { Checkbox, Select } from '../../../ui/fields.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import './together.css';

interface PartFieldsProps {
  readonly part: PublishPartInput | null;
  readonly onPart: (part: PublishPartInput | null) => void;
}

/** Which teams and days are published: everything unless chosen otherwise. */
export function PublishPartFields({ part, onPart }: PartFieldsProps) {
  const { teams } = useDesk();
  const [isOpen, setOpen] = useState(part !== null);
  const days = useDeskState((state) => state.model.days);
  const { fromOn = days[0]!.on, untilOn } = part ?? {};
  const lastOn = untilOn ? addDays(untilOn, -1) : days.at(-1)!.on;
  const change = (more: PublishPartInput) => onPart({ ...part, ...more });
  const chosen = new Set(part?.teamIds ?? teams.map(({ id }) => id));
  const toggle = (id: string, on: boolean) => {
    const next = teams.filter((team) => (team.id === id ? on : chosen.has(team.id))).map((team) => team.id);
    if (next.length > 0) change({ teamIds: next.length === teams.length ? null : next });
  };
  const options = days.map(({ on }) => ({ id: on, text: formatDate(on) }));
  return (
    <section className="tg-part">
      <PartsOut />
      <Checkbox
        isSelected={isOpen}
        onChange={(on) => {
          setOpen(on);
          if (!on) onPart(null);
        }}
      >
        {t('together.part')}
      </Checkbox>
      {isOpen ? (
        <>
          <fieldset className="tg-teams">
            <legend>{t('together.partTeams')}</legend>
            {teams.map(({ id, name }) => (
              <Checkbox key={id} isSelected={chosen.has(id)} onChange={(on) => toggle(id, on)}>
                {name}
              </Checkbox>
            ))}
          </fieldset>
          <div className="tg-pair">
            <Select
              label={t('together.partFrom')}
              value={fromOn ?? days[0]!.on}
              options={options.filter(({ id }) => id <= lastOn)}
              onChange={(on) => change({ fromOn: on })}
            />
            <Select
              label={t('together.partUntil')}
              value={lastOn}
              options={options.filter(({ id }) => id >= (fromOn ?? days[0]!.on))}
              onChange={(on) => change({ untilOn: addDays(on, 1) })}
            />
          </div>
        </>
      ) : null}
    </section>
  );
}

/** What agents have been told of already, while the schedule as a whole is a draft. */
function PartsOut() {
  const { teams, displayZone } = useDesk();
  const { id: scheduleId, version, state } = useDeskState((desk) => desk.info);
  const { data: parts = [] } = useQuery({
    queryKey: ['schedule-publications', scheduleId, version],
    queryFn: async () => (await request(SchedulePublicationsDocument, { scheduleId })).schedulePublications,
  });
  if (state === 'PUBLISHED' || parts.length === 0) return null;
  const namesOf = (ids: readonly string[] | null) =>
    ids
      ? ids.map((id) => teams.find((team) => team.id === id)?.name ?? id).join(t('board.listSeparator'))
      : t('together.partAll');
  return (
    <>
      <h3 className="b-list-head">{t('together.partsOut')}</h3>
      <ul className="b-plain-list">
        {parts.map((part) => (
          <li key={part.id}>
            {t('together.partOut', {
              teams: namesOf(part.teamIds),
              from: formatDate(part.fromOn),
              to: formatDate(addDays(part.untilOn, -1)),
              when: formatDateTime(Date.parse(part.publishedAt), displayZone),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
