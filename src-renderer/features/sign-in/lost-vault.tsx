/** When nothing opens what is sealed here: what happened, what to try, and her decision. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './sign-in.module.css';

const css = styleNames(styles);

export const lostVaultCodes: ReadonlySet<string> = new Set([
  'vault-key-lost',
  'vault-locked',
  'vault-passphrase-wrong',
]);

export const LostVault = ({
  ready,
  onSetAside,
}: {
  readonly ready: boolean;
  readonly onSetAside: () => void;
}) => {
  const { t } = useText();
  return (
    <div className={css('lost')}>
      <p>{t('signIn.lost.first')}</p>
      <p>{t('signIn.lost.second')}</p>
      <Button blocked={ready ? undefined : t('signIn.lost.password')} onClick={onSetAside}>
        {t('signIn.lost.goOn')}
      </Button>
    </div>
  );
};
