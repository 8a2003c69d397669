import { Injectable } from '@nestjs/common';
import type { SkilledPerson } from '@yotei/scheduling/capacity';
import { addDays, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { AgentsService, OrganisationService } from '../organisation/index.js';

/** Leavers fewer than this say little about how many leave in a year. */
const LEAST_LEAVERS = 3;
const YEAR_DAYS = 364;

export interface PresentPeople {
  readonly people: readonly SkilledPerson[];
  readonly skills: readonly { readonly id: string; readonly name: string }[];
  /** Share that left within the last year; null where too few did to tell. */
  readonly annualAttrition: number | null;
}

/** Who is there on a day, with what skills and hours, and how many left in the year before. */
@Injectable()
export class CapacityPeopleService {
  constructor(
    private readonly agents: AgentsService,
    private readonly organisation: OrganisationService,
  ) {}

  async on(context: RequestContext, today: LocalDate): Promise<PresentPeople> {
    const hours = new Map(
      (await this.organisation.contracts(context)).map(({ id, weeklyMinutesMax }) => [id, weeklyMinutesMax / 60]),
    );
    const known = await this.agents.all(context, { hereOn: addDays(today, -YEAR_DAYS) });
    const present = known.filter(({ leftOn }) => !leftOn || leftOn >= today);
    const leavers = known.length - present.length;
    return {
      people: present.map(({ skillIds, contractId }) => ({
        groupIds: skillIds,
        paidHours: hours.get(contractId) ?? 0,
      })),
      skills: await this.organisation.skills(context),
      annualAttrition: leavers >= LEAST_LEAVERS ? leavers / (present.length + leavers / 2) : null,
    };
  }
}
