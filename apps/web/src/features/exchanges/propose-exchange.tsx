import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dateInZone, formatDate, formatTimeRange } from '../../app/format/format-time.js';
import { t, tIfKnown } from '../../app/i18n/t.js';
import { homeSite, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import { ShiftsToExchangeDocument, type ShiftsToExchangeQuery } from '../../graphql/generated/graphql.js';
import { Select } from '../../ui/fields.js';
import { EmptyState, QueryState, SkeletonRows } from '../../ui/states.js';
import { ProposeBreak } from './propose-break.js';
import { ProposeHome } from './propose-home.js';
import { ProposePart } from './propose-part.js';
import { ProposeWish } from './propose-wish.js';
import { ProposeWithColleague } from './propose-with-colleague.js';

export type OwnShift = NonNullable<ShiftsToExchangeQuery['myWeek']>['shifts'][number]['shift'] & {
  readonly zone: string;
  readonly weekStartOn: string;
};

const WANTS = ['swap', 'give-away', 'swap-part', 'break-change', 'voluntary-time-off', 'wish'] as const;
type Want = (typeof WANTS)[number];

/** Proposing from one's own shift: choose what, see the answer, send. */
export function ProposeExchange({
  shiftId,
  weekOf,
}: {
  readonly shiftId: string;
  readonly weekOf: string | undefined;
}) {
  const { zone } = homeSite(useViewer());
  const on = weekOf ?? dateInZone(Date.now(), zone);
  const week = useQuery({
    queryKey: ['exchanges', 'own-shifts', on],
    queryFn: async () => (await request(ShiftsToExchangeDocument, { weekOf: on })).myWeek ?? null,
  });
  return (
    <div className="x-propose">
      <Link to="/my-week" search={weekOf ? { week: weekOf } : {}}>
        {t('exchangeLoop.back')}
      </Link>
      <QueryState query={week} skeleton={<SkeletonRows rows={4} height={48} />}>
        {(found) => {
          const own = found?.shifts.find(({ shift }) => shift.id === shiftId);
          if (!found || !own || Date.parse(own.shift.startAt) <= Date.now())
            return <EmptyState title={t('exchangeLoop.shiftGone')} text={t('exchangeLoop.shiftGoneText')} />;
          return <ProposeForm shift={{ ...own.shift, zone: own.siteZone, weekStartOn: found.weekStartOn }} />;
        }}
      </QueryState>
    </div>
  );
}

function ProposeForm({ shift }: { readonly shift: OwnShift }) {
  const [want, setWant] = useState<Want>('swap');
  return (
    <>
      <p className="x-own-shift">
        <strong>{formatDate(dateInZone(shift.startAt, shift.zone))}</strong>{' '}
        {formatTimeRange(shift.startAt, shift.endAt, shift.zone)}
      </p>
      <Select
        label={t('exchangeLoop.what')}
        value={want}
        options={WANTS.map((id) => ({ id, text: tIfKnown(`exchangeLoop.want.${id}`, undefined, id) }))}
        onChange={(id) => setWant(WANTS.find((one) => one === id) ?? 'swap')}
      />
      {want === 'swap' || want === 'give-away' ? <ProposeWithColleague key={want} shift={shift} kind={want} /> : null}
      {want === 'swap-part' ? <ProposePart shift={shift} /> : null}
      {want === 'break-change' ? <ProposeBreak shift={shift} /> : null}
      {want === 'voluntary-time-off' ? <ProposeHome shift={shift} /> : null}
      {want === 'wish' ? <ProposeWish shift={shift} /> : null}
    </>
  );
}
