import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { t } from '../app/i18n/t.js';
import { Button } from './button.js';
import { showToast } from './toast.js';

/** Pages without a certificate have no clipboard; the old way works there. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('readonly', '');
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label = t('ui.copy') }: { readonly text: string; readonly label?: string }) {
  const [copied, setCopied] = useState(false);
  const Icon = copied ? Check : Copy;
  const run = async () => {
    const done = await copy(text);
    setCopied(done);
    showToast(done ? { text: t('ui.copied') } : { text: t('ui.copyFailed'), tone: 'problem' });
  };
  return (
    <Button icon={<Icon size={14} strokeWidth={1.75} aria-hidden />} onPress={() => void run()}>
      {label}
    </Button>
  );
}
