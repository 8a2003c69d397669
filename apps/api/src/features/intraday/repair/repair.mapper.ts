import { indexProblem } from '@yotei/scheduling/roster';
import { breachMessage, findRule } from '@yotei/scheduling/rules';
import type { LocalText } from '../../../platform/graphql/shared.graphql-types.js';
import { stepsOf } from './repair-moves.js';
import type { RepairKindType, RepairProposal, RepairProposals } from './repair.graphql-types.js';
import type { ProposedRepair, ProposedRepairs } from './repair.service.js';

export function proposalsOf({ picture, repairs }: ProposedRepairs): RepairProposals {
  return { at: picture.at, zone: picture.zone, proposals: repairs.map((one) => proposalOf(one, picture)) };
}

function proposalOf({ id, action }: ProposedRepair, picture: ProposedRepairs['picture']): RepairProposal {
  const { agents, activityTypes } = indexProblem(picture.case.problem);
  const personOf = (agentId: string) => ({ agentId, name: agents.get(agentId)?.name ?? agentId });
  const titleOf = (queueId: string): LocalText => {
    const found = picture.queues.find(({ queue }) => queue.id === queueId)?.queue.name;
    return found ? { ...found } : { en: queueId, ja: queueId };
  };
  const { effect, offer, wellbeing } = action;
  const { people: _people, ...wellbeingMinutes } = wellbeing;
  return {
    id,
    kind: action.kind as RepairKindType,
    queueId: action.queueId,
    queueTitle: titleOf(action.queueId),
    ...action.span,
    score: action.score,
    people: wellbeing.people,
    steps: action.changes.flatMap((change) =>
      stepsOf(change, activityTypes).map((step) => ({ ...step, ...personOf(step.agentId) })),
    ),
    offer: offer && { kind: offer.kind, ...offer.span, places: offer.places, people: offer.agentIds.map(personOf) },
    service: effect.service.map((one) => ({ ...one, title: titleOf(one.queueId) })),
    slots: effect.slots.map((slot) => ({ ...slot })),
    shortMinutesRemoved: effect.shortMinutesRemoved,
    shortMinutesAdded: effect.shortMinutesAdded,
    paidMinutes: action.paidMinutes,
    ...wellbeingMinutes,
    worseRules: action.worse.map(({ breach }) => ({
      ruleId: breach.ruleId,
      title: ruleTitle(breach.ruleId),
      agentId: breach.agentId,
      message: { en: breachMessage(breach, 'en'), ja: breachMessage(breach, 'ja') },
    })),
    betterRules: action.betterRuleIds.map((ruleId) => ({
      ruleId,
      title: ruleTitle(ruleId),
      agentId: null,
      message: null,
    })),
  };
}

function ruleTitle(ruleId: string): LocalText {
  const rule = findRule(ruleId);
  return rule ? { ...rule.title } : { en: ruleId, ja: ruleId };
}
