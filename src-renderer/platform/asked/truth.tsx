/** When what is shown was true: live, or as it was when the hub was last heard. */
import { formatSecond } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './truth.module.css';
import type { Known } from './use-asked.ts';

const css = styleNames(styles);

export const Truth = ({ of }: { readonly of: Known<unknown> | null }) => {
  const { t, language } = useText();
  if (of === null || of.value === null) return null;
  const stale = of.code !== null;
  return (
    <span className={css('truth', stale && 'stale')} role="status">
      <Icon name={stale ? 'cloud-off' : 'passed'} size={16} />
      <span>
        <b>{t(stale ? 'planning.stale' : 'planning.live')}</b>
        <small>{formatSecond(of.atMs, language)}</small>
      </span>
    </span>
  );
};
