import { useState } from 'react';
import { activityLooks } from '../../app/activity-types.js';
import { formatTime, formatTimeRange } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { useViewer } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import type { OwnShift } from './propose-exchange.js';
import { SendBar } from './send-bar.js';
import { useAlternatives, useVerdict } from './use-proposal.js';

const STEP = 15 * 60_000;
const RESTS = new Set(['break', 'lunch']);

/** Another time for a break or lunch; where it does not fit, the nearest times that would. */
export function ProposeBreak({ shift }: { readonly shift: OwnShift }) {
  const looks = activityLooks(useViewer());
  const breaks = shift.activities.filter(({ activityTypeId }) => RESTS.has(activityTypeId));
  const [breakAt, setBreakAt] = useState(breaks[0]?.startAt ?? null);
  const [startAt, setStartAt] = useState<string | null>(null);
  const chosen = breaks.find((one) => one.startAt === breakAt);
  const input =
    chosen && startAt && startAt !== chosen.startAt
      ? { kind: 'break-change', shiftId: shift.id, activityStartAt: chosen.startAt, startAt }
      : null;
  const verdict = useVerdict(input);
  const isRed = verdict.data?.colour === 'red';
  const nearest = useAlternatives(isRed ? input : null);
  if (!chosen) return null;
  return (
    <>
      <Select
        label={t('exchangeLoop.break')}
        value={breakAt}
        options={breaks.map((one) => ({
          id: one.startAt,
          text: `${looks.get(one.activityTypeId)?.title ?? one.activityTypeId} ${formatTimeRange(one.startAt, one.endAt, shift.zone)}`,
        }))}
        onChange={(id) => {
          setBreakAt(id);
          setStartAt(null);
        }}
      />
      <Select
        label={t('exchangeLoop.newStart')}
        value={startAt}
        options={startsOf(shift, chosen).map((at) => ({ id: at, text: formatTime(at, shift.zone) }))}
        onChange={setStartAt}
      />
      {input ? (
        <QueryState query={verdict} skeleton={<SkeletonRows rows={2} height={48} />}>
          {(found) => (found ? <SendBar verdict={found} input={input} /> : null)}
        </QueryState>
      ) : null}
      {isRed && nearest.data && nearest.data.length > 0 ? (
        <div className="x-nearest">
          <p>{t('exchangeLoop.nearest')}</p>
          <div className="x-acts">
            {nearest.data.slice(0, 4).map(({ startAt: at }) =>
              at ? (
                <Button key={at} onPress={() => setStartAt(at)}>
                  {formatTime(at, shift.zone)}
                </Button>
              ) : null,
            )}
          </div>
        </div>
      ) : null}
    </>
  );
}

/** Every quarter of an hour at which it would lie wholly in the shift, and the nearest others the engine names. */
function startsOf(shift: OwnShift, { startAt, endAt }: OwnShift['activities'][number]): string[] {
  const length = Date.parse(endAt) - Date.parse(startAt);
  const starts: string[] = [];
  for (let at = Date.parse(shift.startAt); at + length <= Date.parse(shift.endAt); at += STEP)
    starts.push(new Date(at).toISOString());
  return starts;
}
