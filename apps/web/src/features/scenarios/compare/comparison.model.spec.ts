import type { ScenarioAnswer, ScenarioFigures } from '@yotei/scheduling/scenarios';
import { activate } from '../../../app/i18n/language.js';
import { messages } from '../../../app/locales/en/index.js';
import { comparedRows, comparisonCsv, type ComparedColumn, type ComparedRow } from './comparison.model.js';

const figures = (part: Partial<ScenarioFigures>) =>
  ({
    contacts: 100,
    averageHandleSeconds: 300,
    requiredHours: Number.NaN,
    requiredPaidHours: Number.NaN,
    peakAgentsToRoster: Number.NaN,
    requiredFte: Number.NaN,
    serviceLevel: Number.NaN,
    occupancy: Number.NaN,
    chanceToMeet: Number.NaN,
    abandonment: Number.NaN,
    asaSeconds: Number.NaN,
    missedIntervals: 0,
    botContacts: 0,
    workingHours: Number.NaN,
    cost: null,
    requiredCost: null,
    ...part,
  }) as ScenarioFigures;
const column = (id: string, total: ScenarioFigures): ComparedColumn => ({
  id,
  title: id,
  state: 'answered',
  answer: { total, queues: [], days: [], weeks: [], skills: [], currency: null } as ScenarioAnswer,
});

beforeEach(() => activate('en', messages));

describe('scenarios side by side', () => {
  const columns = [
    column('base', figures({ requiredHours: 120, serviceLevel: 0.8, occupancy: 0.7 })),
    column('a', figures({ requiredHours: 90.25, serviceLevel: 0.8, occupancy: 0.9 })),
    column('b', figures({ requiredHours: 150, serviceLevel: 0.9, occupancy: 0.8 })),
  ];
  let rows: readonly ComparedRow[] = [];
  beforeEach(() => void (rows = comparedRows(columns, {})));
  const best = (id: string) => rows.find(({ figure }) => figure.id === id)?.best;

  it('mark the best of each row by which way is good, and none where no way is', () => {
    expect(best('requiredHours')).toEqual([1]);
    expect(best('serviceLevel')).toEqual([2]);
    expect(best('occupancy')).toEqual([]);
  });

  it('leave out what nobody knows', () => {
    expect(rows.map(({ figure }) => figure.id)).toEqual([
      'requiredHours',
      'serviceLevel',
      'occupancy',
      'contacts',
      'handleTime',
    ]);
  });

  it('go to a spreadsheet with every digit', () => {
    expect(comparisonCsv(columns, rows).split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFMeasure,base,a,b',
      'Required hours,120,90.25,150',
    ]);
  });
});
