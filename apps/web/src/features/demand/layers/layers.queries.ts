import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../graphql/client.js';
import {
  AddForecastLayersDocument,
  ChangeForecastLayersDocument,
  type AddForecastLayersInput,
  type ChangeForecastLayersInput,
} from '../../../graphql/generated/graphql.js';

/** What a changed forecast changes on screen. */
export function useAfterForecastChange() {
  const client = useQueryClient();
  return () =>
    Promise.all([['demand'], ['weeks'], ['requirement']].map((queryKey) => client.invalidateQueries({ queryKey })));
}

export function useAddLayers() {
  const refresh = useAfterForecastChange();
  return useMutation({
    mutationFn: async (input: AddForecastLayersInput) =>
      (await request(AddForecastLayersDocument, { input })).addForecastLayers,
    onSuccess: refresh,
  });
}

/** Undo, redo, switch off and on, another reason. */
export function useChangeLayers() {
  const refresh = useAfterForecastChange();
  return useMutation({
    mutationFn: async (input: ChangeForecastLayersInput) =>
      (await request(ChangeForecastLayersDocument, { input })).changeForecastLayers,
    onSuccess: refresh,
  });
}
