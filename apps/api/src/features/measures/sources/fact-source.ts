import type { KpiSource } from '@yotei/scheduling/formula';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';

/** What was told of a queue, a team, a channel or (all null) the whole organisation on a local day. */
export interface SourceRow {
  readonly queueId: string | null;
  readonly teamId: string | null;
  readonly channel?: string | null;
  readonly on: LocalDate;
  readonly facts: Readonly<Record<string, number | null>>;
  /** Whether contacts came; where none did, what is not told is 0. */
  readonly hasContacts: boolean;
}

/** Local days, half-open. */
export interface SourceRange {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  /** Names wanted, among those of the source. */
  readonly names: readonly string[];
}

/** Where some facts come from; each is one class in this folder and one line in `fact-sources.ts`. */
export abstract class FactSource {
  /** Its names in the catalogue carry this. */
  abstract readonly source: KpiSource;
  abstract rows(context: RequestContext, range: SourceRange): Promise<readonly SourceRow[]>;
}
