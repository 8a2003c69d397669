import type { ActivityLook } from '../../app/activity-types.js';
import { formatTime, formatTimeRange } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import type { AdherenceDayQuery } from '../../graphql/generated/graphql.js';
import { statusWord } from './live-words.js';

export type OpenDay = NonNullable<AdherenceDayQuery['adherenceDay']>;
export type DaySpan = OpenDay['spans'][number];

const HOUR = 3_600_000;

/** The hours worth showing: plan and work, to whole hours. */
export function hoursOf(day: OpenDay): { readonly fromAt: number; readonly untilAt: number } {
  const worked = day.spans.filter(({ status }) => status !== 'unscheduled' && status !== 'unknown');
  const starts = [...day.activities, ...worked].map(({ startAt }) => Date.parse(startAt));
  const ends = [...day.activities, ...worked].map(({ endAt }) => Date.parse(endAt));
  if (starts.length === 0) return { fromAt: Date.parse(day.startAt), untilAt: Date.parse(day.endAt) };
  return {
    fromAt: Math.floor(Math.min(...starts) / HOUR) * HOUR,
    untilAt: Math.ceil(Math.max(...ends) / HOUR) * HOUR,
  };
}

/** Planned above, actual below, on one axis; the list beside it tells the same in words. */
export function DayBars({ day, looks }: { readonly day: OpenDay; readonly looks: ReadonlyMap<string, ActivityLook> }) {
  const { fromAt, untilAt } = hoursOf(day);
  const percent = (text: string): number =>
    (100 * (Math.min(untilAt, Math.max(fromAt, Date.parse(text))) - fromAt)) / (untilAt - fromAt);
  const box = ({ startAt, endAt }: { readonly startAt: string; readonly endAt: string }) => ({
    insetInlineStart: `${percent(startAt)}%`,
    width: `${percent(endAt) - percent(startAt)}%`,
  });
  const hours = Array.from({ length: Math.round((untilAt - fromAt) / HOUR) + 1 }, (_, hour) => fromAt + hour * HOUR);
  const every = Math.ceil(hours.length / 7);
  return (
    <div className="l-bars" role="img" aria-label={t('live.barsLabel', { name: day.agentName })}>
      <span className="l-bars-title">{t('live.column-planned')}</span>
      <div className="l-bar">
        {day.activities.map((activity) => {
          const look = looks.get(activity.activityTypeId);
          return (
            <i
              key={activity.startAt}
              title={`${look?.title ?? ''} ${formatTimeRange(activity.startAt, activity.endAt, day.zone)}`}
              data-hatched={look?.hatched}
              style={{ ...box(activity), background: look?.colour, borderColor: look?.edge }}
            />
          );
        })}
      </div>
      <span className="l-bars-title">{t('live.column-actual')}</span>
      <div className="l-bar">
        {day.spans.map((span) => (
          <i
            key={span.startAt}
            data-status={span.status}
            title={`${statusWord(span)} ${formatTimeRange(span.startAt, span.endAt, day.zone)}`}
            style={box(span)}
          />
        ))}
      </div>
      <span />
      <div className="l-hours" aria-hidden>
        {hours
          .filter((_, index) => index % every === 0)
          .map((at) => (
            <span
              key={at}
              data-end={at > untilAt - HOUR / 2}
              style={{ insetInlineStart: `${(100 * (at - fromAt)) / (untilAt - fromAt)}%` }}
            >
              {formatTime(at, day.zone)}
            </span>
          ))}
      </div>
    </div>
  );
}
