import type { CoverCost as RosterCoverCost } from '../rosters/index.js';
import type { Judged } from './time-off-judge.service.js';
import { CoverCost, TimeOffJudgement, TimeOffKind, TimeOffRequest } from './time-off.graphql-types.js';
import type { TimeOffRow } from './time-off.repository.js';
import type { TimeOffType } from './time-off-terms.repository.js';
import type { OwnTimeOff } from './time-off.service.js';

const coverOf = ({ shifts, paidHours, shortHours }: RosterCoverCost): CoverCost => ({
  shiftCount: shifts.length,
  paidHours,
  shortHours,
});

export function requestOf(row: TimeOffRow & { position?: number | null; cover?: RosterCoverCost }): TimeOffRequest {
  const { teamId: _team, cover, position = null, ...rest } = row;
  return { ...rest, position, cover: cover ? coverOf(cover) : null };
}

export const kindOf = (type: TimeOffType & Partial<Pick<OwnTimeOff['types'][number], 'balance'>>): TimeOffKind => ({
  ...type,
  balance: type.balance ?? null,
});

export const judgementOf = ({ verdict, reason, needMinutes, balance, cover }: Judged): TimeOffJudgement =>
  Object.assign(new TimeOffJudgement(), { verdict, reason, needMinutes, balance, cover: coverOf(cover) });
