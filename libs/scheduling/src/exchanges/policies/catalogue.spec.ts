import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicies, EXCHANGE_POLICIES, policyFaults } from './catalogue.js';

describe('the catalogue of exchange policies', () => {
  it('lists every policy file once', () => {
    const files = readdirSync(join(__dirname)).filter((name) => name.endsWith('.policy.ts'));
    expect(EXCHANGE_POLICIES.map(({ id }) => `${id}.policy.ts`).sort()).toEqual(files.sort());
  });

  it('has defaults that its own check accepts, and names what is wrong with others', () => {
    expect(policyFaults(defaultPolicies())).toEqual([]);
    for (const { parameters } of EXCHANGE_POLICIES)
      for (const spec of parameters) expect(spec.default >= spec.min && spec.default <= spec.max).toBe(true);
    expect(
      policyFaults([
        { policyId: 'magic', outcome: 'allow' },
        { policyId: 'notice', outcome: 'refuse', parameters: { leastMinutes: -1, hours: 2 } },
      ]),
    ).toEqual([
      { kind: 'unknown-policy', policyId: 'magic' },
      { kind: 'out-of-range', policyId: 'notice', key: 'leastMinutes', min: 0, max: 40_320 },
      { kind: 'unknown-parameter', policyId: 'notice', key: 'hours' },
    ]);
  });
});
