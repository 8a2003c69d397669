import { useState } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { formatDate } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import type { RosterBestQuery } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { gapTotals, type BoardShift, type Coverage } from '../board/index.js';
import { takeDays, type OtherDay } from '../board/other-roster.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import { spanText } from '../desk/desk-words.js';
import { useBestQuery, useOverlay } from './use-best.js';
import './best.css';

/** Changes listed at once: the board shows them all. */
const LISTED = 30;
/** Agents of one undo step; more would keep the planner waiting for one answer. */
const AGENTS_A_STEP = 50;

interface BestPanelProps {
  readonly isRunning: boolean;
}

/** The best roster of a run over the draft: what it would change, taken whole or change by change. */
export function BestPanel({ isRunning }: BestPanelProps) {
  const scheduleId = useDeskState((state) => state.info.id);
  const query = useBestQuery(scheduleId, isRunning);
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={3} />}>
      {(found) => (found ? <Best found={found} /> : <p className="b-quiet">{t('rosterBest.none')}</p>)}
    </QueryState>
  );
}

function Best({ found }: { readonly found: NonNullable<RosterBestQuery['rosterBest']> }) {
  const days = useOverlay(found);
  const agents = new Set(days.map(({ agent }) => agent)).size;
  return (
    <section className="rb-panel" aria-label={t('rosterBest.title')}>
      <p role="status">
        {days.length === 0
          ? t('rosterBest.same')
          : t('rosterBest.differs', { days: days.length, agents, seconds: formatNumber(found.seconds, 0) })}
      </p>
      <Figures />
      {days.length > 0 ? <Changes days={days} /> : null}
    </section>
  );
}

/** Hours short and over, on the board and in the best roster. */
function Figures() {
  const coverage = useDeskState((state) => state.coverage);
  const best = useDeskState((state) => state.overlay?.coverage);
  const length = useDeskState((state) => state.model.lengthMinutes);
  if (!best || !coverage.isCounted || !coverage.hasDemand) return null;
  const totals = (of: Coverage) => gapTotals(of, 0, length);
  const [now, then] = [totals(coverage), totals(best)];
  const line = (before: number, after: number) =>
    t('board.effectFromTo', { before: formatNumber(before, 1), after: formatNumber(after, 1) });
  return (
    <dl className="b-facts">
      <dt>{t('rosterBest.short')}</dt>
      <dd>{line(now.shortHours, then.shortHours)}</dd>
      <dt>{t('rosterBest.over')}</dt>
      <dd>{line(now.overHours, then.overHours)}</dd>
    </dl>
  );
}

function useTake(): (days: readonly OtherDay[]) => void {
  const { session } = useDesk();
  return (days) => {
    const agents = [...new Set(days.map(({ agent }) => agent))];
    const { model } = session.state;
    for (let at = 0; at < agents.length; at += AGENTS_A_STEP) {
      const step = new Set(agents.slice(at, at + AGENTS_A_STEP));
      const names = [...step].map((agent) => model.agents[agent]!.name);
      session.commit({
        label: {
          verb: 'change',
          what: 'shift',
          agentIds: [...step].map((agent) => model.agents[agent]!.id),
          text:
            names.length === 1
              ? t('rosterBest.label', { who: names[0]! })
              : t('rosterBest.labelMany', { count: names.length }),
        },
        edits: takeDays(
          days.filter(({ agent }) => step.has(agent)),
          () => session.newId(),
        ),
      });
    }
  };
}

/** Those of the selected agent first, then in the order of the days. */
function inOrder(days: readonly OtherDay[], selected: number | null): readonly OtherDay[] {
  const rank = ({ agent, day }: OtherDay) => (agent === selected ? 0 : 1 + day);
  return [...days].sort((a, b) => rank(a) - rank(b) || a.agent - b.agent);
}

function Changes({ days }: { readonly days: readonly OtherDay[] }) {
  const { readOnly } = useDesk();
  const take = useTake();
  const selected = useDeskState((state) => state.selection.cursor?.agent ?? null);
  const [listed, setListed] = useState(LISTED);
  return (
    <>
      <ul className="b-plain-list rb-list">
        {inOrder(days, selected)
          .slice(0, listed)
          .map((one) => (
            <Change key={`${one.agent} ${one.day}`} change={one} onTake={readOnly ? null : () => take([one])} />
          ))}
      </ul>
      <div className="b-actions">
        {readOnly ? null : (
          <Button kind="primary" onPress={() => take(days)}>
            {t('rosterBest.takeAll', { count: days.length })}
          </Button>
        )}
        {days.length > listed ? (
          <Button onPress={() => setListed(listed + LISTED)}>{t('rosterBest.more')}</Button>
        ) : null}
      </div>
    </>
  );
}

function Change({ change, onTake }: { readonly change: OtherDay; readonly onTake: (() => void) | null }) {
  const { acts, displayZone } = useDesk();
  const model = useDeskState((state) => state.model);
  const { agent, day, before, after } = change;
  const times = (shifts: readonly BoardShift[]) =>
    shifts.length === 0 ? t('board.dayOff') : shifts.map((one) => spanText(model, one, displayZone)).join(', ');
  const what = { who: model.agents[agent]!.name, day: formatDate(model.days[day]!.on) };
  const isMoved = times(before) !== times(after);
  const start = (after[0] ?? before[0])!.start;
  return (
    <li>
      <span>
        <strong>{what.who}</strong>
        <br />
        <span className="b-quiet">
          {what.day}{' '}
          {isMoved
            ? t('board.effectFromTo', { before: times(before), after: times(after) })
            : t('rosterBest.breaks', { times: times(after) })}
        </span>
      </span>
      <span className="b-actions">
        <Button
          kind="quiet"
          aria-label={t('rosterBest.showWhat', what)}
          onPress={() => acts.showAgentDay(agent, start)}
        >
          {t('board.show')}
        </Button>
        {onTake ? (
          <Button aria-label={t('rosterBest.takeWhat', what)} onPress={onTake}>
            {t('rosterBest.take')}
          </Button>
        ) : null}
      </span>
    </li>
  );
}
