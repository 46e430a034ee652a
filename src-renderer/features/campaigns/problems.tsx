/** What keeps a campaign from being started, all of it at once, in words that say what to do. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { StartProblem } from '@shared/domain/campaign/running.ts';
import styles from './campaigns.module.css';

const css = styleNames(styles);

export const Problems = ({ problems }: { readonly problems: readonly StartProblem[] }) => {
  const { t } = useText();
  if (problems.length === 0)
    return (
      <p className={css('ready')}>
        <Icon name="passed" size={16} />
        {t('planning.nothingMissing')}
      </p>
    );
  return (
    <ul className={css('problems')} aria-label={t('planning.missing')}>
      {problems.map((problem) => (
        <li key={problem}>
          <Icon name="alert" size={16} />
          <span>{t(`planning.problem.${problem}`)}</span>
        </li>
      ))}
    </ul>
  );
};
