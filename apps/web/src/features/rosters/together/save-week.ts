import { formatDate } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { saveFile } from '../../../app/save-file.js';
import { activityAt, activityCount, dayOf, type BoardModel } from '../board/index.js';
import { calendarOf } from './calendar-file.js';
import { csvOf, plainCell, timesOf, weekLines, type TeamNames } from './week-table.js';

export interface WeekOut {
  readonly model: BoardModel;
  /** Rows as they are shown: filtered, in their order. */
  readonly agents: readonly number[];
  readonly teams: readonly TeamNames[];
  readonly weekStartOn: string;
}

function headOf(model: BoardModel): string[] {
  const days = model.days.map(({ on }) => formatDate(on));
  return [t('together.agent'), t('together.team'), ...days, t('together.hours')];
}

export function saveCsv({ model, agents, teams, weekStartOn }: WeekOut): void {
  const rows = weekLines(model, agents, teams).map(({ name, team, days, hours }) => [name, team, ...days, hours]);
  saveFile(`roster-${weekStartOn}.csv`, csvOf([headOf(model), ...rows]));
}

export function saveCalendar({ model, agents, weekStartOn }: WeekOut): void {
  const text = calendarOf(model, { agents, at: Date.now(), summaryOf: (agent) => model.agents[agent]!.name });
  saveFile(`roster-${weekStartOn}.ics`, text, 'text/calendar;charset=utf-8');
}

/** Two sheets: the week as it is shown, and every activity in a line of its own for counting. */
export async function saveExcel({ model, agents, teams, weekStartOn }: WeekOut): Promise<void> {
  const { default: writeExcel } = await import('write-excel-file/browser');
  const head = (texts: readonly string[]) => texts.map((value) => ({ value, fontWeight: 'bold' as const }));
  const text = (value: string) => ({ value: plainCell(value), type: String as StringConstructor });
  const week = weekLines(model, agents, teams).map(({ name, team, days, hours }) => [
    text(name),
    text(team),
    ...days.map(text),
    { value: hours, type: Number as NumberConstructor },
  ]);
  const activities = activityRows(model, agents, teams).map(({ texts, minutes }) => [
    ...texts.map(text),
    { value: minutes / 60, type: Number as NumberConstructor, format: '0.00' },
  ]);
  const columns = [t('together.agent'), t('together.team'), t('together.day'), t('together.activity')];
  const file = await writeExcel([
    {
      data: [head(headOf(model)), ...week],
      sheet: weekStartOn,
      columns: [{ width: 24 }, { width: 16 }, ...model.days.map(() => ({ width: 26 })), { width: 8 }],
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
    {
      data: [head([...columns, t('together.start'), t('together.end'), t('together.hours')]), ...activities],
      sheet: t('together.sheetActivities'),
      columns: [{ width: 24 }, { width: 16 }, { width: 14 }, { width: 16 }, { width: 8 }, { width: 8 }, { width: 8 }],
      stickyRowsCount: 1,
    },
  ]).toBlob();
  saveFile(`roster-${weekStartOn}.xlsx`, file);
}

function activityRows(model: BoardModel, agents: readonly number[], teams: readonly TeamNames[]) {
  return agents.flatMap((agent) => {
    const { name, teamId } = model.agents[agent]!;
    const team = teams.find(({ id }) => id === teamId)?.name ?? '';
    return (model.shifts[agent] ?? []).flatMap((shift) =>
      Array.from({ length: activityCount(shift) }, (_, index) => {
        const activity = activityAt(shift, index)!;
        const [from, until] = timesOf(model, activity).split('–') as [string, string];
        const day = model.days[dayOf(model, activity.start)]!.on;
        const what = local(model.activityTypes[activity.type]!.title);
        return { texts: [name, team, day, what, from, until], minutes: activity.length };
      }),
    );
  });
}
