import { isLocalDate } from '@yotei/time';
import type { SetupAgentInput } from '../../../graphql/generated/graphql.js';
import type { SetupAgent, SetupAgents } from '../setup.queries.js';
import { HEADERS, inputOf, SENIORITY_WORDS, skillWords, type AgentColumn } from './agent-columns.js';

export type PasteFaultCode = 'missing' | 'unknown' | 'repeated' | 'ambiguous' | 'date' | 'order' | 'gone';

export interface PasteFault {
  readonly column: AgentColumn;
  readonly code: PasteFaultCode;
  /** The word that is not understood. */
  readonly word: string;
}

export interface PastedRow {
  /** As in the spreadsheet, headers counted; from 1. */
  readonly line: number;
  readonly name: string;
  readonly kind: 'new' | 'changed' | 'same' | 'faulty';
  readonly faults: readonly PasteFault[];
  /** What would be stored; of a faulty row as far as it is understood. */
  readonly input: SetupAgentInput;
  readonly cells: Readonly<Partial<Record<AgentColumn, string>>>;
}

export interface PastedAgents {
  /** By place in the block; null: a header that says nothing here. */
  readonly columns: readonly (AgentColumn | null)[];
  readonly rows: readonly PastedRow[];
}

/** Columns of a block without headers. */
const PLAIN_ORDER: readonly AgentColumn[] = ['name', 'reading', 'team', 'contract', 'skills', 'seniority', 'firstDay'];

const plain = (text: string) => text.trim().normalize('NFKC').toLowerCase();

function headerOf(cell: string): AgentColumn | null {
  const word = plain(cell);
  const found = Object.entries(HEADERS).find(([, words]) => words.some((each) => plain(each) === word));
  return (found?.[0] as AgentColumn | undefined) ?? null;
}

/** What a pasted block or a file would do to the agents: row by row new, changed or the same, or what is wrong in which column. */
export function readAgents(table: readonly (readonly string[])[], data: SetupAgents): PastedAgents {
  const headers = (table[0] ?? []).map(headerOf);
  const hasHeaders = headers.includes('name') || headers.includes('id');
  const columns = hasHeaders ? headers : PLAIN_ORDER.slice(0, Math.max(0, ...table.map((row) => row.length)));
  const reader = new RowReader(data);
  const rows = table.slice(hasHeaders ? 1 : 0).map((cells, index) => {
    const named: Partial<Record<AgentColumn, string>> = {};
    columns.forEach((column, k) => {
      if (column) named[column] = (cells[k] ?? '').trim();
    });
    return reader.read(named, index + (hasHeaders ? 2 : 1));
  });
  return { columns, rows };
}

type Cells = Partial<Record<AgentColumn, string>>;
type Say = (column: AgentColumn, code: PasteFaultCode, word?: string) => void;

/** Reads the rows of one block; knows who was met before. */
class RowReader {
  private readonly met = new Set<string>();

  constructor(private readonly data: SetupAgents) {}

  read(cells: Cells, line: number): PastedRow {
    const faults: PasteFault[] = [];
    const say: Say = (column, code, word = '') => void faults.push({ column, code, word });
    const before = this.known(cells, say);
    const name = cells.name ?? before?.name ?? '';
    if (name === '') say('name', 'missing');
    const key = before?.id ?? `new ${plain(name)}`;
    if (name !== '' && this.met.has(key)) say('name', 'repeated', name);
    this.met.add(key);
    const input = this.inputFrom(cells, { name, before, say });
    if (input.leftOn && input.hiredOn && input.leftOn < input.hiredOn) say('lastDay', 'order', input.leftOn);
    const kind = faults.length > 0 ? 'faulty' : !before ? 'new' : isSame(inputOf(before), input) ? 'same' : 'changed';
    return { line, name, kind, faults, input, cells };
  }

  /** By id; without one by the name, where one agent alone has it. */
  private known({ id, name }: Cells, say: Say): SetupAgent | null {
    if (id) {
      const agent = this.data.agents.find((one) => one.id === id);
      if (!agent) say('id', 'gone', id);
      return agent ?? null;
    }
    const alike = name ? this.data.agents.filter((one) => plain(one.name) === plain(name)) : [];
    if (alike.length > 1) say('name', 'ambiguous', name);
    return alike.length === 1 ? alike[0]! : null;
  }

