import type { CompiledCentre } from '../engine/compiled-centre.js';
import type { Tallies } from '../engine/tallies.js';
import type { SimulatedCentre } from '../simulated-centre.js';
import type { SimulationResult } from '../simulation.js';
import { GroupStatistics } from './group-statistics.js';
import { normalQuantile } from './normal-and-student.js';
import { QueueStatistics, type Confidence, type Observation } from './queue-statistics.js';
import { confidenceQuantile, shareEstimate } from './ratio-sums.js';
import { Spans } from './spans.js';

/** Gathers all queues and groups over replications. */
export class CentreStatistics {
  private readonly spans: Spans;
  private readonly queues: readonly QueueStatistics[];
  private readonly groups: readonly GroupStatistics[];
  private readonly allMet: Uint8Array;
  private readonly timesAllMet: Int32Array;

  constructor(
    centre: SimulatedCentre,
    compiled: CompiledCentre,
    options: { readonly replications: number; readonly keepReplications: boolean },
  ) {
    this.spans = new Spans(centre);
    const shared = { ...options, spans: this.spans };
    const classesOf = (holds: (index: number) => boolean) => [...compiled.classes.keys()].filter(holds);
    this.queues = centre.queues.map((queue, index) => {
      const classes = classesOf((i) => compiled.classes[i]!.queues.includes(index));
      return new QueueStatistics(queue, { index, classes }, shared);
    });
    this.groups = centre.groups.map(
      (group, index) =>
        new GroupStatistics(
          group,
          classesOf((i) => compiled.classes[i]!.group === index),
          shared,
        ),
    );
    this.allMet = new Uint8Array(this.spans.count);
    this.timesAllMet = new Int32Array(this.spans.count);
  }

  add(tallies: Tallies, observation: Observation): void {
    this.allMet.fill(1);
    for (const queue of this.queues) queue.add(tallies, observation, this.allMet);
    for (const group of this.groups) group.add(tallies, observation);
    this.allMet.forEach((met, span) => (this.timesAllMet[span]! += met));
  }

  result(completed: number, confidenceFraction: number): Pick<SimulationResult, 'queues' | 'groups' | 'allGoalsMet'> {
    const confidence: Confidence = {
      completed,
      student: confidenceQuantile(completed, confidenceFraction),
      normal: normalQuantile(0.5 + confidenceFraction / 2),
    };
    const chanceOf = (span: number) => shareEstimate(this.timesAllMet[span]!, completed, confidence.normal);
    const judged = this.queues.some((queue) => queue.hasGoal);
    return {
      queues: this.queues.map((queue) => queue.result(confidence)),
      groups: this.groups.map((group) => group.result(confidence)),
      allGoalsMet: judged ? { id: 'all', ...this.spans.arrange(chanceOf) } : undefined,
    };
  }
}
