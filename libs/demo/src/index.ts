export * from './demo-centre.js';
export { generateDemoCentre, type DemoOptions } from './generate-demo-centre.js';
