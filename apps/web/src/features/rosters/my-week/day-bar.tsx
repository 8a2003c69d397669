import type { ActivityLook } from '../../../app/activity-types.js';
import { formatTimeRange } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { inOrder, type Activity } from './my-week.model.js';

export interface DayBarProps {
  readonly activities: readonly Activity[];
  readonly looks: ReadonlyMap<string, ActivityLook>;
  readonly zone: string;
  /** The hours the bar spans, so that the bars of a week stand on one axis. Epoch milliseconds. */
  readonly fromAt: number;
  readonly untilAt: number;
  readonly now?: number | undefined;
}

/** Letters need about 4 % of a phone's width. */
const LETTER_FRACTION = 0.035;

/** The shift as coloured segments with letters; the same is told in words for those who do not see it. */
export function DayBar({ activities, looks, zone, fromAt, untilAt, now }: DayBarProps) {
  const place = (instant: number) => ((instant - fromAt) / (untilAt - fromAt)) * 100;
  const said = inOrder(activities)
    .map(
      ({ activityTypeId, startAt, endAt }) =>
        `${looks.get(activityTypeId)?.title ?? ''} ${formatTimeRange(startAt, endAt, zone)}`,
    )
    .join(t('rosters.listSeparator'));
  return (
    <div className="y-day-bar" role="img" aria-label={said}>
      {inOrder(activities).map(({ activityTypeId, startAt, endAt }) => {
        const look = looks.get(activityTypeId);
        const left = place(Date.parse(startAt));
        const width = place(Date.parse(endAt)) - left;
        return (
          <span
            key={startAt}
            className="y-segment-box"
            data-hatched={look?.hatched}
            style={{ left: `${left}%`, width: `${width}%`, background: look?.colour, borderColor: look?.edge }}
          >
            {look && !look.contactWork && width > LETTER_FRACTION * 100 ? look.letter : null}
          </span>
        );
      })}
      {now !== undefined && now > fromAt && now < untilAt ? (
        <span className="y-now-line" style={{ left: `${place(now)}%` }} />
      ) : null}
    </div>
  );
}
