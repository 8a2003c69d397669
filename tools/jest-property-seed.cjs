// Property tests draw the same examples in every run, so that a green run stays green and a red one can be repeated.
// PROPERTY_SEED=random draws new ones (a failure prints its seed), PROPERTY_SEED=123 repeats those of a seed.
const { configureGlobal, readConfigureGlobal } = require('fast-check');

const wish = process.env.PROPERTY_SEED ?? '20261122';
if (wish !== 'random') configureGlobal({ ...readConfigureGlobal(), seed: Number(wish) });
