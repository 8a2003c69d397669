import { Injectable } from '@nestjs/common';
import { KPI_VARIABLES, type KpiSource } from '@yotei/scheduling/formula';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { ImportSource } from '../imports/import.source.js';
import { ContactsSource } from '../sources/contacts.source.js';
import { AdherenceSource, StatesSource } from '../sources/day-sources.js';
import type { FactSource, SourceRow } from '../sources/fact-source.js';
import { ForecastSource, RequirementSource, RosterSource } from '../sources/planning-sources.js';
import { CoverageSource, WellbeingSource } from '../sources/week-sources.js';

/** Names computed from others, and those. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  handleSeconds: ['totalHandleSeconds', 'answered'],
  requiredAgents: ['requiredSeconds'],
  agentsToRoster: ['toRosterSeconds'],
  scheduledAgents: ['scheduledSeconds'],
  availableSeconds: ['handlingSeconds', 'idleSeconds'],
};

const SOURCE_OF = new Map(KPI_VARIABLES.map(({ name, source }) => [name, source]));
const CONTACT_NAMES = KPI_VARIABLES.filter(({ source, adds }) => source === 'contacts' && adds !== 'made').map(
  ({ name }) => name,
);

/** Facts that a set of names stands on. */
export function factsUnder(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => MADE_OF[name] ?? [name]))].filter((name) => name !== 'spanSeconds');
}

/** Sources that are read by planning features. */
@Injectable()
export class PlanSources {
  constructor(
    readonly forecast: ForecastSource,
    readonly requirement: RequirementSource,
    readonly coverage: CoverageSource,
    readonly roster: RosterSource,
    readonly wellbeing: WellbeingSource,
  ) {}
}

/** Reads the rows of every source that some names need, and of no other. */
@Injectable()
export class FactReadingService {
  constructor(
    private readonly contacts: ContactsSource,
    private readonly plan: PlanSources,
    private readonly states: StatesSource,
    private readonly adherence: AdherenceSource,
    private readonly imports: ImportSource,
  ) {}

  async rows(
    context: RequestContext,
    range: { readonly fromOn: LocalDate; readonly untilOn: LocalDate },
    wanted: readonly string[],
  ): Promise<readonly SourceRow[]> {
    const names = factsUnder(wanted);
    const found: SourceRow[] = [];
    for (const source of this.sources()) {
      if (!names.some((name) => SOURCE_OF.get(name) === source.source)) continue;
      for (const row of await source.rows(context, { ...range, names })) found.push(row);
    }
    const asContacts = names.some((name) => CONTACT_NAMES.includes(name));
    const told = await this.imports.rows(context, {
      ...range,
      names: asContacts ? [...names, ...CONTACT_NAMES] : names,
    });
    for (const row of importedBeside(found, told)) found.push(row);
    return found;
  }

  /** Of imports every name may be told, so they are read apart. */
  private sources(): readonly (FactSource & { readonly source: KpiSource })[] {
    const { forecast, requirement, coverage, roster, wellbeing } = this.plan;
    return [this.contacts, forecast, requirement, coverage, roster, this.states, this.adherence, wellbeing];
  }
}

/**
 * What imports tell of contacts stands where no interval of the queue's day is known: the intervals of a day are believed
 * before its sum. Contacts that are not of a queue are told of the channel or the organisation and stand as they are.
 */
function* importedBeside(intervals: readonly SourceRow[], told: readonly SourceRow[]): Generator<SourceRow> {
  const known = new Set(
    intervals.filter(({ facts }) => 'offered' in facts).map(({ queueId, on }) => `${queueId} ${on}`),
  );
  for (const row of told) {
    const isOfContacts = CONTACT_NAMES.some((name) => name in row.facts);
    if (!isOfContacts) {
      yield row;
      continue;
    }
    const facts: Record<string, number | null> = { ...row.facts };
    const isKnown = known.has(`${row.queueId} ${row.on}`);
    for (const name of CONTACT_NAMES) {
      if (isKnown) delete facts[name];
      else facts[name] ??= null;
    }
    yield { ...row, facts, hasContacts: facts['offered'] === undefined || facts['offered'] !== 0 };
  }
}
