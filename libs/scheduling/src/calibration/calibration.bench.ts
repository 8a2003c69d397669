import { RandomDraws } from '../../../../tests/kit/random-draws.js';
import { ContactCalibration } from './contact-calibration.js';
import type { ContactRecord } from './contact-record.js';

const PER_DAY = 4000;
const AGENTS = 40;

/** Contacts of a centre, whole seconds, agents in turn. */
function contactsOf(count: number): readonly ContactRecord[] {
  const draws = new RandomDraws(1);
  return Array.from({ length: count }, (_, i): ContactRecord => {
    const day = Math.floor(i / PER_DAY);
    const arrivedAt = Date.UTC(2026, 0, 1 + day, 8) + Math.floor(((i % PER_DAY) / PER_DAY) * 36_000) * 1000;
    const patience = Math.round(draws.exponential(240));
    const offered = draws.uniform() < 0.4 ? 0 : Math.round(draws.exponential(60));
    if (patience < offered) return { arrivedAt, outcome: 'abandoned', waitSeconds: patience };
    const handleSeconds = Math.round(draws.lognormal(200, 1));
    return { arrivedAt, outcome: 'answered', waitSeconds: offered, handleSeconds, agent: `${i % AGENTS}` };
  });
}

/** A log read contact by contact, and the report at its end with every fit. */
export async function bench({ quick }: { readonly quick: boolean }) {
  const contacts = contactsOf(quick ? 50_000 : 400_000);
  const calibration = new ContactCalibration({ zone: 'Europe/Dublin' });
  const startedAt = performance.now();
  for (const contact of contacts) calibration.add(contact);
  const addedAt = performance.now();
  const { patience } = calibration.report();
  const reportedAt = performance.now();
  if (patience.kind !== 'patience') throw new Error('the benchmark computed nothing');
  return [
    {
      name: 'contacts of a log calibrated',
      value: (contacts.length / (addedAt - startedAt)) * 1000,
      unit: 'a second',
    },
    { name: 'report of a calibration, fits and all', value: reportedAt - addedAt, unit: 'ms' },
  ];
}
