import { goldenMismatches, staffingGolden } from '../../../../../tests/kit/staffing-golden.js';
import { erlangBModel } from './erlang-b.model.js';

describe('Erlang B against 60-digit reference values', () => {
  it('agrees on blocking and occupancy from 0.001 to 100,000 erlangs', () => {
    const rows = staffingGolden('erlang-b');
    const wrong = goldenMismatches(rows, (row) => {
      const load = { contacts: row['offered_load']!, intervalSeconds: 60, averageHandleSeconds: 60 };
      const state = erlangBModel.performance(load, row['servers']!);
      return { p_block: state.blockingFraction, occupancy: state.occupancyFraction };
    });
    expect(rows.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });
});
