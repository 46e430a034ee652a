/** The checks as a text for the support: copied, or saved as a file. */
import { copyText } from '@renderer/platform/copy-text.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { useState } from 'react';
import styles from './check.module.css';

const saveText = (text: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = 'parlance-check.txt';
  link.click();
  URL.revokeObjectURL(link.href);
};

export const ReportActions = () => {
  const { t } = useText();
  const request = useRequest();
  const [copied, setCopied] = useState(false);
  const withReport = async (use: (text: string) => void): Promise<void> => {
    const answer = await request('checks.report', {});
    if (answer.ok) use(answer.value.text);
  };
  return (
    <div className={styles['report']}>
      <p>{t('check.report')}</p>
      <Button
        size="small"
        look="ghost"
        onClick={() =>
          void withReport((text) => {
            copyText(text);
            setCopied(true);
          })
        }
      >
        {t('check.copyReport')}
      </Button>
      <Button size="small" look="ghost" onClick={() => void withReport(saveText)}>
        {t('check.saveReport')}
      </Button>
      <span role="status">{copied ? t('c360.copied') : ''}</span>
    </div>
  );
};
