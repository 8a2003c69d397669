import { describeStaffingModelConformance } from '../../../../tests/kit/staffing-model-conformance.js';
import { STAFFING_MODELS, staffingModel } from './catalogue.js';

for (const model of STAFFING_MODELS) describeStaffingModelConformance(model);

describe('the catalogue of staffing models', () => {
  it('finds a model by its id and names the known ones for another', () => {
    expect(staffingModel('erlang-a').id).toBe('erlang-a');
    expect(() => staffingModel('erlang-z')).toThrow(
      'modelId (erlang-z) must be one of erlang-a, erlang-c, chat, erlang-x, erlang-b, workload',
    );
  });
});
