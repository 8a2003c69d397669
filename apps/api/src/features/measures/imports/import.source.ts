import { Injectable } from '@nestjs/common';
import { WEIGHT } from '@yotei/scheduling/measures';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { FactSource, type SourceRange, type SourceRow } from '../sources/fact-source.js';
import { ImportedFactsRepository, type ImportedFact } from './imported-facts.repository.js';

const placeOf = ({ on, startAt, queueId, teamId, channel }: ImportedFact): string =>
  [on, startAt, queueId, teamId, channel].join(' ');

/** What other systems told: surveys, tickets, and days of queues without interval facts. One row a place and day. */
@Injectable()
export class ImportSource extends FactSource {
  readonly source = 'import';

  constructor(private readonly facts: ImportedFactsRepository) {
    super();
  }

  async rows(context: RequestContext, range: SourceRange): Promise<SourceRow[]> {
    const places = new Map<string, SourceRow & { facts: Record<string, number> }>();
    for (const fact of await this.facts.facts(context, range)) {
      const place = placeOf(fact);
      let row = places.get(place);
      if (!row) {
        const { queueId, teamId, channel, on } = fact;
        places.set(place, (row = { queueId, teamId, channel, on, facts: {}, hasContacts: true }));
      }
      row.facts[fact.name] = fact.value;
      if (fact.weight !== null) row.facts[fact.name + WEIGHT] = fact.weight;
    }
    return [...places.values()];
  }
}
