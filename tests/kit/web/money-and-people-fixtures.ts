/** The terms of one version, and a contract to pay by. */
const setupCosts = {
  costSettings: [
    {
      ...{ id: 'c1', version: 1, effectiveOn: '2026-04-01', createdBy: 'Maria Kimura', createdAt: null },
      isWithdrawn: false,
      terms: {
        ...{ currency: 'JPY', wages: [{ perPaidHour: 1600 }], onCostFraction: 0.16, botPerDeflectedContact: 25 },
        premiums: [{ kind: 'overtime', fraction: 0.25, afterWeeklyHours: 40, afterMonthlyHours: 60 }],
        ...{ channels: [], penalties: [], outsourcing: [] },
      },
    },
  ],
  siteLaws: [],
  viewer: { organisation: { contracts: [{ id: 'full', title: 'Full time' }] } },
};

const person = {
  ...{ id: 'u9', name: 'Ren Abe', email: 'ren@example.test', locale: 'ja', roles: ['MANAGER'], state: 'ACTIVE' },
  ...{ agentId: null, agentName: null, seenAt: null, invitedUntil: null },
};

/** What work costs, and who signs in. */
export const moneyAndPeopleAnswers = {
  SetupCosts: setupCosts,
  SetupPeople: { people: [person] },
};

export const noMoneyAndPeopleAnswers = {
  SetupCosts: { ...setupCosts, costSettings: [] },
  SetupPeople: { people: [] },
};