  private inputFrom(
    cells: Cells,
    { name, before, say }: { readonly name: string; readonly before: SetupAgent | null; readonly say: Say },
  ): SetupAgentInput {
    const { teams, contracts } = this.data;
    const titled = contracts.map(({ title, ...contract }) => ({ ...contract, name: title }));
    return {
      id: before?.id ?? null,
      version: before?.version ?? 0,
      name,
      nameReading: cells.reading ?? before?.nameReading ?? '',
      teamId: chosen(teams, { column: 'team', cell: cells.team, had: before?.teamId, say }),
      contractId: chosen(titled, { column: 'contract', cell: cells.contract, had: before?.contractId, say }),
      skillIds: this.skills(cells.skills, before, say),
      seniority: seniorityOf(cells.seniority, before, say),
      hiredOn: dateOf('firstDay', cells.firstDay, say) ?? before?.hiredOn ?? null,
      leftOn: cells.lastDay === undefined ? (before?.leftOn ?? null) : dateOf('lastDay', cells.lastDay, say),
      youngUntilOn: cells.ofAge === undefined ? (before?.youngUntilOn ?? null) : dateOf('ofAge', cells.ofAge, say),
    };
  }

  private skills(cell: string | undefined, before: SetupAgent | null, say: Say): string[] {
    if (cell === undefined) return [...(before?.skillIds ?? [])];
    const had = new Set(before?.skillIds);
    const usable = this.data.skills.filter(({ id, archived }) => !archived || had.has(id));
    const found = (word: string) => usable.find((one) => plain(one.name) === plain(word));
    const words = skillWords(cell, (word) => found(word) !== undefined);
    const ids = words.flatMap((word) => {
      const skill = found(word);
      if (!skill) say('skills', 'unknown', word);
      return skill ? [skill.id] : [];
    });
    return [...new Set(ids)];
  }
}

/** The id that a cell names; what an agent has stays when its column is not there. */
function chosen(
  list: readonly { readonly id: string; readonly name: string; readonly archived: boolean }[],
  of: {
    readonly column: AgentColumn;
    readonly cell: string | undefined;
    readonly had: string | undefined;
    readonly say: Say;
  },
): string {
  const { column, cell, had, say } = of;
  const usable = list.filter(({ id, archived }) => !archived || id === had);
  if (cell === undefined && had !== undefined) return had;
  if (cell === undefined && usable.length === 1) return usable[0]!.id;
  if (!cell) {
    say(column, 'missing');
    return '';
  }
  // Sites may have teams of one name: the agent's own first.
  const alike = usable.filter(({ name }) => plain(name) === plain(cell));
  const found = alike.find(({ id }) => id === had) ?? alike[0];
  if (!found) say(column, 'unknown', cell);
  else if (alike.length > 1 && found.id !== had) say(column, 'ambiguous', cell);
  return found?.id ?? '';
}

function seniorityOf(cell: string | undefined, before: SetupAgent | null, say: Say): string {
  if (!cell) return before?.seniority ?? 'entry';
  const found = Object.entries(SENIORITY_WORDS).find(([, words]) => words.some((word) => plain(word) === plain(cell)));
  if (!found) say('seniority', 'unknown', cell);
  return found?.[0] ?? 'entry';
}

/** `2026-04-01`, `2026/4/1` or `2026年4月1日`; null for an empty cell. */
function dateOf(column: AgentColumn, cell: string | undefined, say: Say): string | null {
  if (!cell) return null;
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell.normalize('NFKC'));
  const on = parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : '';
  if (isLocalDate(on)) return on;
  say(column, 'date', cell);
  return null;
}

function isSame(before: SetupAgentInput, after: SetupAgentInput): boolean {
  const plainOf = (input: SetupAgentInput) =>
    JSON.stringify(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)));
  return plainOf(before) === plainOf(after);
}
