import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import type { SiteLawOutcome } from './law-choices.service.js';
import type { SiteLawRecord } from './law-choices.repository.js';
import type { Inspected, Trial, TrialLine } from './law-inspection.service.js';
import {
  LawInspection,
  LawTrial,
  LawTrialLine,
  NoLawChosen,
  SiteLaw,
  SiteLawChangedMeanwhile,
  SiteLawSaved,
  type LawInspectionResult,
  type LawTrialResult,
  type LawVerdict,
  type SaveSiteLawResult,
} from './law.graphql-types.js';

export function siteLawOf({ siteId, name, version, packId, fromOn, agreements }: SiteLawRecord): SiteLaw {
  return Object.assign(new SiteLaw(), { siteId, name, version, packId, fromOn, agreements });
}

export function savedOf(outcome: SiteLawOutcome): typeof SaveSiteLawResult {
  switch (outcome.kind) {
    case 'saved':
      return Object.assign(new SiteLawSaved(), { site: siteLawOf(outcome.site) });
    case 'changed-meanwhile':
      return Object.assign(new SiteLawChangedMeanwhile(), { message: 'somebody changed the site meanwhile' });
    case 'not-found':
      return NotFound.of('site');
    case 'invalid':
      return InvalidInput.of(outcome.path, outcome.message);
  }
}

const trialLineOf = ({ parameter, people, findingCount, historyMissingCount }: TrialLine): LawTrialLine =>
  Object.assign(new LawTrialLine(), {
    parameterId: parameter.id,
    findingCount,
    historyMissingCount,
    people: people.map(({ agent, count, firstOn, first }) => ({
      agentId: agent.id,
      name: agent.name,
      ...{ count, firstOn, first: { ...first } },
    })),
  });

export function trialOf(trial: Trial): typeof LawTrialResult {
  if (trial.kind === 'not-found') return NotFound.of(trial.what);
  if (trial.kind === 'invalid') return InvalidInput.of(trial.path, trial.message);
  const { fromOn, untilOn, peopleCount, shiftCount, lines } = trial;
  return Object.assign(new LawTrial(), { fromOn, untilOn, peopleCount, shiftCount, lines: lines.map(trialLineOf) });
}

export function inspectionOf(answer: Inspected): typeof LawInspectionResult {
  if (answer.kind === 'not-found') return NotFound.of(answer.what);
  if (answer.kind === 'invalid') return InvalidInput.of(answer.path, answer.message);
  if (answer.kind === 'no-law')
    return Object.assign(new NoLawChosen(), {
      message: 'the site has no law pack; choose one on the law page of set-up',
    });
  const { agent, site, choice, fromOn, untilOn, inspection } = answer;
  return Object.assign(new LawInspection(), {
    ...{ agentId: agent.id, agentName: agent.name, siteName: site.name, packId: choice.packId },
    agreements: [...choice.agreements],
    ...{ fromOn, untilOn },
    weeks: inspection.weeks.map(({ span: _span, shifts: _shifts, ...week }) => ({
      ...week,
      workedMinutes: Math.round(week.workedMinutes),
      overtimeMinutes: Math.round(week.overtimeMinutes),
      nightMinutes: Math.round(week.nightMinutes),
      breakMinutes: Math.round(week.breakMinutes),
      shortestRestMinutes: week.shortestRestMinutes === null ? null : Math.round(week.shortestRestMinutes),
    })),
    lines: inspection.lines.map(({ parameter, verdict, findings }) => ({
      parameterId: parameter.id,
      verdict: verdict as LawVerdict,
      findings: findings.map(({ message, ...finding }) => ({ ...finding, message: { ...message } })),
    })),
  });
}
