import { overlaps } from '@yotei/time';
import { judgeAgent } from '../evaluation/index.js';
import type { Shift } from '../roster/index.js';
import type { PlacedShift } from './exchange-request.js';
import type { ExchangeDesk } from './judge-exchange.js';
import { compareJudgements } from './party-effect.js';
import { takenBy } from './taken-shift.js';

/**
 * Whether single agents could take a shift, in place of one of theirs or besides: must rules of one agent alone. Shifts
 * alike in times and activities are asked once. Rules across agents and policies are left to the whole verdict.
 */
export class TakeCheck {
  /** Judgements made, for those who watch the price. */
  judged = 0;
  private readonly answers = new Map<string, boolean>();
  private readonly forms = new Map<string, number>();
  private readonly formOf = new Map<Shift, number>();

  constructor(private readonly desk: ExchangeDesk) {}

  /** `gives` null: the shift comes on top. */
  allows(agentId: string, gives: PlacedShift | null, takes: Shift): boolean {
    const rest = this.desk.shelf.shiftsOf(agentId).filter((shift) => shift !== gives);
    // No rule set lets an agent be in two places: the cheapest no.
    if (rest.some((shift) => overlaps(shift, takes))) return false;
    const key = `${agentId} ${gives?.id ?? ''} ${this.form(takes)}`;
    let answer = this.answers.get(key);
    if (answer === undefined) this.answers.set(key, (answer = this.judge(agentId, rest, takes)));
    return answer;
  }

  /** Whether the holder breaks nothing by not working it. */
  allowsGiving(gives: PlacedShift): boolean {
    const { agentId } = gives;
    const rest = this.desk.shelf.shiftsOf(agentId).filter((shift) => shift !== gives);
    return this.breaksNothing(agentId, rest);
  }

  private judge(agentId: string, rest: readonly Shift[], takes: Shift): boolean {
    const { problem } = this.desk.shelf;
    const taken = takenBy(problem, takes, agentId).shift;
    const shifts = [...rest, taken].sort((a, b) => a.startAt - b.startAt);
    return this.breaksNothing(agentId, shifts);
  }

  /** Whether these shifts in place of all the agent's own break no must rule by more. */
  breaksNothing(agentId: string, shifts: readonly Shift[]): boolean {
    this.judged += 1;
    const judged = judgeAgent(this.desk.shelf.problem, agentId, shifts);
    const { worse } = compareJudgements(this.desk.judgementOf(agentId), judged);
    return worse.every(({ breach }) => breach.level !== 'must');
  }

  /** Number of the form of a shift: all that a taker would work. */
  private form(shift: Shift): number {
    let form = this.formOf.get(shift);
    if (form === undefined) {
      const parts = shift.activities.map((one) => [one.activityTypeId, one.queueId, one.sessionId, one.startAt]);
      const text = JSON.stringify([shift.templateId, shift.agreedForm, shift.endAt, parts]);
      form = this.forms.get(text) ?? this.forms.size;
      this.forms.set(text, form);
      this.formOf.set(shift, form);
    }
    return form;
  }
}
