import { Languages } from 'lucide-react';
import { showLanguage, useLanguage } from '../i18n/language.js';
import { Button } from '../../ui/button.js';

/** Changes to the other language, named in that language for who cannot read the present one. */
export function LanguageButton() {
  const other = useLanguage() === 'en' ? 'ja' : 'en';
  return (
    <Button
      kind="quiet"
      icon={<Languages size={18} strokeWidth={1.75} aria-hidden />}
      onPress={() => void showLanguage(other)}
    >
      <span lang={other}>{other === 'ja' ? '日本語' : 'English'}</span>
    </Button>
  );
}
