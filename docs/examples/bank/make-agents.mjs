// Writes agents.json for the worked example: a bank's phone centre of so many agents, two thirds full time.
// node docs/examples/bank/make-agents.mjs 235 > agents.json
const count = Number(process.argv[2] ?? 235);
const PART_TIME_EVERY = 3;

const breaks = (first, lunch, second) => [
  { type: 'break', lengthMinutes: 15, earliestStartMinutes: first[0], latestStartMinutes: first[1] },
  ...(lunch
    ? [
        {
          type: 'lunch',
          lengthMinutes: 30,
          earliestStartMinutes: lunch[0],
          latestStartMinutes: lunch[1],
          minGapMinutes: 60,
        },
      ]
    : []),
  ...(second
    ? [
        {
          type: 'break',
          lengthMinutes: 15,
          earliestStartMinutes: second[0],
          latestStartMinutes: second[1],
          minGapMinutes: 60,
        },
      ]
    : []),
];
const weekdays = [1, 2, 3, 4, 5];
const template = ({ id, title, hours, latestStart, activities }) => ({
  id,
  title,
  earliestStart: '07:00',
  latestStart,
  startStepMinutes: 30,
  lengthMinutes: hours * 60,
  weekdays,
  activities,
});

const document = {
  zone: 'America/New_York',
  templates: [
    template({
      id: 'day',
      title: 'Day, 8 h paid, 30 min lunch',
      hours: 8.5,
      latestStart: '12:30',
      activities: breaks([60, 150], [180, 300], [330, 420]),
    }),
    template({
      id: 'six',
      title: 'Six hours',
      hours: 6,
      latestStart: '15:00',
      activities: breaks([60, 150], null, [210, 285]),
    }),
    template({
      id: 'four',
      title: 'Four hours',
      hours: 4,
      latestStart: '17:00',
      activities: breaks([75, 150], null, null),
    }),
  ],
  contracts: [
    {
      id: 'full',
      title: 'Full time',
      weeklyMinutesMin: 2400,
      weeklyMinutesMax: 2400,
      daysPerWeekMax: 5,
      templates: ['day'],
    },
    {
      id: 'part',
      title: 'Part time',
      weeklyMinutesMin: 1200,
      weeklyMinutesMax: 1800,
      daysPerWeekMax: 5,
      templates: ['six', 'four'],
    },
  ],
  queues: [{ id: 'bank', skill: 'phone' }],
  agents: Array.from({ length: count }, (_, i) => ({
    id: `agent-${String(i + 1).padStart(3, '0')}`,
    name: `Agent ${String(i + 1).padStart(3, '0')}`,
    contract: i % PART_TIME_EVERY === PART_TIME_EVERY - 1 ? 'part' : 'full',
    skills: ['phone'],
  })),
};

process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
