import { formatLocal, type ZoneId } from '@yotei/time';
import { HISTORY_ACTIONS, type HistoryAction, type HistoryDecision, type HistoryProposal } from '@yotei/forecast';
import { ProblemList } from '../frame/problem-list.js';
import { readTable } from './csv-reader.js';
import { recordLines, significant, type Cell } from './csv-writer.js';
import { readInstant, type Ambiguous, type Read } from './quantities.js';
import { RowReader } from './row-reader.js';

const COLUMNS = [
  'id',
  'queue',
  'kind',
  'from',
  'until',
  'contacts',
  'expected',
  'score',
  'reason',
  'suggested',
  'data',
  'action',
];

/** Why, as one cell: `many-times-usual intervals=1 ratio=6.76`. */
function reasonCell({ kind, ...values }: HistoryProposal['reason']): string {
  const parts = Object.entries(values).map(
    ([name, value]) => `${name}=${typeof value === 'number' ? significant(value, 3) : String(value)}`,
  );
  return [kind, ...parts].join(' ');
}

/** Proposals as a CSV file whose empty `action` column the planner fills in: the file then is one of decisions. */
export function unusualLines(
  proposals: readonly (readonly [queue: string, proposals: readonly HistoryProposal[]])[],
  zone: ZoneId,
): Generator<string> {
  const rows = proposals.flatMap(([queue, found]) =>
    found.map((proposal): Record<string, Cell> => ({
      id: proposal.id,
      queue,
      kind: proposal.kind,
      from: formatLocal(proposal.fromAt, zone),
      until: formatLocal(proposal.untilAt, zone),
      contacts: significant(proposal.actual, 6),
      expected: significant(proposal.expected, 6),
      score: significant(proposal.score, 3),
      reason: reasonCell(proposal.reason),
      suggested: proposal.suggested,
      data: proposal.dataKey,
      action: '',
    })),
  );
  return recordLines(COLUMNS, rows);
}

/** A decision and the queue it is about; without a queue it is about all. */
export interface DecisionOfQueue extends HistoryDecision {
  readonly queue?: string;
}

/**
 * Decisions from a CSV file: `from`, `until` (half-open), `action` (leave-out, replace, event, keep; a row without one is
 * passed over), and optional `id`, `queue`, `data`, `title`. With `data` a decision holds only for the data it was made on.
 */
export async function readDecisions(
  path: string,
  options: { zone: ZoneId; ambiguous?: Ambiguous },
): Promise<readonly DecisionOfQueue[]> {
  const problems = new ProblemList();
  const table = await readTable(path, { required: ['from', 'until', 'action'], problems });
  problems.throwIfAny();
  const decisions: DecisionOfQueue[] = [];
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    if (reader.text('action') === undefined) continue;
    const action = reader.required('action', `one of ${HISTORY_ACTIONS.join(', ')}`, readAction);
    const fromAt = reader.required('from', 'a date-time', (text) => readInstant(text, options));
    const untilAt = reader.required('until', 'a date-time', (text) => readInstant(text, options));
    if (!action || fromAt === undefined || untilAt === undefined) continue;
    if (untilAt <= fromAt) reader.report('until', 'is not after from');
    else
      decisions.push({
        proposalId: reader.text('id') ?? `line-${row.line}`,
        queue: reader.text('queue'),
        fromAt,
        untilAt,
        action,
        dataKey: reader.text('data'),
        event: action === 'event' ? { kind: 'other', title: reader.text('title') ?? 'event' } : undefined,
      });
  }
  problems.throwIfAny();
  return decisions;
}

function readAction(text: string): Read<HistoryAction> {
  const action = HISTORY_ACTIONS.find((known) => known === text);
  return action
    ? { kind: 'value', value: action }
    : { kind: 'problem', message: `'${text}' is not one of ${HISTORY_ACTIONS.join(', ')}` };
}
