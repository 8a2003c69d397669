import { csvCell } from '../../../app/csv-text.js';
import {
  agentPaidMinutes,
  clockLabel,
  formatShift,
  shiftsOnDay,
  type BoardModel,
  type BoardShift,
} from '../board/index.js';

/** One agent's line of a week as it goes out: text by day, hours in all. */
export interface WeekLine {
  readonly agent: number;
  readonly name: string;
  readonly team: string;
  /** By day of the board; empty on days off. Times are on the schedule's clock. */
  readonly days: readonly string[];
  readonly hours: number;
}

export interface TeamNames {
  readonly id: string;
  readonly name: string;
}

/** The lines of these agents, in their order, in the form that can be pasted back into the board. */
export function weekLines(model: BoardModel, agents: readonly number[], teams: readonly TeamNames[]): WeekLine[] {
  return agents.map((agent) => {
    const { name, teamId } = model.agents[agent]!;
    return {
      agent,
      name,
      team: teams.find(({ id }) => id === teamId)?.name ?? '',
      days: model.days.map((_, day) =>
        shiftsOnDay(model, agent, day)
          .map((shift) => formatShift(model, shift))
          .join(' / '),
      ),
      hours: Math.round((agentPaidMinutes(model, agent) / 60) * 100) / 100,
    };
  });
}

/** A cell of a spreadsheet never begins like a formula, whatever people are called. */
export function plainCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Comma-separated lines (RFC 4180) with a byte order mark, so that spreadsheets read Japanese. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => csvCell(typeof value === 'number' ? String(value) : plainCell(value));
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** `09:00–18:00`, on the schedule's clock. */
export function timesOf(model: BoardModel, shift: Pick<BoardShift, 'start' | 'length'>): string {
  const clock = (minute: number) => clockLabel(model.startAt, minute, model.zone);
  return `${clock(shift.start)}–${clock(shift.start + shift.length)}`;
}
