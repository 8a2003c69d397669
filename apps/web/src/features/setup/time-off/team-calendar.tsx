import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dateInZone, formatDate, formatMonth, formatWeekdayNumber } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { homeSite, useViewer } from '../../../app/session.js';
import { Select } from '../../../ui/fields.js';
import { EmptyState, QueryState, SkeletonBlock } from '../../../ui/states.js';
import { Stepper } from '../../../ui/stepper.js';
import {
  absencesOn,
  isWaiting,
  isWeekend,
  placesInWords,
  stepMonth,
  weekdaysFrom,
  weeksOfMonth,
  type TeamTimeOff,
} from './calendar.model.js';
import { DayPanel } from './day-panel.js';
import { teamTimeOffQuery, type Kind } from './time-off.queries.js';

const SHOWN_NAMES = 3;

/** A team's month: each day with who is off, who asks, and the places left; a day opens what can be decided on it. */
export function TeamCalendar({ kinds }: { readonly kinds: readonly Kind[] }) {
  const viewer = useViewer();
  const { teams } = viewer.organisation;
  const { zone, weekStart, id: siteId } = homeSite(viewer);
  const today = dateInZone(Date.now(), zone);
  const [teamId, setTeamId] = useState((teams.find((team) => team.siteId === siteId) ?? teams[0])?.id ?? '');
  const [month, setMonth] = useState(`${today.slice(0, 7)}-01`);
  const [day, setDay] = useState<string | null>(null);
  const weeks = weeksOfMonth(month, weekStart);
  const calendar = useQuery(teamTimeOffQuery(teamId, weeks[0]![0]!, weeks.at(-1)!.at(-1)!));
  if (teams.length === 0) return <EmptyState title={t('setup.teams')} text={t('setupTimeOff.noTeams')} />;
  return (
    <>
      <div className="su-bar">
        <Select
          label={t('setup.team')}
          value={teamId}
          options={teams.map(({ id, name }) => ({ id, text: name }))}
          onChange={setTeamId}
        />
        <Stepper
          text={formatMonth(month)}
          previous={t('setupTimeOff.previousMonth')}
          next={t('setupTimeOff.nextMonth')}
          onStep={(direction) => {
            setMonth(stepMonth(month, direction));
            setDay(null);
          }}
        />
      </div>
      <QueryState query={calendar} skeleton={<SkeletonBlock height={420} />}>
        {(found) =>
          found ? (
            <>
              <Month {...{ found, weeks, month, today, day, weekStart }} onDay={setDay} />
              {day ? (
                <DayPanel key={day} on={day} found={found} kinds={kinds} />
              ) : (
                <p className="y-quiet">{t('setupTimeOff.pressDay')}</p>
              )}
            </>
          ) : null
        }
      </QueryState>
    </>
  );
}

interface MonthProps {
  readonly found: TeamTimeOff;
  readonly weeks: readonly (readonly string[])[];
  readonly month: string;
  readonly today: string;
  readonly day: string | null;
  readonly weekStart: number;
  readonly onDay: (on: string) => void;
}

function Month({ found, weeks, month, today, day, weekStart, onDay }: MonthProps) {
  return (
    <div className="su-panel su-month-scroll">
      <table className="su-month">
        <caption className="y-hidden">{t('setupTimeOff.calendarOf', { month: formatMonth(month) })}</caption>
        <thead>
          <tr>
            {weekdaysFrom(weekStart).map((weekday) => (
              <th key={weekday} scope="col">
                {formatWeekdayNumber(weekday, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((on) => (
                <td
                  key={on}
                  data-other={on.slice(0, 7) !== month.slice(0, 7)}
                  data-today={on === today}
                  data-weekend={isWeekend(on)}
                >
                  <Day on={on} found={found} isOpen={on === day} onPress={() => onDay(on)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Day({
  on,
  found,
  isOpen,
  onPress,
}: {
  readonly on: string;
  readonly found: TeamTimeOff;
  readonly isOpen: boolean;
  readonly onPress: () => void;
}) {
  const all = absencesOn(found, on);
  const off = all.filter((one) => !isWaiting(one));
  const waiting = all.length - off.length;
  const day = found.days.find((one) => one.on === on);
  const places = placesInWords(day);
  const said = t('setupTimeOff.dayInWords', { day: formatDate(on), off: off.length, waiting });
  return (
    <button
      type="button"
      className="su-month-day"
      aria-pressed={isOpen}
      aria-label={places ? `${said} ${places}` : said}
      onClick={onPress}
    >
      <span className="su-month-top">
        <span className="su-month-number">{Number(on.slice(8))}</span>
        {places ? (
          <span className="su-month-places" data-full={day?.left === 0}>
            {places}
          </span>
        ) : null}
      </span>
      {off.slice(0, SHOWN_NAMES).map(({ id, agentName }) => (
        <span key={id} className="su-month-name">
          {agentName}
        </span>
      ))}
      {off.length > 0 ? (
        <span className="su-month-count" aria-hidden>
          {t('setupTimeOff.offCount', { count: off.length })}
        </span>
      ) : null}
      {off.length > SHOWN_NAMES ? (
        <span className="su-month-more">{t('setupTimeOff.moreOff', { count: off.length - SHOWN_NAMES })}</span>
      ) : null}
      {waiting > 0 ? (
        <span className="su-month-waiting">{t('setupTimeOff.waitingCount', { count: waiting })}</span>
      ) : null}
    </button>
  );
}
