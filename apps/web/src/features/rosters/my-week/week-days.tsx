import { Link } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import type { ActivityLook } from '../../../app/activity-types.js';
import { formatHours } from '../../../app/format/format-number.js';
import { dateInZone, formatDate, formatTimeRange, minuteOfDay } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Chip } from '../../../ui/chip.js';
import { DayBar } from './day-bar.js';
import { TeamDay } from './team-day.js';
import { inOrder, movedParts, type MyShift, type MyWeek } from './my-week.model.js';

export interface WeekDaysProps {
  readonly week: MyWeek;
  readonly looks: ReadonlyMap<string, ActivityLook>;
  readonly now: number;
}

const HOUR = 3_600_000;
const lengthMinutes = (startAt: string, endAt: string) => (Date.parse(endAt) - Date.parse(startAt)) / 60_000;

/** The hours of the day that hold every shift, so that one axis serves the whole week. */
function commonAxis(shifts: readonly MyShift[]): { readonly from: number; readonly until: number } {
  if (shifts.length === 0) return { from: 8, until: 18 };
  const hours = shifts.map(({ shift, siteZone }) => {
    const start = minuteOfDay(shift.startAt, siteZone) / 60;
    return { start, end: start + lengthMinutes(shift.startAt, shift.endAt) / 60 };
  });
  return {
    from: Math.floor(Math.min(...hours.map(({ start }) => start))),
    until: Math.ceil(Math.max(...hours.map(({ end }) => end))),
  };
}

function Exact({ shift, looks }: { readonly shift: MyShift; readonly looks: WeekDaysProps['looks'] }) {
  return (
    <ul className="y-exact">
      {inOrder(shift.shift.activities)
        .filter(({ activityTypeId }) => !looks.get(activityTypeId)?.contactWork)
        .map(({ activityTypeId, startAt, endAt, title }) => {
          const look = looks.get(activityTypeId);
          return (
            <li key={startAt}>
              <span className="y-dot" style={{ background: look?.colour, borderColor: look?.edge }} aria-hidden />
              {title ?? look?.title} <span className="y-nowrap">{formatTimeRange(startAt, endAt, shift.siteZone)}</span>
            </li>
          );
        })}
    </ul>
  );
}

/** What the reader was told before: the times of the shift, and of the parts in it that moved. */
function Before({
  shift,
  before,
  props,
}: {
  readonly shift: MyShift;
  readonly before: MyShift['shift'];
  readonly props: WeekDaysProps;
}) {
  const { startAt, endAt, activities } = shift.shift;
  const times = (one: { readonly startAt: string; readonly endAt: string } | null) =>
    one ? formatTimeRange(one.startAt, one.endAt, shift.siteZone) : '–';
  const isMoved = before.startAt !== startAt || before.endAt !== endAt;
  const parts = movedParts(before.activities, activities).filter(
    ({ activityTypeId }) => !props.looks.get(activityTypeId)?.contactWork,
  );
  return (
    <ul className="y-exact y-quiet">
      {isMoved ? <li>{t('rosters.before', { times: times(before) })}</li> : null}
      {parts.map((part) => (
        <li key={`${part.activityTypeId}${part.before?.startAt ?? part.after?.startAt}`}>
          {part.title ?? props.looks.get(part.activityTypeId)?.title}{' '}
          <span className="y-nowrap">
            <s>{times(part.before)}</s> → <strong>{times(part.after)}</strong>
          </span>
        </li>
      ))}
    </ul>
  );
}

function ShiftOfDay({
  shift,
  axis,
  props,
}: {
  readonly shift: MyShift;
  readonly axis: { from: number; until: number };
  readonly props: WeekDaysProps;
}) {
  const { startAt, endAt, activities } = shift.shift;
  const midnight = Date.parse(startAt) - (minuteOfDay(startAt, shift.siteZone) / 60) * HOUR;
  return (
    <>
      <p className="y-shift-line">
        <strong>{formatTimeRange(startAt, endAt, shift.siteZone)}</strong>
        <span className="y-quiet">{t('rosters.hours', { hours: formatHours(lengthMinutes(startAt, endAt)) })}</span>
        {shift.changedSincePublish ? <Chip tone="prefer">{t('rosters.changed')}</Chip> : null}
        {Date.parse(startAt) > props.now ? (
          <Link to="/requests" search={{ shift: shift.shift.id, week: props.week.weekStartOn }}>
            {t('exchanges.open')}
          </Link>
        ) : null}
      </p>
      {shift.changedSincePublish && shift.before ? <Before shift={shift} before={shift.before} props={props} /> : null}
      <DayBar
        activities={activities}
        looks={props.looks}
        zone={shift.siteZone}
        fromAt={midnight + axis.from * HOUR}
        untilAt={midnight + axis.until * HOUR}
        now={props.now}
      />
      <Exact shift={shift} looks={props.looks} />
    </>
  );
}

/** Seven days with exact times of breaks and lunch; bars of all days stand on one axis. */
export function WeekDays(props: WeekDaysProps) {
  const { week, now } = props;
  const today = dateInZone(now, week.zone);
  const axis = commonAxis(week.shifts);
  return (
    <ol className="y-days">
      {Array.from({ length: 7 }, (_, day) => addDays(week.weekStartOn, day)).map((on) => {
        const shifts = week.shifts.filter(({ shift, siteZone }) => dateInZone(shift.startAt, siteZone) === on);
        const timeOff = week.timeOff.filter(
          ({ startAt, endAt }) =>
            dateInZone(startAt, week.zone) <= on && on <= dateInZone(Date.parse(endAt) - 1, week.zone),
        );
        return (
          <li key={on} className="y-day" data-today={on === today}>
            <h3>
              {formatDate(on)}
              {on === today ? <Chip tone="accent">{t('app.today')}</Chip> : null}
            </h3>
            <div>
              {timeOff.map(({ startAt, reason }) => (
                <p key={startAt}>
                  <Chip tone="must">{t('rosters.timeOff')}</Chip> {reason}
                </p>
              ))}
              {shifts.map((shift) => (
                <ShiftOfDay key={shift.shift.id} shift={shift} axis={axis} props={props} />
              ))}
              {shifts.length + timeOff.length === 0 ? <p className="y-quiet">{t('rosters.dayOff')}</p> : null}
              {week.published ? <TeamDay on={on} zone={week.zone} /> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
