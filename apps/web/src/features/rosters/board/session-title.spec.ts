import type { BoardShift } from './model.js';
import { sessionTitleOf } from './session-title.js';

const [CONTACT, MEETING] = [0, 1];
const shift = (activities: readonly number[], sessions?: BoardShift['sessions']): BoardShift => ({
  id: 'a',
  version: 1,
  agent: 0,
  start: 0,
  length: 240,
  templateId: null,
  locked: false,
  handEdited: false,
  changed: false,
  activities,
  ...(sessions && { sessions }),
});
const huddle = { type: MEETING, start: 60, length: 30, title: 'Huddle' };
const said = (one: BoardShift) => one.activities.filter((_, k) => k % 3 === 0).map((_, k) => sessionTitleOf(one, k));

describe('the title of a session on a shift', () => {
  it('is that of the activity where it is placed, and of no other', () => {
    const both = shift([CONTACT, 0, 30, MEETING, 30, 30, MEETING, 60, 30, CONTACT, 90, 150], [huddle]);
    expect(said(both)).toEqual([null, null, 'Huddle', null]);
    expect(said(shift([CONTACT, 0, 240]))).toEqual([null]);
  });

  it('goes along with an activity that was moved, and not with one that became another', () => {
    const moved = shift([CONTACT, 0, 90, MEETING, 90, 30, CONTACT, 120, 120], [huddle]);
    expect(said(moved)).toEqual([null, 'Huddle', null]);
    expect(said(shift([CONTACT, 0, 90, MEETING, 90, 60, CONTACT, 150, 90], [huddle]))).toEqual([null, null, null]);
  });
});
