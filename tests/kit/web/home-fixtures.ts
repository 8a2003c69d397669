/** An organisation that has all its first week needs, for the list on Home. */
export const allSteps = {
  FirstSteps: { viewer: null, agents: { totalCount: 3 }, sampleData: { state: 'NONE', mayFill: false } },
};

const noSample = { state: 'NONE', mayFill: true, jobId: null, agentCount: 0, queueCount: 0, uses: [] };

/** One that has a site and nothing else. */
export const firstSteps = {
  FirstSteps: {
    viewer: { organisation: { sites: [{ id: 's' }], queues: [], shiftTemplates: [], contracts: [], ruleSettings: [] } },
    agents: { totalCount: 0 },
    sampleData: noSample,
  },
  SampleData: { sampleData: noSample },
};
