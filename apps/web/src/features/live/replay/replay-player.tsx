import { ChevronFirst, ChevronLast, Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { formatTime } from '../../../app/format/format-time.js';
import { local, t, tIfKnown } from '../../../app/i18n/t.js';
import { Button, IconButton } from '../../../ui/button.js';
import { Table } from '../../../ui/table.js';
import { TimeChart } from '../../../ui/time-chart.js';
import { eventsOfDay, instantAt, nextEventMinute, queueAt, worthShowing, type Replay } from './replay.model.js';

const ICON = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
/** Minutes of the day a second, while it plays. */
const MINUTES_A_SECOND = 10;
const TICK_MILLIS = 200;
const HOUR_MINUTES = 60;

/** A scrubber over the day with its events on the line; arrows move by a minute, page keys by more, Play runs. */
export function ReplayPlayer({ replay }: { readonly replay: Replay }) {
  const { from, until } = worthShowing(replay);
  const [minute, setMinute] = useState(from);
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return;
    const step = (MINUTES_A_SECOND * TICK_MILLIS) / 1000;
    const timer = setInterval(() => setMinute((now) => Math.min(until, now + step)), TICK_MILLIS);
    return () => clearInterval(timer);
  }, [isPlaying, until]);
  useEffect(() => {
    if (minute >= until) setPlaying(false);
  }, [minute, until]);
  const at = instantAt(replay, minute);
  const clock = formatTime(at, replay.zone);
  const jump = (by: 1 | -1) => setMinute(nextEventMinute(replay, minute, by));
  return (
    <div className="day-replay">
      <div className="day-replay-bar">
        <Button
          icon={isPlaying ? <Pause {...ICON} /> : <Play {...ICON} />}
          onPress={() => {
            if (minute >= until) setMinute(from);
            setPlaying(!isPlaying);
          }}
        >
          {t(isPlaying ? 'intraday.pause' : 'intraday.play')}
        </Button>
        <IconButton label={t('intraday.previousEvent')} icon={<ChevronFirst {...ICON} />} onPress={() => jump(-1)} />
        <IconButton label={t('intraday.nextEvent')} icon={<ChevronLast {...ICON} />} onPress={() => jump(1)} />
        <strong className="day-replay-clock">{clock}</strong>
        <div className="day-scrubber">
          <input
            type="range"
            min={from}
            max={until}
            value={Math.round(minute)}
            aria-label={t('intraday.minute')}
            aria-valuetext={clock}
            onChange={(event) => setMinute(Number(event.target.value))}
          />
          <EventMarks replay={replay} from={from} until={until} />
        </div>
      </div>
      <Numbers replay={replay} minute={Math.floor(minute)} />
      <PeopleChart replay={replay} minute={Math.floor(minute)} from={from} until={until} />
      <QueuesAt replay={replay} at={at} />
      <EventList replay={replay} minute={minute} onJump={setMinute} />
    </div>
  );
}

function EventMarks({
  replay,
  from,
  until,
}: {
  readonly replay: Replay;
  readonly from: number;
  readonly until: number;
}) {
  const span = Math.max(1, until - from);
  return (
    <div className="day-marks" aria-hidden>
      {eventsOfDay(replay)
        .filter(({ minute }) => minute >= from && minute <= until)
        .map(({ at, kind, minute }, i) => (
          <i key={`${at} ${i}`} data-kind={kind} style={{ left: `${((minute - from) / span) * 100}%` }} />
        ))}
    </div>
  );
}

