import { AGENT_FIELDS, AGENT_WIDTH, type Tallies } from '../engine/tallies.js';
import type { AgentGroup } from '../simulated-centre.js';
import type { BySpan, GroupMeasures } from '../simulation.js';
import type { Confidence, Observation, StatisticsOptions } from './queue-statistics.js';
import { RatioSums } from './ratio-sums.js';

const MEASURES = 4;
const [OCCUPANCY, SLOT_OCCUPANCY, IN_HAND, AT_WORK] = [0, 1, 2, 3] as const;

/** Gathers the time of one group's agents over replications. */
export class GroupStatistics {
  private readonly sums: RatioSums;
  private readonly time: Float64Array;

  constructor(
    private readonly group: AgentGroup,
    private readonly classes: readonly number[],
    private readonly options: StatisticsOptions,
  ) {
    this.sums = new RatioSums(options.spans.count * MEASURES);
    this.time = new Float64Array(options.spans.count * AGENT_WIDTH);
  }

  add(tallies: Tallies, { firstPlace }: Observation): void {
    const { spans } = this.options;
    const { time, sums } = this;
    time.fill(0);
    for (const classIndex of this.classes) {
      const from = (classIndex * tallies.places + firstPlace) * AGENT_WIDTH;
      for (let i = 0; i < spans.intervals * AGENT_WIDTH; i++) time[i]! += tallies.agents[from + i]!;
    }
    spans.addUp(time, AGENT_WIDTH);
    const { concurrency = 1 } = this.group;
    for (let span = 0; span < spans.count; span++) {
      const at = span * AGENT_WIDTH;
      const inHand = time[at + AGENT_FIELDS.slotSeconds]!;
      const working = time[at + AGENT_FIELDS.workingSeconds]!;
      sums.add(span * MEASURES + OCCUPANCY, time[at + AGENT_FIELDS.busySeconds]!, working);
      sums.add(span * MEASURES + SLOT_OCCUPANCY, inHand, working * concurrency);
      sums.add(span * MEASURES + IN_HAND, inHand, spans.seconds[span]!);
      sums.add(span * MEASURES + AT_WORK, working, spans.seconds[span]!);
    }
  }

  result({ completed, student }: Confidence): BySpan<GroupMeasures> {
    const at = (span: number, measure: number) => this.sums.estimate(span * MEASURES + measure, completed, student);
    return {
      id: this.group.id,
      ...this.options.spans.arrange((span) => ({
        occupancyFraction: at(span, OCCUPANCY),
        slotOccupancyFraction: at(span, SLOT_OCCUPANCY),
        contactsInHand: at(span, IN_HAND),
        agentsAtWork: at(span, AT_WORK),
      })),
    };
  }
}
