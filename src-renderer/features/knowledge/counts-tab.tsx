/** How the articles serve: read, sent, judged; and what the open page spared, with what that means. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ArticleCounts } from '@shared/contracts/http/articles.ts';
import styles from './knowledge.module.css';
import type { TabProps } from './tab-props.ts';
import { useHub } from './use-hub.ts';

const css = styleNames(styles);
const openFigures = [
  'visits',
  'searches',
  'searchesWithoutResult',
  'shown',
  'helped',
  'notHelped',
  'wishedContact',
] as const;
const columns = ['read', 'sent', 'helped', 'notHelped', 'shownOpenly', 'helpedOpenly'] as const;

const OpenPage = ({ counts }: { readonly counts: ArticleCounts['openPage'] }) => {
  const { t, language } = useText();
  return (
    <section className={css('sheet', 'broad')} aria-label={t('knowledge.openPage')}>
      <h2>{t('knowledge.openPage')}</h2>
      <div className={css('deflected')}>
        <b className="figures">{formatNumber(counts.deflected, language)}</b>
        <div>
          <h3>{t('knowledge.deflected')}</h3>
          <p className={css('quiet')}>{t('knowledge.deflectedMeans')}</p>
        </div>
      </div>
      <dl className={css('figures')}>
        {openFigures.map((name) => (
          <div key={name}>
            <dt>{t(`knowledge.count.${name}`)}</dt>
            <dd className="figures">{formatNumber(counts[name], language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

export const CountsTab = ({ brandId }: TabProps) => {
  const { t, language } = useText();
  const { value, state } = useHub('articles.counts', { brandId });
  if (value === null)
    return state === 'away' ? (
      <EmptyState icon="cloud-off" title={t('knowledge.away')} />
    ) : (
      <LoadingLines label={t('common.loading')} />
    );
  return (
    <div className={css('main')}>
      <OpenPage counts={value.openPage} />
      <section className={css('sheet', 'broad')} aria-label={t('knowledge.articles')}>
        <h2>{t('knowledge.lastThirtyDays')}</h2>
        <table className={css('table')}>
          <thead>
            <tr>
              <th scope="col">{t('knowledge.article')}</th>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {t(`knowledge.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.articles.map((one) => (
              <tr key={one.articleId}>
                <th scope="row">{one.title}</th>
                {columns.map((name) => (
                  <td key={name} className="figures">
                    {formatNumber(one[name], language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
};
