/** What each figure means, in full, as the hub that counted it says. */
import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CentreAnswer } from '@shared/contracts/http/centre-figures.ts';
import { centreFigureNames } from '@shared/domain/centre/figure-words.ts';
import styles from './centre.module.css';

const css = styleNames(styles);

export const Definitions = ({ of }: { readonly of: CentreAnswer['definitions'] }) => {
  const { t, language } = useText();
  return (
    <Sheet title={t('figures.centre.definitions')}>
      <dl className={css('definitions')}>
        {centreFigureNames.map((name) => (
          <div key={name}>
            <dt>{t(`figures.centre.name.${name}`)}</dt>
            <dd>{of[name]?.[language]}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
};
