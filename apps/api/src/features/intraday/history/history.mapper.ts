import { eachSeconds, type SummedSeconds } from '@yotei/scheduling/adherence';
import type { AgentSum, TeamDaySum } from './adherence-sums.repository.js';
import { AdherenceHistory, AgentAdherenceHistory, type AdherenceSeconds } from './history.graphql-types.js';

const secondsOf = (rows: readonly SummedSeconds[]): AdherenceSeconds =>
  eachSeconds((name) => rows.map((row) => row[name]));

export const historyOf = (rows: readonly TeamDaySum[]): AdherenceHistory =>
  Object.assign(new AdherenceHistory(), {
    on: rows.map(({ on }) => on),
    teamId: rows.map(({ teamId }) => teamId),
    agents: rows.map(({ agents }) => agents),
    seconds: secondsOf(rows),
  });

export const agentHistoryOf = (rows: readonly AgentSum[]): AgentAdherenceHistory =>
  Object.assign(new AgentAdherenceHistory(), {
    agentId: rows.map(({ agentId }) => agentId),
    name: rows.map(({ name }) => name),
    teamId: rows.map(({ teamId }) => teamId),
    days: rows.map(({ days }) => days),
    seconds: secondsOf(rows),
  });
