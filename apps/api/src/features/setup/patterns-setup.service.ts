import { Injectable } from '@nestjs/common';
import type { Contract, RuleParameters, RuleSetting, ShiftTemplate } from '@yotei/scheduling/roster';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { RuleLevel } from '../organisation/index.js';
import { SetupCheckService, type SetupFault } from './setup-check.service.js';
import type { SetupContractInput, SetupRuleInput, SetupTemplateInput } from './setup-inputs.graphql-types.js';
import { SetupListsRepository } from './setup-lists.repository.js';
import { SetupRowsRepository, type StoredRow } from './setup-rows.repository.js';

export interface Use {
  readonly what: 'agents' | 'contracts' | 'templates' | 'queues' | 'sessions' | 'shifts';
  readonly count: number;
}

export type SetupOutcome =
  | StoredRow
  | { readonly kind: 'taken' }
  | { readonly kind: 'in-use'; readonly uses: readonly Use[] }
  | { readonly kind: 'invalid'; readonly fault: SetupFault };

const NO_NAME: SetupOutcome = {
  kind: 'invalid',
  fault: { path: 'title', message: 'name it, so that people know what it is' },
};

/** Patterns of work: contracts, shift templates and the rules of one agent's work. */
@Injectable()
export class PatternsSetupService {
  constructor(
    private readonly rows: SetupRowsRepository,
    private readonly lists: SetupListsRepository,
    private readonly check: SetupCheckService,
    private readonly clock: Clock,
  ) {}

  /** Putting away a contract that agents have is refused: they could not be planned any more. */
  async saveContract(context: RequestContext, input: SetupContractInput): Promise<SetupOutcome> {
    const title = input.title.trim();
    if (title === '') return NO_NAME;
    const contract = contractOf({ ...input, title });
    const fault = await this.check.faultOf(context, { contract });
    if (fault) return { kind: 'invalid', fault };
    const before = (await this.lists.contracts(context)).find(({ id }) => id === input.id);
    if (input.archived && before && before.agentCount > 0)
      return { kind: 'in-use', uses: [{ what: 'agents', count: before.agentCount }] };
    const id = input.id ?? uuidv7();
    return this.rows.storing(context, async (tx) => {
      const stored = await this.rows.save(tx, context, {
        ...{ table: 'contracts', id: input.id ?? null, newId: id, version: input.version },
        values: {
          title,
          weekly_minutes_min: input.weeklyMinutesMin,
          weekly_minutes_max: input.weeklyMinutesMax,
          days_per_week_max: input.daysPerWeekMax,
          rotation: contract.rotation ? JSON.stringify(contract.rotation) : null,
          archived_at: this.archivedAt(input.archived),
        },
      });
      if (stored.kind === 'saved') await linkTemplates(tx, { contract_id: id }, input.templateIds);
      return stored;
    });
  }

  /** Shifts keep a template that was put away; nobody is given it any more. */
  async saveTemplate(context: RequestContext, input: SetupTemplateInput): Promise<SetupOutcome> {
    const title = input.title.trim();
    if (title === '') return NO_NAME;
    const template = templateOf({ ...input, title });
    const fault = await this.check.faultOf(context, { template });
    if (fault) return { kind: 'invalid', fault };
    const id = input.id ?? uuidv7();
    return this.rows.storing(context, async (tx) => {
      const stored = await this.rows.save(tx, context, {
        ...{ table: 'shift_templates', id: input.id ?? null, newId: id, version: input.version },
        values: {
          title,
          earliest_start_minute: input.earliestStartMinute,
          latest_start_minute: input.latestStartMinute,
          start_step_minutes: input.startStepMinutes,
          length_minutes: input.lengthMinutes,
          activities: JSON.stringify(template.activities),
          weekdays: template.weekdays ?? null,
          archived_at: this.archivedAt(input.archived),
        },
      });
      if (stored.kind === 'saved' && input.contractIds) await linkTemplates(tx, { template_id: id }, input.contractIds);
      return stored;
    });
  }

  async saveRule(context: RequestContext, input: SetupRuleInput): Promise<SetupOutcome> {
    const rule = ruleOf(input);
    const fault = (await this.check.faultOf(context, { rule })) ?? (await this.check.lawFaultOf(context, rule));
    if (fault) return { kind: 'invalid', fault };
    return this.rows.storing(context, (tx) =>
      this.rows.save(tx, context, {
        ...{ table: 'rule_settings', id: input.id ?? null, version: input.version },
        values: {
          rule_id: rule.ruleId,
          level: rule.level,
          parameters: JSON.stringify(rule.parameters),
          weight: input.weight ?? null,
          contract_ids: idsOrNull(input.contractIds),
          site_ids: idsOrNull(input.siteIds),
        },
      }),
    );
  }

  removeRule(context: RequestContext, rule: { id: string; version: number }): Promise<SetupOutcome> {
    return this.rows.storing(context, (tx) => this.rows.remove(tx, context, { table: 'rule_settings', ...rule }));
  }

  private archivedAt(archived: boolean): string | null {
    return archived ? new Date(this.clock.now()).toISOString() : null;
  }
}

const idsOrNull = (ids: readonly string[] | null | undefined) => (ids?.length ? [...ids] : null);
const given = <T>(list: readonly T[] | null | undefined) => (list?.length ? [...list] : undefined);

function contractOf(input: SetupContractInput): Contract {
  const { title, weeklyMinutesMin, weeklyMinutesMax, daysPerWeekMax, templateIds, rotation } = input;
  return {
    ...{ id: 'changed', title, weeklyMinutesMin, weeklyMinutesMax, daysPerWeekMax, templateIds },
    ...(rotation && {
      rotation: {
        startsOn: rotation.startsOn,
        weeks: rotation.weeks.map((week) => ({ templateIds: given(week.templateIds), daysOff: given(week.daysOff) })),
      },
    }),
  };
}

function templateOf(input: SetupTemplateInput): ShiftTemplate {
  const { title, earliestStartMinute, latestStartMinute, startStepMinutes, lengthMinutes } = input;
  const weekdays = given(input.weekdays);
  return {
    ...{ id: 'changed', title, earliestStartMinute, latestStartMinute, startStepMinutes, lengthMinutes },
    activities: input.activities.map((activity) => ({ ...activity })),
    ...(weekdays && { weekdays }),
  };
}

function ruleOf(input: SetupRuleInput): RuleSetting {
  return {
    ruleId: input.ruleId,
    level: input.level === RuleLevel.MUST ? 'must' : 'prefer',
    parameters: input.parameters as RuleParameters,
    ...(input.weight !== null && input.weight !== undefined && { weight: input.weight }),
  };
}

/** The templates of one contract, or the contracts of one template, are these and no others. */
async function linkTemplates(
  tx: EntityManager,
  of: { readonly contract_id: string } | { readonly template_id: string },
  others: readonly string[],
): Promise<void> {
  const [own, other, id] =
    'contract_id' in of
      ? (['contract_id', 'template_id', of.contract_id] as const)
      : (['template_id', 'contract_id', of.template_id] as const);
  await tx.query(
    `delete from contract_templates where organisation_id = app_organisation_id() and ${own} = $1 and not ${other} = any ($2::uuid[])`,
    [id, others],
  );
  await tx.query(
    `insert into contract_templates (organisation_id, ${own}, ${other}) select app_organisation_id(), $1, o from unnest($2::uuid[]) o on conflict do nothing`,
    [id, others],
  );
}
