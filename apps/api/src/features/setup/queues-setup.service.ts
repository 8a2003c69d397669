import { Injectable } from '@nestjs/common';
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

/** What a queue is called, how its contacts come in, and who may take them; its goal is set with its requirement. */
@Injectable()
export class QueuesSetupService {
  constructor(
    private readonly rows: SetupRowsRepository,
    private readonly lists: SetupListsRepository,
    private readonly queues: QueueDirectory,
  ) {}

  async save(context: RequestContext, input: SetupQueueInput): Promise<SetupOutcome> {
    const { id = null, version, skillId = null, siteId = null } = input;
    const nameEn = input.nameEn.trim();
    const nameJa = input.nameJa.trim() || nameEn;
    if ([nameEn, nameJa].some(({ length }) => length < 1 || length > LONGEST_NAME))
      return invalid('nameEn', `a name has 1 to ${LONGEST_NAME} characters`);
    const skills = await this.lists.skills(context);
    if (skillId ? !skills.some((skill) => skill.id === skillId && !skill.archived) : id)
      return invalid('skillId', 'no such skill; choose one of the list');
    const { hardFraction, recoveryMinutes } = input;
    if (hardFraction != null && !(hardFraction >= 0 && hardFraction <= 1))
      return invalid('hardFraction', 'a share from 0 to 1');
    if (recoveryMinutes != null && !(recoveryMinutes >= 0 && recoveryMinutes <= MOST_RECOVERY_MINUTES))
      return invalid('recoveryMinutes', `minutes from 0 to ${MOST_RECOVERY_MINUTES}`);
    const values = {
      ...{ name_en: nameEn, name_ja: nameJa, channel: input.channel },
      ...(hardFraction !== undefined && { hard_fraction: hardFraction }),
      ...(recoveryMinutes !== undefined && { recovery_minutes: recoveryMinutes || null }),
    };
    if (id)
      return this.rows.storing(context, (tx) =>
        this.rows.save(tx, context, { table: 'queues', id, version, values: { ...values, skill_id: skillId } }),
      );
    if (!(await this.lists.sites(context)).some((site) => site.id === siteId))
      return invalid('siteId', 'no such site; choose one of the list');
    const intervalMinutes = input.intervalMinutes ?? 15;
    if (!INTERVALS.includes(intervalMinutes)) return invalid('intervalMinutes', 'intervals are 15, 30 or 60 minutes');
    return this.rows.storing(context, async (tx) => {
      const place = { name: nameEn, siteId: siteId!, intervalMinutes };
      const newId = await this.queues.create(context, { ...place, ...(skillId ? { skillId } : {}) });
      return this.rows.save(tx, context, { table: 'queues', id: newId, version: 1, values });
    });
  }
}
