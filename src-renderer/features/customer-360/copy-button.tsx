/** A click copies it; said aloud by the screen reader and for two seconds on the button. */
import { copyText } from '@renderer/platform/copy-text.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useEffect, useState } from 'react';
import styles from './copy-button.module.css';

export const CopyButton = ({ text }: { readonly text: string }) => {
  const { t } = useText();
  // A long address breaks before its @, not in the middle of a word.
  const at = text.indexOf('@');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      className={styles['copy']}
      title={t('c360.copy', { text })}
      onClick={() => {
        copyText(text);
        setCopied(true);
      }}
    >
      {at === -1 ? text : text.slice(0, at)}
      {at === -1 ? null : (
        <>
          <wbr />
          {text.slice(at)}
        </>
      )}
      <span role="status" className={styles['done']}>
        {copied ? t('c360.copied') : ''}
      </span>
    </button>
  );
};