function Numbers({ replay, minute }: { readonly replay: Replay; readonly minute: number }) {
  const of = (values: readonly number[]) => formatNumber(values[minute] ?? 0);
  if (!replay.hasStates)
    return (
      <p className="day-numbers">
        <span>
          {t('intraday.onContactsPlanned')} <strong>{of(replay.planned)}</strong>
        </span>
        <span className="y-quiet">{t('intraday.noStates')}</span>
      </p>
    );
  return (
    <p className="day-numbers">
      <span>
        {t('intraday.onContactsPlanned')} <strong>{of(replay.planned)}</strong>
      </span>
      <span>
        {t('intraday.onContactsActual')} <strong>{of(replay.actual)}</strong>
      </span>
      <span>
        {t('intraday.kept')} <strong>{of(replay.kept)}</strong>
      </span>
      <span>
        {t('intraday.out')} <strong>{of(replay.out)}</strong>
      </span>
      <span>
        {t('intraday.unknown')} <strong>{of(replay.unknown)}</strong>
      </span>
    </p>
  );
}

function PeopleChart({
  replay,
  minute,
  from,
  until,
}: {
  readonly replay: Replay;
  readonly minute: number;
  readonly from: number;
  readonly until: number;
}) {
  const cut = (values: readonly number[]) => values.slice(from, until + 1);
  const first = Math.ceil(from / HOUR_MINUTES) * HOUR_MINUTES;
  const ticks = Array.from({ length: Math.max(1, Math.floor((until - first) / HOUR_MINUTES) + 1) }, (_, i) => {
    const at = instantAt(replay, first + i * HOUR_MINUTES);
    return { at, label: formatTime(at, replay.zone) };
  });
  const now = instantAt(replay, minute);
  return (
    <TimeChart
      summary={t('intraday.replaySummary')}
      startAt={instantAt(replay, from)}
      stepMinutes={1}
      height={200}
      ticks={ticks}
      marks={[{ fromAt: now, untilAt: now + 60_000, label: formatTime(now, replay.zone) }]}
      formatAt={(time) => formatTime(time, replay.zone)}
      formatValue={(value) => formatNumber(value)}
      series={[
        { label: t('intraday.onContactsPlanned'), values: cut(replay.planned), colour: '--text-3', dashed: true },
        ...(replay.hasStates
          ? [
              { label: t('intraday.onContactsActual'), values: cut(replay.actual), colour: '--accent' as const },
              { label: t('intraday.out'), values: cut(replay.out), colour: '--must' as const },
            ]
          : []),
      ]}
    />
  );
}

function QueuesAt({ replay, at }: { readonly replay: Replay; readonly at: number }) {
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, 0));
  const percent = (value: number | null) => (value === null ? '–' : formatPercent(value, 0));
  return (
    <Table
      caption={t('intraday.queuesThen')}
      rows={replay.queues.map((queue) => ({ ...queue, ...queueAt(queue, at) }))}
      rowKey={({ queueId }) => queueId}
      columns={[
        { id: 'queue', title: t('intraday.queue'), cell: ({ title }) => local(title) },
        {
          id: 'contacts',
          title: t('intraday.contactsSoFar'),
          numeric: true,
          cell: ({ actualContacts, plannedContacts }) => `${number(actualContacts)} / ${number(plannedContacts)}`,
        },
        {
          id: 'service',
          title: t('intraday.serviceSoFar'),
          numeric: true,
          cell: ({ actualService, plannedService }) => `${percent(actualService)} / ${percent(plannedService)}`,
        },
      ]}
    />
  );
}

function EventList({
  replay,
  minute,
  onJump,
}: {
  readonly replay: Replay;
  readonly minute: number;
  readonly onJump: (minute: number) => void;
}) {
  const events = eventsOfDay(replay);
  if (events.length === 0) return <p className="y-quiet">{t('intraday.noEvents')}</p>;
  return (
    <ul className="day-events" aria-label={t('intraday.events')}>
      {events.map((event, i) => (
        <li key={`${event.at} ${i}`} data-over={event.minute <= minute}>
          <Button kind="quiet" onPress={() => onJump(event.minute)}>
            {formatTime(event.at, replay.zone)}
          </Button>
          <span>
            {tIfKnown(`intraday.event-${event.kind}`, { text: local(event.text) }, local(event.text))}
            {event.author ? <span className="y-quiet"> {event.author}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
