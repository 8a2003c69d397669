import { useState } from 'react';
import { formatTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { Select } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import type { OwnShift } from './propose-exchange.js';
import { SendBar } from './send-bar.js';
import { useVerdict } from './use-proposal.js';

const HALF_HOUR = 30 * 60_000;
const MOST_CHOICES = 12;

/** Going home early, or not coming at all, when the queues can do without. */
export function ProposeHome({ shift }: { readonly shift: OwnShift }) {
  const [from, setFrom] = useState<string | null>(null);
  const input = from
    ? { kind: 'voluntary-time-off', shiftId: shift.id, span: { startAt: from, endAt: shift.endAt } }
    : null;
  const verdict = useVerdict(input);
  const end = Date.parse(shift.endAt);
  const times = Array.from({ length: MOST_CHOICES }, (_, i) => end - (i + 1) * HALF_HOUR).filter(
    (at) => at > Date.parse(shift.startAt),
  );
  return (
    <>
      <Select
        label={t('exchangeLoop.homeFrom')}
        value={from}
        options={[
          ...times.map((at) => ({ id: new Date(at).toISOString(), text: formatTime(at, shift.zone) })),
          { id: shift.startAt, text: t('exchangeLoop.wholeShift') },
        ]}
        onChange={setFrom}
      />
      {input ? (
        <QueryState query={verdict} skeleton={<SkeletonRows rows={2} height={48} />}>
          {(found) => (found ? <SendBar verdict={found} input={input} /> : null)}
        </QueryState>
      ) : null}
    </>
  );
}
