import { asDate, asOneOf, asText } from './search-params.js';

describe('search params typed by people', () => {
  it('take a date only when it is one', () => {
    expect(asDate('2026-11-04')).toBe('2026-11-04');
    expect([asDate('2026-13-04'), asDate('tomorrow'), asDate(20261104), asDate(undefined)]).toEqual(
      new Array(4).fill(undefined),
    );
  });

  it('take a choice only when it is offered', () => {
    expect(asOneOf('week', ['day', 'week'])).toBe('week');
    expect(asOneOf('year', ['day', 'week'])).toBeUndefined();
  });

  it('treat an empty text as absent', () => {
    expect([asText(''), asText(7), asText('q1')]).toEqual([undefined, undefined, 'q1']);
  });
});
