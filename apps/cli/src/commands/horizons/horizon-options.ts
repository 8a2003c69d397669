import { InvalidArgumentError, Option, type Command } from 'commander';
import { numberOption } from '../../frame/option-values.js';
import { readNumber } from '../../io/quantities.js';

/** `--like young=other@0.3`: a queue without a past, the queue it is like, and its part of that one's contacts. */
export interface LikeOption {
  readonly queue: string;
  readonly from: string;
  readonly share: number | null;
}

/** Options of `forecast` for queues without much of a past and for the far future. */
export interface HorizonOptions {
  readonly curve?: string;
  readonly curveSpread?: number;
  readonly like?: readonly LikeOption[];
  readonly lineage?: string;
  readonly by: 'interval' | 'week';
  readonly growth?: string;
  readonly trend: 'damped' | 'none';
  readonly intervalsOut?: string;
}

export function defineHorizonOptions(command: Command): void {
  // A queue without a past may have a curve instead of a history; `run` asks for one of the two.
  const history = command.options.find(({ long }) => long === '--history');
  if (history) history.mandatory = false;
  command
    .option(
      '--curve <file>',
      'what is expected before there is a past: CSV with weekday, opens, closes, contacts and optional handle_seconds, queue; fades as days arrive',
    )
    .option(
      '--curve-spread <fraction>',
      'how far the level of the curve may be off: two in three lie within; 0.3 when left out',
      numberOption({ min: 0.02, max: 1 }),
    )
    .option(
      '--like <queue=other[@share]>',
      'a queue that will behave as another does, at that part of its contacts (learned from its own days when left out); may be repeated',
      collectLike,
    )
    .addOption(lineageOption())
    .addOption(
      new Option('--by <grain>', 'week: contacts by week with trend, season, calendar and growth, up to 160 weeks')
        .choices(['interval', 'week'])
        .default('interval'),
    )
    .option(
      '--growth <file>',
      'with --by week: CSV with kind (percent-a-year, step-percent, weekly-contacts), from, value and optional until, ramp_weeks, queue',
    )
    .option('--intervals-out <file>', 'with --by week: writes the weeks by interval as well, as CSV; .gz packs them')
    .addOption(
      new Option('--trend <kind>', 'with --by week: none keeps the level, so that growth is all of the trend')
        .choices(['damped', 'none'])
        .default('damped'),
    );
}

export function lineageOption(): Option {
  return new Option(
    '--lineage <file>',
    'CSV with queue, kind (split, moved, merged, like), from, share (learned when empty), since: whose past a queue has',
  );
}

function collectLike(text: string, before: readonly LikeOption[] = []): readonly LikeOption[] {
  const parts = /^([^=]+)=([^@]+)(?:@(.+))?$/.exec(text);
  if (!parts) throw new InvalidArgumentError(`'${text}' is not queue=other@share; expected for example chat=voice@0.3`);
  const share = parts[3] === undefined ? null : readNumber(parts[3], { above: 0, max: 100 });
  if (share?.kind === 'problem') throw new InvalidArgumentError(share.message);
  return [...before, { queue: parts[1]!.trim(), from: parts[2]!.trim(), share: share?.value ?? null }];
}
