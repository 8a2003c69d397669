import type { AgentsFile, RulesFile } from '@yotei/scheduling/roster';
import type { LocalDate, ZoneId } from '@yotei/time';
import { v7 as uuidv7 } from 'uuid';
import { rotationRow, teamPlanRows, type IdsOfWords } from './team-plan-files.mapper.js';
import type { OrganisationSetup } from '../organisation/organisation-setup.service.js';

/** Rows of a new organisation and the ids given to the files' words. */
export interface CentreRows {
  readonly setup: Omit<OrganisationSetup, 'name' | 'isDemo'>;
  readonly queues: readonly { readonly name: string; readonly skillId: string; readonly siteId: string }[];
}

export interface CentreOptions {
  /** Names the site of agents who name none. */
  readonly organisationName: string;
  /** ISO 3166 code; chooses the public holidays. */
  readonly country: string;
  readonly today: LocalDate;
  readonly userIdOf: (agentId: string) => string | null;
}

/** Words, letters and colours of the activity types every organisation knows; others take the last of the list. */
const LOOKS: Readonly<Record<string, { ja: string; letters: readonly [string, string]; token: string }>> = {
  contact: { ja: '応対', letters: ['', ''], token: 'contact' },
  break: { ja: '休憩', letters: ['B', '休'], token: 'break' },
  lunch: { ja: '昼休み', letters: ['L', '昼'], token: 'lunch' },
  'own-time': { ja: '中抜け', letters: ['P', '私'], token: 'lunch' },
  training: { ja: '研修', letters: ['T', '研'], token: 'training' },
  meeting: { ja: '会議', letters: ['M', '会'], token: 'meeting' },
  coaching: { ja: '面談', letters: ['C', '面'], token: 'coaching' },
};

/** One id for each word of a kind. */
class Words {
  private readonly ids = new Map<string, string>();

  of(word: string): string {
    const id = this.ids.get(word) ?? uuidv7();
    this.ids.set(word, id);
    return id;
  }

  rows<T>(toRow: (word: string, id: string) => T): T[] {
    return [...this.ids].map(([word, id]) => toRow(word, id));
  }
}

/** Who is where: sites by name and zone, teams by site and name. */
class Places {
  readonly sites = new Words();
  readonly teams = new Words();

  constructor(
    private readonly file: AgentsFile,
    private readonly otherwise: string,
  ) {}

  siteOf(agent: { siteId?: string; zone?: ZoneId }): string {
    return this.sites.of(`${agent.siteId ?? this.otherwise}\n${agent.zone ?? this.file.zone}`);
  }

  teamOf(agent: AgentsFile['agents'][number]): string {
    return this.teams.of(`${this.siteOf(agent)}\n${agent.teamId ?? 'Team 1'}`);
  }
}

function activityTypeRows(file: AgentsFile): CentreRows['setup']['activityTypes'] {
  return file.activityTypes.map(({ id, title, paid, contactWork }, position) => {
    const look = LOOKS[id] ?? {
      ja: title,
      letters: [title.slice(0, 1), title.slice(0, 1)] as const,
      token: 'back-office',
    };
    return {
      id,
      title_en: title,
      title_ja: look.ja,
      letter_en: look.letters[0],
      letter_ja: look.letters[1],
      paid,
      contact_work: contactWork,
      colour_token: look.token,
      position,
    };
  });
}

function workRows(file: AgentsFile, templates: Words, contracts: Words) {
  return {
    shiftTemplates: file.templates.map((template) => ({
      id: templates.of(template.id),
      title: template.title,
      earliest_start_minute: template.earliestStartMinute,
      latest_start_minute: template.latestStartMinute,
      start_step_minutes: template.startStepMinutes,
      length_minutes: template.lengthMinutes,
      activities: template.activities,
      weekdays: template.weekdays ?? null,
    })),
    contracts: file.contracts.map((contract) => ({
      id: contracts.of(contract.id),
      title: contract.title,
      weekly_minutes_min: contract.weeklyMinutesMin,
      weekly_minutes_max: contract.weeklyMinutesMax,
      days_per_week_max: contract.daysPerWeekMax,
      rotation: rotationRow(contract.rotation, { templates: (word) => [templates.of(word)] }),
    })),
    contractTemplates: file.contracts.flatMap(({ id, templateIds }) =>
      templateIds.map((templateId) => ({ contract_id: contracts.of(id), template_id: templates.of(templateId) })),
    ),
  };
}

function ruleRows(rules: RulesFile, ids: IdsOfWords): CentreRows['setup']['ruleSettings'] {
  return rules.rules.map(({ ruleId, level, parameters, weight, contractIds, siteIds }) => ({
    rule_id: ruleId,
    level,
    parameters: parameters ?? {},
    weight: weight ?? null,
    contract_ids: contractIds?.flatMap(ids.contracts) ?? null,
    site_ids: siteIds?.flatMap(ids.sites) ?? null,
  }));
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** The rows that the roster files describe (docs/cli/roster-format.md), with ids of their own. */
export function centreRows(file: AgentsFile, rules: RulesFile, options: CentreOptions): CentreRows {
  const [skills, templates, contracts] = [new Words(), new Words(), new Words()];
  const places = new Places(file, options.organisationName);
  const home = places.siteOf({});
  const queues = file.queues.map(({ queueId, skillId }) => ({
    name: queueId,
    skillId: skills.of(skillId),
    siteId: home,
  }));
  const agentIds = file.agents.map(() => uuidv7());
  const ids: IdsOfWords = {
    agents: (word) => file.agents.flatMap(({ id }, i) => (id === word ? [agentIds[i]!] : [])),
    // Agents know their team and site by name alone; the same name in two zones or at two sites is several.
    teams: (word) => unique(file.agents.filter(({ teamId }) => teamId === word).map((agent) => places.teamOf(agent))),
    sites: (word) => unique(file.agents.filter(({ siteId }) => siteId === word).map((agent) => places.siteOf(agent))),
    contracts: (word) => [contracts.of(word)],
    skills: (word) => [skills.of(word)],
    templates: (word) => [templates.of(word)],
  };
  const agents = file.agents.map((agent, i) => ({
    id: agentIds[i]!,
    user_id: options.userIdOf(agent.id),
    name: agent.name,
    name_reading: '',
    site_id: places.siteOf(agent),
    team_id: places.teamOf(agent),
    contract_id: contracts.of(agent.contractId),
    seniority: agent.seniority ?? ('entry' as const),
    hired_on: options.today,
    availability: agent.availability ?? [],
    rotation: rotationRow(agent.rotation, ids),
    rotation_offset_weeks: agent.rotationOffsetWeeks ?? 0,
    young_until_on: agent.youngUntilOn ?? null,
  }));
  const agentSkills = file.agents.flatMap(({ skillIds }, i) =>
    skillIds.map((skillId, rank) => ({ agent_id: agentIds[i]!, skill_id: skills.of(skillId), priority: rank + 1 })),
  );
  const setup = {
    ...workRows(file, templates, contracts),
    activityTypes: activityTypeRows(file),
    agents,
    agentSkills,
    ruleSettings: ruleRows(rules, ids),
    ...teamPlanRows(file, rules, ids),
    skills: skills.rows((code, id) => ({ id, code, name: code })),
    sites: places.sites.rows((key, id) => {
      const [name, zone] = key.split('\n') as [string, string];
      return { id, name, zone, country: options.country, week_start: 1 };
    }),
    teams: places.teams.rows((key, id) => {
      const [siteId, name] = key.split('\n') as [string, string];
      return { id, site_id: siteId, name };
    }),
  };
  return { setup, queues };
}
