import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { FactSource, type SourceRange, type SourceRow } from './fact-source.js';
import { QueueDaysRepository } from './queue-days.repository.js';

/** What telephone and helpdesk systems told by interval. */
@Injectable()
export class ContactsSource extends FactSource {
  readonly source = 'contacts';

  constructor(private readonly days: QueueDaysRepository) {
    super();
  }

  async rows(context: RequestContext, range: SourceRange): Promise<SourceRow[]> {
    return (await this.days.days(context, range)).map(({ queueId, on, ...facts }) => ({
      ...{ queueId, on, facts },
      teamId: null,
      hasContacts: facts.offered > 0,
    }));
  }
}
