import { readEntry, type EntryWords } from './typed-entry.js';

const words: EntryWords = {
  activities: [
    { code: 'contact', names: ['contact', 'Contact work', '応対'] },
    { code: 'break', names: ['break', 'Break', '休憩', 'B', '休'] },
    { code: 'lunch', names: ['lunch', 'Lunch', '昼休み', 'L', '昼'] },
    { code: 'training', names: ['training', 'Training', '研修', 'T', '研'] },
    { code: 'back-office', names: ['back-office', 'back office', '後処理', 'O', '後'] },
  ],
  templates: [{ id: 't8', title: 'Early 8 h', earliestStartMinute: 420, lengthMinutes: 540 }],
};
const read = (text: string) => readEntry(text, words);
const shiftOf = (text: string) => {
  const entry = read(text);
  if (entry.kind !== 'shift') throw new Error(`${text} is ${JSON.stringify(entry)}`);
  return entry.shift;
};

describe('typed entry', () => {
  it.each([
    '9-17 lunch 12',
    '9-17 昼12',
    '9:00 - 17:00; Lunch 12:00',
    '９時〜１７時 昼休み１２時',
    '9時から17時まで 昼12時',
    '9am-5pm l12',
    '0900–1700, lun 12',
    '9 to 17 lunch: 12',
  ])('reads %s as nine to five with lunch at noon', (text) => {
    expect(shiftOf(text)).toEqual({
      fromMinute: 540,
      untilMinute: 1020,
      templateId: null,
      activities: [{ code: 'lunch', atMinute: 720, lengthMinutes: null }],
    });
  });

  it('reads lengths as +minutes, minutes with their unit, or an end', () => {
    for (const text of ['9-18 lunch 12:30+45', '9-18 lunch 12:30 45m', '9-18 昼12時半 45分', '9-18 lunch 12:30-13:15'])
      expect(shiftOf(text).activities).toEqual([{ code: 'lunch', atMinute: 750, lengthMinutes: 45 }]);
  });

  it('reads several activities, letters without spaces and names of two words', () => {
    expect(shiftOf('8-17 b10 lunch 12+60 back office 14+30 b15:30').activities.map(({ code }) => code)).toEqual([
      'break',
      'lunch',
      'back-office',
      'break',
    ]);
  });

  it('takes nights over midnight, and times before the start as the next day’s', () => {
    expect(shiftOf('22-6 lunch 2+60')).toMatchObject({
      fromMinute: 1320,
      untilMinute: 1800,
      activities: [{ atMinute: 1560, lengthMinutes: 60 }],
    });
  });

  it('reads a template by its title, with its own start or a typed one', () => {
    expect(shiftOf('early 8 h')).toMatchObject({ fromMinute: 420, untilMinute: 960, templateId: 't8' });
    expect(shiftOf('Early 8 h 9:30')).toMatchObject({ fromMinute: 570, untilMinute: 1110, templateId: 't8' });
  });

  it.each(['off', 'OFF', '休み', '公休', ' day off '])('reads %s as a day off', (text) =>
    expect(read(text)).toEqual({ kind: 'off' }),
  );

  it.each([
    ['holiday', 'no-span', 'holiday'],
    ['9', 'no-span', '9'],
    ['9-25', 'bad-time', '25'],
    ['9:75-10', 'bad-time', '9:75-10'],
    ['9-17 dinner 12', 'unknown-word', 'dinner'],
    ['9-17 lunch', 'no-time', ''],
    ['9-17 lunch 18', 'outside-shift', 'lunch'],
    ['9-17 lunch 12+0', 'bad-length', '+0'],
    ['9-17 12', 'unknown-word', '12'],
  ])('says what it cannot read in %s', (text, problem, at) =>
    expect(read(text)).toEqual({ kind: 'unreadable', problem, at }),
  );

  it('asks again when the beginning of a word fits several', () => {
    const two = { ...words, activities: [...words.activities, { code: 'trip', names: ['tr-ip', 'trip'] }] };
    expect(readEntry('9-17 tr 12', two)).toEqual({ kind: 'unreadable', problem: 'ambiguous-word', at: 'tr' });
  });
});
