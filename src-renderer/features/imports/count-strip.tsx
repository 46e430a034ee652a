/** What the lines come to, in figures and as one bar. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ImportView } from '@shared/contracts/http/imports.ts';
import styles from './imports.module.css';

const css = styleNames(styles);

const newWords = {
  customers: 'new',
  consents: 'newConsents',
  interactions: 'newInteractions',
} as const;

export const CountStrip = ({ view }: { readonly view: ImportView }) => {
  const { t, language } = useText();
  const { counts, kind, state } = view;
  const second =
    kind === 'customers' && counts.update > 0
      ? ([counts.update, 'update'] as const)
      : ([counts.same, 'same'] as const);
  const figures = [
    [counts.new, newWords[kind], ''],
    [...second, ''],
    [counts.doubt, 'doubt', 'warn'],
    [counts.refused, 'refused', 'danger'],
  ] as const;
  const total = Math.max(1, ...[view.lines - counts.skipped]);
  if (state === 'ready') return null;
  return (
    <section className={css('counts')} aria-label={t('imports.trialOnly')}>
      <dl>
        {figures.map(([count, word, tone]) => (
          <div key={word} className={css('figure', count > 0 && tone)}>
            <dd>{formatNumber(count, language)}</dd>
            <dt>{t(`imports.${word}`)}</dt>
          </div>
        ))}
      </dl>
      <p>
        <Icon name="wand" size={16} />
        <span>
          <b>{t('imports.trialOnly')}</b> {t('imports.trialThen')}
        </span>
      </p>
      <div className={css('share')} aria-hidden="true">
        {figures.map(([count, word]) => (
          <i key={word} className={css(word)} style={{ width: `${(100 * count) / total}%` }} />
        ))}
      </div>
    </section>
  );
};
