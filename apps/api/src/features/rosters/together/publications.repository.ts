import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import type { PublishPart } from '../schedules.repository.js';

/** Parts of a draft that agents have been told of. */
@Injectable()
export class PublicationRepository {
  /** Puts the part before the agents: its shifts are out from now on, and those that come to lie in it. */
  async publish(
    tx: EntityManager,
    context: RequestContext,
    { scheduleId, part }: { readonly scheduleId: string; readonly part: PublishPart },
  ): Promise<void> {
    await tx.query(
      `insert into schedule_publications (organisation_id, schedule_id, team_ids, from_on, until_on, published_by)
       values (app_organisation_id(), $1, $2, $3, $4, $5)`,
      [scheduleId, part.teamIds, part.fromOn, part.untilOn, context.userId],
    );
    await tx.query('update shifts set published = true where schedule_id = $1 and not published', [scheduleId]);
  }

  /** Takes everything of the schedule back from the agents. */
  async withdraw(tx: EntityManager, scheduleId: string): Promise<void> {
    await tx.query(
      'update schedule_publications set withdrawn_at = now() where schedule_id = $1 and withdrawn_at is null',
      [scheduleId],
    );
    await tx.query(
      `update schedules set state = 'draft', published_at = null, published_by = null, changes_since_publish = 0, version = version + 1, updated_at = now() where id = $1`,
      [scheduleId],
    );
    await tx.query(
      'update shifts set published = false, as_published = null where schedule_id = $1 and (published or as_published is not null)',
      [scheduleId],
    );
  }
}
