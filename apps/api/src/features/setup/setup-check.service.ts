import { Injectable } from '@nestjs/common';
import {
  DEFAULT_WEIGHTS,
  type Contract,
  type RosterProblem,
  type RuleSetting,
  type ShiftTemplate,
} from '@yotei/scheduling/roster';
import { laxerThanLaw } from '@yotei/scheduling/law';
import { validateProblem } from '@yotei/scheduling/rules';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LawTermsService } from '../law/law-terms.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';

export interface SetupFault {
  readonly path: string;
  readonly message: string;
}

/** One thing that is about to be stored, in the words of the library. */
export type Judged =
  { readonly contract: Contract } | { readonly template: ShiftTemplate } | { readonly rule: RuleSetting };

const MONDAY = { on: '2026-01-05', at: Date.UTC(2026, 0, 5) };

/** Whether the roster library can work with a template, contract or rule; the same check that planning makes. */
@Injectable()
export class SetupCheckService {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly law: LawTermsService,
  ) {}

  /** Where a must rule would promise less than the law of a site it covers: a centre may only be stricter. */
  async lawFaultOf(context: RequestContext, rule: RuleSetting): Promise<SetupFault | null> {
    const [laxer] = laxerThanLaw(rule, await this.law.settings(context));
    if (!laxer) return null;
    const { key, own, law, source } = laxer;
    const message = `${key} (${own}) must ask for at least as much as the law of a site: ${law} (${source})`;
    return { path: `parameters.${key}`, message };
  }

  /** The first fault of what is given, with its path inside it; null when there is none. */
  async faultOf(context: RequestContext, judged: Judged): Promise<SetupFault | null> {
    const problem: RosterProblem = {
      ...(await this.emptyWeek(context)),
      ...('contract' in judged && { contracts: [judged.contract] }),
      ...('rule' in judged && { rules: [judged.rule] }),
      ...('template' in judged && { templates: [judged.template] }),
    };
    const answer = validateProblem(problem);
    if (answer.kind === 'valid') return null;
    const list = 'contract' in judged ? 'contracts[0]' : 'rule' in judged ? 'rules[0]' : 'templates[0]';
    const fault = answer.faults.find(({ path }) => path.startsWith(list));
    return fault ? { path: fault.path.slice(list.length + 1), message: fault.message } : null;
  }

  /** The organisation's patterns in a week of no matter, without people and demand. */
  private async emptyWeek(context: RequestContext): Promise<RosterProblem> {
    const types = await this.organisation.activityTypes(context);
    const templates = await this.organisation.shiftTemplates(context);
    return {
      zone: 'UTC',
      startsOn: MONDAY.on,
      weeks: 1,
      slotMinutes: 15,
      activityTypes: types.map(({ id, title, paid, contactWork }) => ({ id, title: title.en, paid, contactWork })),
      templates: templates.map(({ weekdays, archived: _, ...template }) => ({
        ...template,
        ...(weekdays && { weekdays }),
      })),
      contracts: [],
      agents: [],
      demand: [],
      weights: DEFAULT_WEIGHTS,
      rules: [],
      timeOff: [],
      preferences: [],
      history: [],
      historyFromAt: MONDAY.at,
      fixedShifts: [],
    };
  }
}
