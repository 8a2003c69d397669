const KEY = 'yotei-what-if';
const MOST = 6;

/** Formulas used last on this device, the newest first. */
export function rememberedFormulas(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((one): one is string => typeof one === 'string').slice(0, MOST) : [];
  } catch {
    // Nothing worth keeping was written there.
    return [];
  }
}

/** Puts a formula first and gives back the list. */
export function rememberFormula(formula: string): readonly string[] {
  const next = [formula, ...rememberedFormulas().filter((one) => one !== formula)].slice(0, MOST);
  localStorage.setItem(KEY, JSON.stringify(next));
  return next;
}
