import { figuresOf } from '@yotei/scheduling/adherence';
import { ArrowDown, ArrowUp, CircleAlert, CircleCheck, CircleDashed, CircleHelp, Clock } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { ActivityLook } from '../../app/activity-types.js';
import { formatTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { secondsOfDay, sinceOf, standingOf, type LiveAgent, type Standing } from './live-agents.js';
import { formatAdherence, formatConformance, formatLasting, wordOfStanding, wordOfState } from './live-words.js';

export interface LiveNames {
  readonly looks: ReadonlyMap<string, ActivityLook>;
  readonly teams: ReadonlyMap<string, string>;
  readonly zones: ReadonlyMap<string, string>;
}

const ICON = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
const ICONS: Readonly<Record<Standing, ReactNode>> = {
  out: <CircleAlert {...ICON} />,
  grace: <Clock {...ICON} />,
  unknown: <CircleHelp {...ICON} />,
  explained: <CircleCheck {...ICON} />,
  in: <CircleCheck {...ICON} />,
  working: <CircleDashed {...ICON} />,
  free: <CircleDashed {...ICON} />,
};

function Planned({ agent, names }: { readonly agent: LiveAgent; readonly names: LiveNames }) {
  const { now, shown, prepared, siteId } = agent;
  const zone = names.zones.get(siteId) ?? 'UTC';
  const at = shown.until;
  const next = prepared.day.activities.find((activity) => activity.endAt > at);
  const look = now?.activityTypeId ? names.looks.get(now.activityTypeId) : undefined;
  if (now?.activityTypeId && next)
    return (
      <>
        <i className="l-swatch" style={{ background: look?.colour, borderColor: look?.edge }} aria-hidden />
        {t('live.until', { title: look?.title ?? '', time: formatTime(next.endAt, zone) })}
      </>
    );
  return (
    <span className="y-quiet">
      {next ? t('live.from', { time: formatTime(next.startAt, zone) }) : t('live.nothingPlanned')}
    </span>
  );
}

function Lasting({ agent, now }: { readonly agent: LiveAgent; readonly now: number }) {
  const standing = standingOf(agent);
  const since = sinceOf(agent);
  if (since === null) return <>–</>;
  // With a silent source the time stands still.
  const at = standing === 'unknown' ? agent.shown.until : now;
  return <span className={standing === 'out' ? 'l-lasting l-out' : 'l-lasting'}>{formatLasting(at - since)}</span>;
}

function Impact({ agent }: { readonly agent: LiveAgent }) {
  const impact = agent.now?.impact;
  if (impact === 'negative') return <ArrowDown size={14} strokeWidth={1.75} aria-label={t('live.oneLess')} />;
  if (impact === 'positive') return <ArrowUp size={14} strokeWidth={1.75} aria-label={t('live.oneMore')} />;
  return null;
}

export interface LiveRowProps {
  readonly id: string;
  readonly agent: LiveAgent;
  readonly names: LiveNames;
  readonly now: number;
  readonly rowIndex: number;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (agentId: string) => void;
  /** Drawn anew with each tick. */
  readonly version: number;
}

/** Planned and actual of one agent side by side, how long they differ, and the day's two figures. */
export const LiveRow = memo(function LiveRow(props: LiveRowProps) {
  const { id, agent, names, now, rowIndex, isActive, isOpen, onOpen } = props;
  const standing = standingOf(agent);
  const figures = figuresOf(secondsOfDay(agent), agent.terms);
  const state = agent.now?.state ?? agent.state;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isOpen}
      className="l-row"
      data-standing={standing}
      data-active={isActive}
      onClick={() => onOpen(agent.id)}
    >
      <span role="rowheader" className="l-name">
        {agent.name}
        <small className="y-quiet">{names.teams.get(agent.teamId)}</small>
      </span>
      <span role="gridcell" className="l-standing">
        {ICONS[standing]}
        {wordOfStanding(standing)}
        {standing === 'explained' && agent.now?.credit ? (
          <small className="y-quiet">{t(`adherence.credit-${agent.now.credit}`)}</small>
        ) : null}
      </span>
      <span role="gridcell" className="l-time">
        <Lasting agent={agent} now={now} />
      </span>
      <span role="gridcell" className="l-planned">
        <Planned agent={agent} names={names} />
      </span>
      <span role="gridcell" className="l-actual">
        {wordOfState(state)}
        {agent.sourceState && agent.sourceState.toLowerCase() !== state ? (
          <small className="y-quiet">{agent.sourceState}</small>
        ) : null}
      </span>
      <span role="gridcell" className="l-impact">
        <Impact agent={agent} />
      </span>
      <span role="gridcell" className="l-figures">
        <span>{formatAdherence(figures)}</span>
        <span className="y-quiet">{formatConformance(figures.conformance)}</span>
      </span>
    </div>
  );
});
