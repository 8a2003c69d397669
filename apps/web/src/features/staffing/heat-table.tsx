import type { KeyboardEvent } from 'react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { formatTime } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { isUnanswered, type Cell, type HeatDay, type HeatRow } from './requirement.model.js';

/** What the cells say: agents to roster, or the chance to meet the goals. */
export type HeatShow = 'agents' | 'chance';

export interface HeatTableProps {
  readonly day: HeatDay;
  readonly show: HeatShow;
  readonly zone: string;
  readonly selected: { readonly queueId: string; readonly at: number } | undefined;
  readonly onOpen: (queueId: string, at: number) => void;
}

/** 0..5: how strongly a cell is filled. The number in it says the same. */
function strength(cell: Cell, show: HeatShow, largest: number): number {
  if (show === 'chance') return cell.chance === null ? 0 : Math.max(1, Math.ceil(cell.chance * 5));
  return cell.agentsToRoster ? Math.max(1, Math.ceil((cell.agentsToRoster / largest) * 5)) : 0;
}

/** Percent without its sign: the cells are narrow, and the head says what they are. */
function figure({ agentsToRoster, chance }: Cell, show: HeatShow): string {
  if (agentsToRoster === null) return '!';
  if (show === 'agents') return formatNumber(agentsToRoster);
  return chance === null ? '–' : formatNumber(chance * 100);
}

function detailOf({ chance, loadErlangs, agentsToRoster }: Cell): string {
  return [
    t('staffing.curve.agents', { agents: agentsToRoster ?? 0 }),
    loadErlangs === null ? '' : t('staffing.cellLoad', { load: formatNumber(loadErlangs, 1) }),
    chance === null ? '' : t('staffing.curve.chance', { chance: formatPercent(chance, 0) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function reasonOf({ note }: Cell): string {
  if (note === 'missing-handle-time') return t('staffing.missingHandleTime');
  return t(note === 'unstable-load' ? 'staffing.unstableLoad' : 'staffing.goalUnreachable');
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

interface HeatCellProps extends Pick<HeatTableProps, 'day' | 'show' | 'zone' | 'onOpen'> {
  readonly row: HeatRow;
  readonly cell: Cell;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
}

function HeatCell({ row, cell, day, show, zone, isSelected, isTabStop, onOpen }: HeatCellProps) {
  if (cell.agentsToRoster === null && !isUnanswered(cell)) {
    return (
      <td className="y-heat-closed">
        <span className="y-hidden">{t('staffing.closed')}</span>
      </td>
    );
  }
  const agents = cell.agentsToRoster;
  const place = { queue: local(row.queue.name), time: formatTime(cell.at, zone) };
  return (
    <td data-strength={strength(cell, show, day.largest)}>
      <button
        type="button"
        className="y-heat-cell"
        tabIndex={isTabStop ? 0 : -1}
        aria-pressed={isSelected}
        aria-label={
          agents === null
            ? t('staffing.cellUnanswered', { ...place, reason: reasonOf(cell) })
            : cell.chance === null
              ? t('staffing.cellLabel', { ...place, agents })
              : t('staffing.cellLabelChance', { ...place, agents, chance: formatPercent(cell.chance, 0) })
        }
        title={agents === null ? reasonOf(cell) : detailOf(cell)}
        onClick={() => onOpen(row.queue.id, cell.at)}
      >
        {figure(cell, show)}
      </button>
    </td>
  );
}

function HeatHead({ day, zone }: Pick<HeatTableProps, 'day' | 'zone'>) {
  return (
    <thead>
      <tr>
        <th scope="col">{t('demand.queue')}</th>
        {day.starts.map((at) => (
          <th key={at} scope="col" data-hour={formatTime(at, zone).endsWith(':00')}>
            {formatTime(at, zone).endsWith(':00') ? (
              formatTime(at, zone)
            ) : (
              <span className="y-hidden">{formatTime(at, zone)}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Totals({ day }: { readonly day: HeatDay }) {
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('staffing.allQueues')}</th>
        {day.totals.map((agents, column) => (
          <td key={day.starts[column]}>{formatNumber(agents)}</td>
        ))}
      </tr>
    </tfoot>
  );
}

/** Queue by interval; each number opens its calculation. Arrow keys walk, one tab stop. */
export function HeatTable({ day, show, zone, selected, onOpen }: HeatTableProps) {
  const walk = (event: KeyboardEvent<HTMLTableElement>) => {
    const move = MOVES[event.key];
    const cell = (event.target as HTMLElement).closest('td');
    if (!move || !cell) return;
    event.preventDefault();
    const body = cell.closest('tbody');
    const rowIndex = Array.from(body?.rows ?? []).indexOf(cell.parentElement as HTMLTableRowElement);
    body?.rows[rowIndex + move[0]]?.cells[cell.cellIndex + move[1]]?.querySelector('button')?.focus();
  };
  const hasSelection = day.rows.some((row) =>
    row.cells.some(({ at }) => selected?.queueId === row.queue.id && selected.at === at),
  );
  const stop = hasSelection ? selected : firstOpen(day);
  return (
    <div className="y-heat-scroll" role="region" aria-label={t('staffing.heatTitle')} tabIndex={0}>
      <table className="y-heat" style={{ minWidth: 174 + day.starts.length * 27 }} onKeyDown={walk}>
        <caption className="y-hidden">{t('staffing.heatTitle')}</caption>
        <HeatHead day={day} zone={zone} />
        <tbody>
          {day.rows.map((row) => (
            <tr key={row.queue.id}>
              <th scope="row">{local(row.queue.name)}</th>
              {row.cells.map((cell) => (
                <HeatCell
                  key={cell.at}
                  row={row}
                  cell={cell}
                  day={day}
                  show={show}
                  zone={zone}
                  isSelected={selected?.queueId === row.queue.id && selected.at === cell.at}
                  isTabStop={stop?.queueId === row.queue.id && stop.at === cell.at}
                  onOpen={onOpen}
                />
              ))}
            </tr>
          ))}
        </tbody>
        {show === 'agents' ? <Totals day={day} /> : null}
      </table>
    </div>
  );
}

function firstOpen(day: HeatDay): { queueId: string; at: number } | undefined {
  for (const row of day.rows) {
    const cell = row.cells.find((one) => one.agentsToRoster !== null || isUnanswered(one));
    if (cell) return { queueId: row.queue.id, at: cell.at };
  }
  return undefined;
}
