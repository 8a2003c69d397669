import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../graphql/client.js';
import {
  AddForecastLayersDocument,
  ChangeForecastLayersDocument,
  type AddForecastLayersInput,
  type ChangeForecastLayersInput,
  type ForecastLayersResultFieldsFragment,
} from '../../../graphql/generated/graphql.js';

export type LayersAnswer = ForecastLayersResultFieldsFragment;

/** One after the other, in the order they were made: each rests on the revision that the one before it made. */
const scope = { id: 'forecast-layers' };

/** What a changed forecast changes on screen. */
export function useAfterForecastChange() {
  const client = useQueryClient();
  return () =>
    Promise.all([['demand'], ['weeks'], ['requirement']].map((queryKey) => client.invalidateQueries({ queryKey })));
}

export interface LayersOrder {
  /** Called when its turn has come, so that it names the revision of that moment. */
  readonly input: () => AddForecastLayersInput;
  /** Called before the screen is read anew. */
  readonly onAnswer: (answer: LayersAnswer) => void;
}

export function useAddLayers() {
  const refresh = useAfterForecastChange();
  return useMutation({
    scope,
    mutationFn: async ({ input, onAnswer }: LayersOrder): Promise<LayersAnswer> => {
      const { addForecastLayers } = await request(AddForecastLayersDocument, { input: input() });
      onAnswer(addForecastLayers);
      return addForecastLayers;
    },
    onSuccess: refresh,
  });
}

/** Undo, redo, switch off and on, another reason. */
export function useChangeLayers() {
  const refresh = useAfterForecastChange();
  return useMutation({
    scope,
    mutationFn: async (input: ChangeForecastLayersInput): Promise<LayersAnswer> =>
      (await request(ChangeForecastLayersDocument, { input })).changeForecastLayers,
    onSuccess: refresh,
  });
}
