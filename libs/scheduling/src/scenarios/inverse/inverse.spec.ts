import { scenarioBase, scenarioQueue } from '../../../../../tests/kit/scenario-base.js';
import { answerScenario, botBreakEven, dearestHours, heldVolume, oneMoreAgent, tornado, waysToGoal } from '../index.js';

const DAYS = 2;
const required = scenarioQueue('a', { days: DAYS });
/** A roster of so much of what is required, before shrinkage. */
function rosterOf(share: number) {
  const { queues } = answerScenario(scenarioBase([required]), [], { withChance: false });
  return { ...required, agents: queues[0]!.series.agentsToRoster.map((agents) => Math.floor(agents * share)) };
}
const short = scenarioBase([rosterOf(0.85)]);
const ample = scenarioBase([rosterOf(1.3)]);

describe('the other way round', () => {
  it('finds the volume a team holds: just enough is held, a hundredth more is not', () => {
    for (const base of [short, ample]) {
      const { factor } = heldVolume(base);
      const levelAt = (times: number): number =>
        answerScenario(base, [{ kind: 'volume', factor: times }], { withChance: false }).total.serviceLevel;
      expect(levelAt(factor)).toBeGreaterThanOrEqual(0.8 * (1 - 1e-9));
      expect(levelAt(factor * 1.01)).toBeLessThan(0.8);
    }
    expect(heldVolume(short).factor).toBeLessThan(1);
    expect(heldVolume(ample).factor).toBeGreaterThan(1);
  });

  it('adds hours until the goal is reached, and no more than a step beyond', () => {
    const [{ added, ways }] = waysToGoal(short) as [ReturnType<typeof waysToGoal>[number]];
    expect(added!.serviceLevelBefore).toBeLessThan(0.8);
    expect(added!.serviceLevelAfter).toBeGreaterThanOrEqual(0.8 * (1 - 1e-9));
    expect(added!.serviceLevelAfter).toBeLessThan(0.805);
    expect(ways.map(({ cost }) => cost)).toEqual([...ways.map(({ cost }) => cost)].sort((a, b) => a - b));
    // Overtime without a premium is pay with contributions: hours × 1,500 × 1.15, the hours with 5 and 10 % shrinkage.
    const overtime = ways.find(({ kind }) => kind === 'overtime')!;
    expect(overtime.amount).toBeCloseTo(added!.agentHours / (0.95 * 0.9), 9);
    expect(overtime.cost).toBeCloseTo(overtime.amount * 1500 * 1.15, 6);
    expect(waysToGoal(ample)[0]).toMatchObject({ ways: [], added: { agentHours: 0 } });
  });

  it('ranks the hours of the week by the cost of a contact', () => {
    const hours = dearestHours(short);
    // From 7 to 21 o'clock on Monday and Tuesday.
    expect(hours).toHaveLength(14 * DAYS);
    const costs = hours.map(({ costPerContact }) => costPerContact);
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
  });

  it('says what one more agent gives and is paid', () => {
    const [more] = oneMoreAgent(short);
    expect(more!.serviceLevelMore).toBeGreaterThan(0);
    // One of ten more: a tenth of the paid hours, at 1,500 and 15 % contributions; channels aside.
    const { paidHours } = answerScenario(short, [], { withChance: false }).total;
    expect(more!.pay!).toBeGreaterThan((paidHours / 10) * 1500 * 1.15 - 1);
    expect(more!.worth).toBeCloseTo(more!.penaltiesSaved! - more!.pay!, 9);
  });

  it('finds the price at which a bot pays, and pays nothing at exactly that price', () => {
    const found = botBreakEven(short, { deflectedFraction: 0.2 });
    expect(found.botContacts).toBeGreaterThan(0);
    const atPrice = { ...short, costs: { ...short.costs!, botPerDeflectedContact: found.perContact! } };
    expect(botBreakEven(atPrice, { deflectedFraction: 0.2 }).netSaved).toBeCloseTo(0, 6);
  });

  it('shows what most depends on what, the widest first', () => {
    const { bars, base } = tornado(short, 'hoursToRoster');
    const widths = bars.map(({ low, high }) => Math.abs(high - low));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    const volume = bars.find(({ id }) => id === 'volume')!;
    expect(volume.low).toBeLessThan(base);
    expect(volume.high).toBeGreaterThan(base);
    // Wages change no hours.
    expect(bars.at(-1)).toMatchObject({ id: 'wages', low: base, high: base });
  });
});
