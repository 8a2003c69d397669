import { DAY_MILLIS, startOfLocalDay } from '@yotei/time';
import { newTestCentre, TEST_TODAY } from '../../../../../../tests/kit/test-centre.js';
import { useTestApi } from '../../../../../../tests/kit/test-api.js';
import { DailyFactsRepository } from './daily-facts.repository.js';

const api = useTestApi();

/** Days of a site that counts work outside the shift: eight hours of shift, half an hour out, two hours before and after it. */
const JUDGED = `
insert into adherence_days (organisation_id, agent_id, on_date, team_id, span, judged_until, final, scheduled_seconds, out_seconds, explained_seconds,
  ignored_seconds, unknown_seconds, outside_seconds, contact_scheduled_seconds, contact_worked_seconds, settings, input_hash)
select organisation_id, id, $2::date, team_id, tstzrange(now(), now() + interval '8 hours'), now(), true, 28800, 1800, 0, 0, 0, 7200, 0, 0,
  '{"countsOutsideShift": true}', 'x' from agents where organisation_id = $1`;

it('divides adherence by what the site counts, as every other screen does', async () => {
  const { context } = await newTestCentre(api);
  await api.db.peek(JUDGED, [context.organisationId, TEST_TODAY]);
  const startAt = startOfLocalDay(TEST_TODAY, 'Asia/Tokyo');
  const repository = api.app.get(DailyFactsRepository, { strict: false });
  const { adherence } = await repository.done(context, TEST_TODAY, { startAt, endAt: startAt + DAY_MILLIS });
  expect(adherence).toBeCloseTo(1 - 1800 / (28800 + 7200), 12); // by the shift alone it would be 1 - 1800 / 28800
}, 60_000);
