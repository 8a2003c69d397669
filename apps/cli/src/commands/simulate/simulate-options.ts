import { Option, type Command } from 'commander';
import { DEFAULT_CORRELATION } from '@yotei/scheduling/staffing';
import type { ZoneId } from '@yotei/time';
import type { FrameOptions } from '../../frame/command.js';
import { countOption, durationOption, fractionOption, numberOption, zoneOption } from '../../frame/option-values.js';
import type { Ambiguous } from '../../io/quantities.js';
import { defineParametersOption, type CalibratedOptions } from '../calibrated-options.js';
import { defineDistributionOption } from '../rate-correlation.js';
import { defineGoalOptions, type StaffingFields } from '../staffing-options.js';

export interface SimulateOptions extends StaffingFields, CalibratedOptions, FrameOptions {
  readonly requirement: string;
  readonly roster?: string;
  readonly agents?: string;
  readonly goals?: string;
  readonly handleTime?: number;
  readonly handleCv?: number;
  readonly patienceCv: number;
  readonly rateCv?: number;
  readonly rateCorrelation?: number;
  readonly distribution?: string;
  readonly replications: number;
  readonly seed: number;
  readonly confidence: number;
  readonly zone?: ZoneId;
  readonly ambiguous?: Ambiguous;
}

const cvOption = numberOption({ min: 0, max: 10 });

export function defineSimulateOptions(command: Command): void {
  command
    .requiredOption(
      '--requirement <file>',
      'requirement.csv: contacts, handle_seconds, required_agents by queue and interval',
    )
    .option('--roster <file>', 'roster.json: who works when; without it the required agents do')
    .option('--agents <file>', 'agents.json: who has which skill; without it everybody has every skill')
    .option('--goals <file>', 'CSV with queue, goal columns, patience_seconds; without it the options hold for all')
    .option('--handle-time <duration>', 'mean handle time where the file has none', durationOption)
    .option(
      '--handle-cv <number>',
      'spread / mean of handle times (lognormal); 0: all alike; without it those of --parameters, else 1',
      cvOption,
    )
    .option('--patience-cv <number>', 'spread / mean of patience (gamma); 1 is exponential', cvOption, 1)
    .option(
      '--patience <duration>',
      'mean patience: total queue time / abandonments; without it nobody leaves',
      durationOption,
    )
    .option(
      '--concurrency <count>',
      'most contacts an agent handles at once (chat)',
      numberOption({ min: 1, whole: true }),
    )
    .option('--slowdown <fraction>', 'each further contact at once makes all last longer by (chat)', fractionOption)
    .option('--lines <count>', 'most contacts of a queue waiting and handled together', countOption)
    .option(
      '--shrinkage <fraction>',
      'with a roster: chance that an agent misses a shift (unplanned absence)',
      fractionOption,
    )
    .option('--rate-cv <fraction>', 'spread / mean of the arrival rate where the file has no quantiles', fractionOption)
    .option(
      '--rate-correlation <fraction>',
      `share of that uncertainty which the intervals of a day have in common; that of --distribution, else of --parameters, else ${DEFAULT_CORRELATION.withinDay}`,
      fractionOption,
    )
    .option(
      '--replications <number>',
      'times the horizon is played',
      numberOption({ min: 2, max: 100_000, whole: true }),
      200,
    )
    .option('--seed <number>', 'of the random choices', numberOption({ min: 0, whole: true }), 1)
    .option(
      '--confidence <fraction>',
      'of the intervals around the means',
      numberOption({ min: 0.5, max: 0.999 }),
      0.95,
    )
    .option('--zone <id>', 'zone of days, weeks and times without an offset; that of the agents, else UTC', zoneOption)
    .addOption(
      new Option('--ambiguous <which>', 'which of two times when the clock goes back').choices(['earlier', 'later']),
    );
  defineParametersOption(command);
  defineDistributionOption(command);
  defineGoalOptions(command);
}
