import { parse } from 'csv-parse/sync';
import type { CqInstance, CqRoster } from './instance.js';

/** Reads `employee,d0,d1,…`, one row an employee in any order; an empty field is a day off. Throws for rows that are missing or unknown. */
export function parseCqRoster(text: string, instance: CqInstance): CqRoster {
  const [, ...rows] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][];
  const byEmployee = new Map(rows.map(([id, ...days]) => [id!, days]));
  return instance.employees.map(({ id }) => {
    const days = byEmployee.get(id);
    if (!days) throw new Error(`roster must have a row of employee ${id}`);
    return Array.from({ length: instance.days }, (_, day) => days[day]?.trim() || null);
  });
}

/** The roster as {@link parseCqRoster} reads it. */
export function formatCqRoster(instance: CqInstance, roster: CqRoster): string {
  const header = ['employee', ...Array.from({ length: instance.days }, (_, day) => `d${day}`)];
  const rows = instance.employees.map(({ id }, i) => [id, ...roster[i]!.map((shift) => shift ?? '')]);
  return [header, ...rows].map((row) => `${row.join(',')}\n`).join('');
}
