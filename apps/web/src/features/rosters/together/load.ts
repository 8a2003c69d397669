import { loadTexts } from '../../../app/i18n/language.js';

/** The bar of planning together with its texts. */
export async function loadTogether() {
  const [{ TogetherBar }] = await Promise.all([import('./together-bar.js'), loadTexts('together')]);
  return { default: TogetherBar };
}

export async function loadConflict() {
  const [{ ConflictDialog }] = await Promise.all([import('./conflict-dialog.js'), loadTexts('together')]);
  return { default: ConflictDialog };
}

export async function loadPublish() {
  const [{ PublishDialog }] = await Promise.all([import('../desk/publish-dialog.js'), loadTexts('together')]);
  return { default: PublishDialog };
}
