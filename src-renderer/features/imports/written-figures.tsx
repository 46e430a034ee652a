/** What an import wrote, in figures. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ImportView } from '@shared/contracts/http/imports.ts';
import styles from './imports.module.css';

const css = styleNames(styles);

const figures = ['created', 'updated', 'consents', 'interactions', 'same'] as const;

export const WrittenFigures = ({ view }: { readonly view: ImportView }) => {
  const { t, language } = useText();
  const shown = figures.filter((one) => view.written[one] > 0 || one === figures[0]);
  return (
    <dl className={css('written')}>
      {shown.map((one) => (
        <div key={one} className={css('figure')}>
          <dd>{formatNumber(view.written[one], language)}</dd>
          <dt>{t(`imports.${one}`)}</dt>
        </div>
      ))}
    </dl>
  );
};
