import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { QueueDirectory } from '../demand/index.js';
import type { SetupOutcome } from './patterns-setup.service.js';
import type { SetupQueueInput } from './queues-setup.graphql-types.js';
import { SetupListsRepository } from './setup-lists.repository.js';
import { SetupRowsRepository } from './setup-rows.repository.js';

const LONGEST_NAME = 80;
const INTERVALS = [15, 30, 60];
const MOST_RECOVERY_MINUTES = 60;

const invalid = (path: string, message: string): SetupOutcome => ({ kind: 'invalid', fault: { path, message } });

/** What a queue is called, how its contacts come in, who may take them, and whether it is planned; its goal is set with its requirement. */
@Injectable()
export class QueuesSetupService {
  constructor(
    private readonly rows: SetupRowsRepository,
    private readonly lists: SetupListsRepository,
    private readonly queues: QueueDirectory,
    private readonly clock: Clock,
  ) {}

  /** Putting away is never refused: people keep the skill, and weeks ahead are planned without the queue from their next requirement on. */
  async save(context: RequestContext, input: SetupQueueInput): Promise<SetupOutcome> {
    const before = input.id ? await this.queues.byId(context, input.id) : null;
    const archived = input.archived ?? before?.archivedOn != null;
    const fault = await this.faultOf(context, input, archived);
    if (fault) return fault;
    const values = {
      ...valuesOf(input),
      ...(archived !== (before?.archivedOn != null) && { archived_at: this.archivedAt(archived) }),
    };
    const { id, version, skillId } = input;
    if (id)
      return this.rows.storing(context, (tx) =>
        this.rows.save(tx, context, {
          table: 'queues',
          id,
          version,
          values: { ...values, ...(skillId && { skill_id: skillId }) },
        }),
      );
    return this.rows.storing(context, async (tx) => {
      const place = { name: values.name_en, siteId: input.siteId!, intervalMinutes: input.intervalMinutes ?? 15 };
      const newId = await this.queues.create(context, { ...place, ...(skillId ? { skillId } : {}) });
      return this.rows.save(tx, context, { table: 'queues', id: newId, version: 1, values });
    });
  }

  private async faultOf(
    context: RequestContext,
    input: SetupQueueInput,
    archived: boolean,
  ): Promise<SetupOutcome | null> {
    const { id, skillId, hardFraction, recoveryMinutes } = input;
    const { name_en, name_ja } = valuesOf(input);
    if ([name_en, name_ja].some(({ length }) => length < 1 || length > LONGEST_NAME))
      return invalid('nameEn', `a name has 1 to ${LONGEST_NAME} characters`);
    const skill = (await this.lists.skills(context)).find((one) => one.id === skillId);
    if (skillId && (!skill || (skill.archived && !archived)))
      return invalid('skillId', 'no such skill; choose one of the list');
    if (hardFraction != null && !(hardFraction >= 0 && hardFraction <= 1))
      return invalid('hardFraction', 'a share from 0 to 1');
    if (recoveryMinutes != null && !(recoveryMinutes >= 0 && recoveryMinutes <= MOST_RECOVERY_MINUTES))
      return invalid('recoveryMinutes', `minutes from 0 to ${MOST_RECOVERY_MINUTES}`);
    return id ? null : this.placeFault(context, input);
  }

  /** Where a new one is and how it is counted. */
  private async placeFault(context: RequestContext, input: SetupQueueInput): Promise<SetupOutcome | null> {
    if (!(await this.lists.sites(context)).some((site) => site.id === input.siteId))
      return invalid('siteId', 'no such site; choose one of the list');
    if (!INTERVALS.includes(input.intervalMinutes ?? 15))
      return invalid('intervalMinutes', 'intervals are 15, 30 or 60 minutes');
    return null;
  }

  private archivedAt(archived: boolean): string | null {
    return archived ? new Date(this.clock.now()).toISOString() : null;
  }
}

function valuesOf({ nameEn, nameJa, channel, hardFraction, recoveryMinutes }: SetupQueueInput) {
  const name = nameEn.trim();
  return {
    ...{ name_en: name, name_ja: nameJa.trim() || name, channel },
    ...(hardFraction !== undefined && { hard_fraction: hardFraction }),
    ...(recoveryMinutes !== undefined && { recovery_minutes: recoveryMinutes || null }),
  };
}
