import { formatLocal } from '@yotei/time';
import { workingOn } from './team-parts.js';
import type { TeamRule } from './team-rule.js';

/** Those of the agents who work on a day start at the same moment. */
export const sameStart: TeamRule = {
  id: 'same-start',
  title: { en: 'Start together', ja: '同時刻の開始' },
  message: { en: '{count} start at another time than {start}', ja: '{count}人の開始が{start}と異なります' },
  source: 'team policy',
  amountUnit: 'count',
  parameters: [],
  evaluate: (view) =>
    view.days.flatMap((day) => {
      const working = workingOn(view, day);
      const counts = new Map<number, number>();
      for (const { shift } of working) counts.set(shift.startAt, (counts.get(shift.startAt) ?? 0) + 1);
      if (counts.size <= 1) return [];
      // Of equally common starts the earliest counts.
      const [start] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]!;
      const apart = working.filter(({ shift }) => shift.startAt !== start);
      return [
        {
          agentIds: apart.map(({ agent }) => agent.id),
          at: Math.min(...apart.map(({ shift }) => shift.startAt)),
          span: day,
          amount: apart.length,
          values: { count: apart.length, start: formatLocal(start, view.problem.zone).slice(11, 16) },
        },
      ];
    }),
  engine: { kind: 'same-start' },
};
