import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { generateDemoCentre, type DemoCentre } from '@yotei/demo';
import { localDateOf, weekStartOf, type LocalDate } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { DEMO_ORGANISATION_ID, DEMO_PASSWORD, DemoFiller, type DemoOptions } from '../../platform/demo-filler.js';
import { UserAccountsService } from '../identity/user-accounts.service.js';
import { OrganisationSetupService } from '../organisation/organisation-setup.service.js';
import type { DemoFilling } from './demo-filling.js';
import { DemoLoop } from './demo-loop.js';
import { DemoIds, organisationRows } from './demo-rows.mapper.js';

/** Stores an invented centre and plans three of its weeks with the real libraries, in one transaction. */
@Injectable()
export class DemoCentreFiller extends DemoFiller {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly organisation: OrganisationSetupService,
    private readonly accounts: UserAccountsService,
    private readonly loop: DemoLoop,
  ) {
    super();
  }

  async fill(options: DemoOptions): Promise<void> {
    const today = localDateOf(this.clock.now(), 'Asia/Tokyo');
    const centre = generateDemoCentre({ seed: options.seed, agents: options.agents, weeks: options.weeks, today });
    const ids = new DemoIds();
    const context: RequestContext = {
      organisationId: DEMO_ORGANISATION_ID,
      userId: null,
      roles: ['admin'],
      requestId: randomUUID(),
    };
    await this.database.withTenant(context, async () => {
      const plannerId = await this.fillOrganisation(context, centre, { ids, today });
      const filling: DemoFilling = {
        context: { ...context, userId: plannerId, roles: ['planner'] },
        centre,
        ids,
        seed: options.seed,
        historyWeeks: options.weeks,
        today,
        thisWeekOn: weekStartOf(today),
        report: options.report,
      };
      options.report(
        `demo centre: ${centre.agents.length} agents, ${centre.queues.length} queues, ${options.weeks} weeks of history`,
      );
      await this.loop.fill(filling);
    });
  }

  private async fillOrganisation(
    context: RequestContext,
    centre: DemoCentre,
    { ids, today }: { ids: DemoIds; today: LocalDate },
  ): Promise<string> {
    await this.organisation.createOrganisation(context, centre.organisation);
    const userIds = await this.accounts.create(
      context,
      centre.signIns.map(({ email, name, role }) => ({
        email,
        displayName: name,
        password: DEMO_PASSWORD,
        locale: 'ja' as const,
        roles: [role],
      })),
    );
    const userOf = new Map(
      centre.signIns.flatMap(({ agentId }, i) => (agentId ? [[agentId, userIds[i]!] as const] : [])),
    );
    await this.organisation.fill(
      context,
      organisationRows(centre, ids, { today, userIdOf: (agentId) => userOf.get(agentId) ?? null }),
    );
    return userIds[centre.signIns.findIndex(({ role }) => role === 'planner')]!;
  }
}
