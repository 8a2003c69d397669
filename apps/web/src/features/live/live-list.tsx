import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { formatNumber } from '../../app/format/format-number.js';
import { t } from '../../app/i18n/t.js';
import { Button } from '../../ui/button.js';
import type { LiveLine } from './live-order.js';
import { LiveRow, type LiveNames } from './live-row.js';
import { useHeldLines } from './use-held-lines.js';

export interface LiveListProps {
  readonly lines: readonly LiveLine[];
  readonly names: LiveNames;
  readonly titleOf: (groupId: string) => string;
  readonly now: number;
  readonly version: number;
  readonly openAgent: string | undefined;
  readonly onOpen: (agentId: string) => void;
}

const COLUMNS = ['name', 'standing', 'lasting', 'planned', 'actual', 'impact', 'figures'] as const;
const PAGE = 12;

/** Taller on a phone, where each agent has two lines. */
const rowHeight = (): number => (window.matchMedia('(max-width: 720px)').matches ? 68 : 40);

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => at - PAGE,
  Home: () => 0,
  End: (_, last) => last,
};

function Heads() {
  return (
    <div role="row" aria-rowindex={1} className="l-row l-heads">
      {COLUMNS.map((column) => (
        <span key={column} role="columnheader" className={`l-${column === 'lasting' ? 'time' : column}`}>
          {t(`live.column-${column}`)}
        </span>
      ))}
    </div>
  );
}

interface PlaceProps extends Pick<LiveListProps, 'names' | 'titleOf' | 'now' | 'version' | 'openAgent' | 'onOpen'> {
  readonly line: LiveLine;
  readonly id: string;
  readonly index: number;
  readonly isActive: boolean;
}

function Place({ line, id, index, isActive, titleOf, openAgent, ...rest }: PlaceProps) {
  if (line.kind === 'agent')
    return (
      <LiveRow
        {...rest}
        id={id}
        agent={line.agent}
        rowIndex={index + 2}
        isActive={isActive}
        isOpen={line.agent.id === openAgent}
      />
    );
  return (
    <div id={id} role="row" aria-rowindex={index + 2} className="l-group" data-active={isActive}>
      <span role="gridcell">
        {titleOf(line.id)} <span className="y-quiet">{formatNumber(line.count)}</span>
      </span>
    </div>
  );
}

/** One line is the active one: arrows, pages and ends move it, Enter opens it. */
function useActiveLine(
  lines: readonly LiveLine[],
  on: { onOpen: (agentId: string) => void; reach: (at: number) => void },
) {
  const [active, setActive] = useState(0);
  const last = lines.length - 1;
  const place = Math.min(active, last);
  const onKeyDown = (event: KeyboardEvent): void => {
    const line = lines[place];
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      const next = Math.max(0, Math.min(last, step(place, last)));
      setActive(next);
      on.reach(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && line?.kind === 'agent') {
      event.preventDefault();
      on.onOpen(line.agent.id);
    }
  };
  return { place, setActive, onKeyDown };
}

/** All agents, what matters first; the order stands still while somebody points at the list or works in it. */
export function LiveList({ lines: wanted, onOpen, ...rest }: LiveListProps) {
  const id = useId();
  const { lines, changes, handlers, sortNow } = useHeldLines(wanted);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    overscan: 8,
    initialRect: { width: 900, height: 560 },
  });
  const { place, setActive, onKeyDown } = useActiveLine(lines, { onOpen, reach: (at) => rows.scrollToIndex(at) });
  return (
    <section className="l-list" aria-label={t('live.agents')} {...handlers}>
      <div className="l-resort" role="status">
        <span className="y-quiet">{t('live.order')}</span>
        {changes > 0 ? (
          <Button onPress={sortNow}>{t('live.sortAgain', { count: formatNumber(changes) })}</Button>
        ) : null}
      </div>
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={t('live.agents')}
        aria-rowcount={lines.length + 1}
        aria-activedescendant={`${id}-${place}`}
        className="l-grid"
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className="l-head-group">
          <Heads />
        </div>
        <div role="rowgroup" className="l-rows" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start, size }) => (
            <div key={index} role="presentation" className="l-place" style={{ top: start, height: size }}>
              <Place
                {...rest}
                id={`${id}-${index}`}
                line={lines[index]!}
                index={index}
                isActive={index === place}
                onOpen={(agentId) => {
                  setActive(index);
                  onOpen(agentId);
                }}
              />
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
