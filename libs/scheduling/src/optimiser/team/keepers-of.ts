import { intervalStart, overlaps } from '@yotei/time';
import { coverageGrid } from '../../roster/index.js';
import { activeTeamRules, type ActiveTeamRule } from '../../rules/index.js';
import type { PreparedProblem } from '../problem/prepare.js';
import { dayMask } from './duty-piece.js';
import { OnDutyKeeper } from './on-duty-keeper.js';
import { PartnersKeeper } from './partners-keeper.js';
import { SameStartKeeper } from './same-start-keeper.js';
import type { TeamKeeper } from './team-keeper.js';
import { WorkingDaysKeeper } from './working-days-keeper.js';

/** Prices of must rules, cost units a slot and a day: above what staffing can gain by breaking them. */
const MUST_SLOT_PRICE = 2_000;
const MUST_DAY_PRICE = 20_000;

type Input = Pick<PreparedProblem, 'problem' | 'frame'>;

/** Slots of the horizon that overlap a time the rule judges. */
export function openSlots({ problem, frame }: Input, { scope }: ActiveTeamRule): Uint8Array {
  const grid = coverageGrid(problem);
  const open = new Uint8Array(frame.slotCount);
  let next = 0;
  for (let slot = 0; slot < frame.slotCount; slot++) {
    const span = { startAt: intervalStart(grid, slot), endAt: intervalStart(grid, slot + 1) };
    while (next < scope.windows.length && scope.windows[next]!.endAt <= span.startAt) next++;
    if (next < scope.windows.length && overlaps(scope.windows[next]!, span)) open[slot] = 1;
  }
  return open;
}

/** 1 for each agent of the problem whose id is among them. */
export function agentMask({ problem }: Input, agents: readonly { readonly id: string }[]): Uint8Array {
  const ids = new Set(agents.map(({ id }) => id));
  return Uint8Array.from(problem.agents, ({ id }) => Number(ids.has(id)));
}

function keeperOf(input: Input, active: ActiveTeamRule): TeamKeeper {
  const { rule, setting, parameters: p, scope } = active;
  const { frame, problem } = input;
  const members = agentMask(input, scope.members);
  const weight = setting.weight ?? 1;
  const must = setting.level === 'must';
  const unit = rule.amountUnit === 'minutes' ? frame.slotMinutes : 1;
  const price = must ? (rule.amountUnit === 'minutes' ? MUST_SLOT_PRICE : MUST_DAY_PRICE) : weight * unit;
  const days = dayMask(problem, scope.days);
  const dayOfSlot = Int32Array.from({ length: frame.slotCount }, (_, slot) =>
    Math.min(days.length - 1, Math.floor((slot * frame.slotMinutes) / 1440)),
  );
  const { engine } = rule;
  switch (engine.kind) {
    case 'on-duty': {
      const terms = { least: engine.least(p), most: engine.most(p), contactOnly: engine.contactOnly(p) };
      return new OnDutyKeeper({ members, open: openSlots(input, active), price, dayOfSlot, ...terms });
    }
    case 'working-days': {
      const count = scope.members.length;
      return new WorkingDaysKeeper({
        members,
        days,
        price,
        least: engine.least(p, count),
        most: engine.most(p, count),
      });
    }
    case 'partners-present': {
      const partners = agentMask(input, scope.partners);
      return new PartnersKeeper({ members, partners, days, slotCount: frame.slotCount, price, dayOfSlot });
    }
    case 'same-start':
      return new SameStartKeeper({ members, days, price });
  }
}

/** A keeper for each rule across agents that costs anything. */
export function keepersOf(input: Input): TeamKeeper[] {
  return activeTeamRules(input.problem)
    .filter(({ setting }) => setting.level === 'must' || setting.weight !== 0)
    .map((active) => keeperOf(input, active));
}
