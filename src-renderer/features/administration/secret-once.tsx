/** A secret that the hub shows this once: copied, then gone for ever. */
import { copyText } from '@renderer/platform/copy-text.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { Dialog } from './dialogs.tsx';

const css = styleNames(styles);

export type ShownSecret = { readonly of: string; readonly secret: string };

export const SecretOnce = ({
  shown,
  onClose,
}: {
  readonly shown: ShownSecret;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const [copied, setCopied] = useState(false);
  return (
    <Dialog title={t('admin.secret.title', { of: shown.of })} onClose={onClose}>
      <p>{t('admin.secret.once')}</p>
      <code className={css('secret')}>{shown.secret}</code>
      <footer>
        <Button
          icon={copied ? 'check' : 'file'}
          onClick={() => {
            copyText(shown.secret);
            setCopied(true);
          }}
        >
          {t(copied ? 'admin.secret.copied' : 'admin.secret.copy')}
        </Button>
        <Button look="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      </footer>
    </Dialog>
  );
};
