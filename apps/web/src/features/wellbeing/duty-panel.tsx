import { useQuery } from '@tanstack/react-query';
import { addDays, localDateOf } from '@yotei/time';
import { useState } from 'react';
import { dateInZone, formatDate, formatTimeRange } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { homeSite, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import { HardContactDutiesDocument, type HardContactDutiesQuery } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { Table } from '../../ui/table.js';

type Duty = HardContactDutiesQuery['hardContactDuties'][number];

/** One day of turns: who is first for which queue, when. */
function Duties({ duties, weekOn }: { readonly duties: readonly Duty[]; readonly weekOn: string }) {
  const { zone } = homeSite(useViewer());
  const days = Array.from({ length: 7 }, (_, day) => addDays(weekOn, day));
  const today = localDateOf(Date.now(), zone);
  const [on, setOn] = useState(days.includes(today) ? today : weekOn);
  return (
    <>
      <Select
        label={t('wellbeing.dutiesDay')}
        value={on}
        options={days.map((day) => ({ id: day, text: formatDate(day) }))}
        onChange={setOn}
      />
      <Table
        caption={t('wellbeing.duties')}
        rows={duties.filter(({ startAt }) => dateInZone(startAt, zone) === on)}
        rowKey={({ queueId, startAt, endAt }) => `${queueId} ${startAt} ${endAt}`}
        columns={[
          {
            id: 'time',
            title: t('wellbeing.dutiesTime'),
            cell: (duty) => formatTimeRange(duty.startAt, duty.endAt, zone),
          },
          { id: 'queue', title: t('wellbeing.dutiesQueue'), cell: ({ queueTitle }) => local(queueTitle) },
          {
            id: 'people',
            title: t('wellbeing.dutiesPeople'),
            cell: ({ people }) => people.map(({ name }) => name).join(t('wellbeing.comma')),
          },
        ]}
      />
    </>
  );
}

/** Who is first for hard contacts in the week, for whoever sets up the routing and leads the day. */
export function DutyPanel({ weekOn }: { readonly weekOn: string }) {
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ['hard-contact-duties', weekOn],
    queryFn: async () => (await request(HardContactDutiesDocument, { weekOf: weekOn })).hardContactDuties,
    enabled: isOpen,
  });
  return (
    <section className="y-panel y-wellbeing-team y-wellbeing-lower" aria-labelledby="wellbeing-duties">
      <h2 id="wellbeing-duties">{t('wellbeing.duties')}</h2>
      <p className="y-quiet">{t('wellbeing.dutiesText')}</p>
      {isOpen ? (
        <QueryState query={found} skeleton={<SkeletonRows rows={8} />}>
          {(duties) =>
            duties.length === 0 ? (
              <p className="y-quiet">{t('wellbeing.dutiesNone')}</p>
            ) : (
              <Duties duties={duties} weekOn={weekOn} />
            )
          }
        </QueryState>
      ) : (
        <Button onPress={() => setOpen(true)}>{t('wellbeing.dutiesShow')}</Button>
      )}
    </section>
  );
}
