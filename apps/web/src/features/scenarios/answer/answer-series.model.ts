import type { ScenarioAnswer, ScenarioSeries } from '@yotei/scheduling/scenarios';

type SeriesName = 'requiredAgents' | 'agentsToRoster' | 'workingAgents';

const added = (sum: number, value: number) => (Number.isNaN(value) ? sum : (Number.isNaN(sum) ? 0 : sum) + value);

/** A series of one queue, or of all together; an interval no queue knows anything of stays NaN. */
export function seriesOf(answer: ScenarioAnswer, name: SeriesName, queueId?: string): Float64Array {
  const queues = queueId === undefined ? answer.queues : answer.queues.filter((queue) => queue.queueId === queueId);
  const all: readonly ScenarioSeries[] = queues.map(({ series }) => series);
  const count = all[0]?.[name].length ?? 0;
  return Float64Array.from({ length: count }, (_, index) =>
    all.reduce((sum, series) => added(sum, series[name][index]!), Number.NaN),
  );
}
