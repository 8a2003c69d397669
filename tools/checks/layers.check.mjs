import { importsOf, sourceFiles } from './source-files.mjs';

export const name = 'layers: imports follow the order of style.md section 2';

/** Rooms of libs/scheduling, and the rooms each may look into. */
const SCHEDULING = {
  staffing: [],
  formula: ['staffing'],
  measures: ['formula', 'staffing'],
  simulation: ['staffing', 'roster'],
  calibration: ['staffing'],
  roster: [],
  'multi-skill': ['staffing', 'simulation', 'roster'],
  rules: ['roster'],
  law: ['roster', 'rules'],
  objective: ['roster', 'rules'],
  'roster-schema': ['roster', 'rules', 'objective'],
  evaluation: ['roster', 'rules', 'objective'],
  solver: [],
  optimiser: ['roster', 'rules', 'objective', 'evaluation', 'solver'],
  explanation: ['roster', 'rules', 'objective', 'evaluation', 'optimiser'],
  sessions: ['optimiser'],
  reoptimise: ['roster'],
  exchanges: ['roster', 'rules', 'evaluation', 'staffing'],
  repair: ['roster', 'rules', 'evaluation', 'optimiser', 'exchanges'],
  adherence: ['roster'],
  wellbeing: ['roster', 'rules', 'staffing', 'objective', 'adherence'],
  protection: ['roster', 'objective', 'evaluation', 'optimiser', 'wellbeing'],
  costs: ['staffing', 'law'],
  scenarios: ['staffing', 'multi-skill', 'costs', 'law'],
  capacity: ['staffing', 'costs', 'optimiser'],
  hiring: ['capacity', 'solver'],
};

/** File kinds of a feature that stay inside it: others go through its service. */
const PRIVATE_KINDS = /\.(entity|repository|mapper|resolver|graphql-types)$/;

function schedulingFinding(file, target) {
  const from = /^libs\/scheduling\/src\/([^/]+)\//.exec(file)?.[1];
  const to = /^libs\/scheduling\/src\/([^/]+)\//.exec(target)?.[1];
  if (!from || !to || from === to) return null;
  if (SCHEDULING[from]?.includes(to)) return null;
  return `${file} imports ${to}: ${from} may look into ${SCHEDULING[from]?.join(', ') || 'no other room'}`;
}

function apiFinding(file, target) {
  const featureOf = (path) => /^apps\/api\/src\/features\/([^/]+)\//.exec(path)?.[1];
  if (/^apps\/api\/src\/platform\//.test(file) && featureOf(target))
    return `${file} imports ${target}: the platform knows no feature`;
  const from = featureOf(file);
  const to = featureOf(target);
  if (from && to && from !== to && PRIVATE_KINDS.test(target))
    return `${file} imports ${target}: call the ${to} service instead`;
  return null;
}

function webFinding(file, target) {
  const featureOf = (path) => /^apps\/web\/src\/features\/([^/]+)\//.exec(path)?.[1];
  if (/^apps\/web\/src\/ui\//.test(file) && (featureOf(target) || /^apps\/web\/src\/app\/(?!i18n\/)/.test(target)))
    return `${file} imports ${target}: ui knows no workforce word and no app (but the language)`;
  const from = featureOf(file);
  const to = featureOf(target);
  if (from && to && from !== to) return `${file} imports ${target}: features of the web do not import each other`;
  if (file.startsWith('apps/web/') && target.startsWith('apps/api/'))
    return `${file} imports ${target}: the web knows the api by its schema only`;
  return null;
}

function kitFinding(file, target) {
  const isTest = /\.(spec|db-spec|bench|prop\.spec|golden\.spec)\.tsx?$|^tests\//.test(file);
  return !isTest && target.startsWith('tests/') ? `${file} imports ${target}: tests/kit is for tests only` : null;
}

export function findings(root) {
  const tested = /\.(spec|db-spec|bench)\.tsx?$/;
  return sourceFiles(root).flatMap((file) =>
    importsOf(root, file).flatMap((target) => {
      const judges = tested.test(file) ? [kitFinding] : [schedulingFinding, apiFinding, webFinding, kitFinding];
      return judges.map((judge) => judge(file, target)).filter(Boolean);
    }),
  );
}
