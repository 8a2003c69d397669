import {
  findPolicy,
  workedSpans,
  type ExchangeReason,
  type ExchangeVerdict,
  type PartyEffect,
  type VerdictColour,
} from '@yotei/scheduling/exchanges';
import { breachMessage, findRule, findTeamRule } from '@yotei/scheduling/rules';
import type { Instant, Interval } from '@yotei/time';
import { impossibleText } from './impossible-text.js';

export interface Both {
  readonly en: string;
  readonly ja: string;
}

export interface ReasonView {
  readonly kind: ExchangeReason['kind'];
  readonly outcome: 'review' | 'refuse';
  /** Rule, policy or code: what the reason is called. */
  readonly code: string;
  readonly agentId: string | null;
  readonly by: number | null;
  readonly title: Both;
  readonly message: Both;
}

export interface PartyView {
  readonly agentId: string;
  readonly gives: readonly Interval[];
  readonly takes: readonly Interval[];
  readonly paidMinutesBefore: number;
  readonly paidMinutesAfter: number;
  readonly leastRestMinutesBefore: number | null;
  readonly leastRestMinutesAfter: number | null;
}

export interface SlotView {
  readonly queueId: string;
  readonly startAt: Instant;
  readonly agentsToRoster: number;
  readonly scheduledBefore: number;
  readonly scheduledAfter: number;
  readonly serviceBefore: number | null;
  readonly serviceAfter: number | null;
}

export interface ServiceDayView {
  readonly queueId: string;
  readonly on: string;
  readonly before: number;
  readonly after: number;
}

/** A verdict as it is stored and sent: plain data with its sentences, so that it reads the same in a year. */
export interface VerdictView {
  readonly colour: VerdictColour;
  readonly reasons: readonly ReasonView[];
  readonly parties: readonly PartyView[];
  readonly slots: readonly SlotView[];
  readonly serviceDays: readonly ServiceDayView[];
  readonly shortMinutesAdded: number;
  readonly shortMinutesRemoved: number;
  readonly costChange: number;
}

const round = (value: number, digits = 4): number => Number(value.toFixed(digits));

export function verdictView({ colour, reasons, parties, coverage, service }: ExchangeVerdict): VerdictView {
  return {
    colour,
    reasons: reasons.map(reasonView),
    parties: parties.map(partyView),
    slots: coverage.slots.map((slot) => ({
      ...slot,
      scheduledBefore: round(slot.scheduledBefore),
      scheduledAfter: round(slot.scheduledAfter),
      serviceBefore: slot.serviceBefore === null ? null : round(slot.serviceBefore),
      serviceAfter: slot.serviceAfter === null ? null : round(slot.serviceAfter),
    })),
    serviceDays: (service?.days ?? []).map((day) => ({ ...day, before: round(day.before), after: round(day.after) })),
    shortMinutesAdded: round(coverage.shortMinutesAdded),
    shortMinutesRemoved: round(coverage.shortMinutesRemoved),
    costChange: round(coverage.costChange),
  };
}

function partyView(party: PartyEffect): PartyView {
  const { agentId, before, after, paidMinutesBefore, paidMinutesAfter } = party;
  return {
    agentId,
    gives: before.filter((shift) => !after.includes(shift)).flatMap(workedSpans),
    takes: after.filter((shift) => !before.includes(shift)).flatMap(workedSpans),
    paidMinutesBefore,
    paidMinutesAfter,
    leastRestMinutesBefore: party.leastRestMinutesBefore,
    leastRestMinutesAfter: party.leastRestMinutesAfter,
  };
}

function reasonView(reason: ExchangeReason): ReasonView {
  const { kind, outcome } = reason;
  switch (reason.kind) {
    case 'impossible': {
      const text = impossibleText(reason.code);
      return { kind, outcome, code: reason.code, agentId: null, by: null, title: text, message: text };
    }
    case 'rule':
    case 'team-rule': {
      const { breach, by } = reason;
      const rule = findRule(breach.ruleId) ?? findTeamRule(breach.ruleId);
      return {
        kind,
        outcome,
        code: breach.ruleId,
        agentId: reason.kind === 'rule' ? reason.agentId : null,
        by,
        title: rule ? { ...rule.title } : { en: breach.ruleId, ja: breach.ruleId },
        message: { en: breachMessage(breach, 'en'), ja: breachMessage(breach, 'ja') },
      };
    }
    case 'policy': {
      const policy = findPolicy(reason.policyId)!;
      const fill = (text: string) =>
        text.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(reason.values[key] ?? ''));
      return {
        kind,
        outcome,
        code: policy.id,
        agentId: reason.agentId ?? null,
        by: null,
        title: { ...policy.title },
        message: { en: fill(policy.message.en), ja: fill(policy.message.ja) },
      };
    }
  }
}
