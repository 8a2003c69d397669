import { keptSearch } from './demand-tabs.js';

describe('going from one page of demand to another', () => {
  it('keeps the queue and the day, and leaves what only one page understands', () => {
    expect(keptSearch({ queue: 'q1', from: '2026-11-23', zoom: 'week', view: 'table' })).toEqual({
      queue: 'q1',
      from: '2026-11-23',
    });
  });

  it('passes nothing on that is not there or is no day', () => {
    expect(keptSearch({ from: 'tomorrow' })).toEqual({});
  });
});
