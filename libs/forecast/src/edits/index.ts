export * from './demand-layer.js';
export * from './apply-layers.js';
export * from './layer-effects.js';
