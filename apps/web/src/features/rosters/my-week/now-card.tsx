import type { ActivityLook } from '../../../app/activity-types.js';
import { formatDateTime, formatTime, formatTimeRange } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { DayBar } from './day-bar.js';
import { minutesUntil, nowAndNext, type Activity, type MyShift } from './my-week.model.js';

export interface NowCardProps {
  readonly shifts: readonly MyShift[];
  readonly looks: ReadonlyMap<string, ActivityLook>;
  readonly now: number;
}

/** `23 min`, `2 h 5 min`. */
export function countdown(minutes: number): string {
  return minutes < 60
    ? t('rosters.minutes', { minutes })
    : t('rosters.hoursMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

function Swatch({ look }: { readonly look: ActivityLook | undefined }) {
  return (
    <span
      className="y-swatch"
      data-hatched={look?.hatched}
      style={{ background: look?.colour, borderColor: look?.edge }}
      aria-hidden
    >
      {look?.contactWork ? '' : look?.letter}
    </span>
  );
}

function Working({
  activity,
  next,
  shift,
  props,
}: {
  readonly activity: Activity;
  readonly next: Activity | undefined;
  readonly shift: MyShift;
  readonly props: NowCardProps;
}) {
  const { looks, now } = props;
  const look = looks.get(activity.activityTypeId);
  const zone = shift.siteZone;
  return (
    <>
      <p className="y-now-kicker">{t('rosters.now')}</p>
      <p className="y-now-title">
        <Swatch look={look} />
        {activity.title ?? look?.title}
      </p>
      <p className="y-quiet">
        {t('rosters.endsIn', {
          time: formatTime(activity.endAt, zone),
          countdown: countdown(minutesUntil(activity.endAt, now)),
        })}
      </p>
      <ShiftBar shift={shift} props={props} />
      <p className="y-now-next">
        <span className="y-quiet">{t('rosters.next')}</span>
        {next ? (
          <>
            <Swatch look={looks.get(next.activityTypeId)} />
            <strong>{next.title ?? looks.get(next.activityTypeId)?.title}</strong>
            <span>{formatTimeRange(next.startAt, next.endAt, zone)}</span>
          </>
        ) : (
          <strong>{t('rosters.shiftEnds', { time: formatTime(shift.shift.endAt, zone) })}</strong>
        )}
      </p>
    </>
  );
}

function ShiftBar({ shift, props: { looks, now } }: { readonly shift: MyShift; readonly props: NowCardProps }) {
  return (
    <>
      <DayBar
        activities={shift.shift.activities}
        looks={looks}
        zone={shift.siteZone}
        fromAt={Date.parse(shift.shift.startAt)}
        untilAt={Date.parse(shift.shift.endAt)}
        now={now}
      />
      <p className="y-bar-ends y-quiet" aria-hidden>
        <span>{formatTime(shift.shift.startAt, shift.siteZone)}</span>
        <span>{formatTime(shift.shift.endAt, shift.siteZone)}</span>
      </p>
    </>
  );
}

/** What I do now, until when, and what comes next. */
export function NowCard(props: NowCardProps) {
  const { shifts, now } = props;
  const state = nowAndNext(shifts, now);
  return (
    <section className="y-panel y-now" aria-label={t('rosters.now')}>
      {state.kind === 'working' ? (
        <Working activity={state.now} next={state.next} shift={state.shift} props={props} />
      ) : state.kind === 'before-shift' ? (
        <>
          <p className="y-now-kicker">{t('rosters.nextShift')}</p>
          <p className="y-now-title">{formatDateTime(state.shift.shift.startAt, state.shift.siteZone)}</p>
          <p className="y-quiet">
            {t('rosters.startsIn', { countdown: countdown(minutesUntil(state.shift.shift.startAt, now)) })}
          </p>
          <ShiftBar shift={state.shift} props={props} />
        </>
      ) : (
        <>
          <p className="y-now-kicker">{t('rosters.now')}</p>
          <p className="y-now-title">{t('rosters.nothingAhead')}</p>
          <p className="y-quiet">{t('rosters.nothingAheadText')}</p>
        </>
      )}
    </section>
  );
}
