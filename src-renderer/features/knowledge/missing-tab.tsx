/** What advisors and customers looked for in vain: an article answers it, or a reason closes it. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { MissingArticle } from '@shared/contracts/http/articles.ts';
import { dayAt } from '@shared/domain/article/shown-article.ts';
import { useState } from 'react';
import { DraftSheet } from './draft-sheet.tsx';
import { newWords } from './form-words.ts';
import styles from './knowledge.module.css';
import type { TabProps } from './tab-props.ts';
import { useHub } from './use-hub.ts';

const css = styleNames(styles);
const halfYearMs = 182 * 86_400_000;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const Row = ({
  one,
  mayWrite,
  onWrite,
  onClose,
}: {
  readonly one: MissingArticle;
  readonly mayWrite: boolean;
  readonly onWrite: () => void;
  readonly onClose: () => void;
}) => {
  const { t, language } = useText();
  return (
    <tr>
      <th scope="row" lang={one.language}>
        {one.words}
      </th>
      <td className="figures">{one.times}</td>
      <td>{t('knowledge.missingBy', { advisors: one.byAdvisors, customers: one.bySearchers })}</td>
      <td className="figures">{formatShortDay(one.lastAt, language)}</td>
      <td>
        {mayWrite ? (
          <span className={css('rowActs')}>
            <Button size="small" icon="pencil" onClick={onWrite}>
              {t('knowledge.writeIt')}
            </Button>
            <Button size="small" look="ghost" onClick={onClose}>
              {t('knowledge.closeIt')}
            </Button>
          </span>
        ) : null}
      </td>
    </tr>
  );
};

export const MissingTab = ({ brandId }: TabProps) => {
  const { t } = useText();
  const now = useMinute();
  const request = useRequest();
  const role = useSlice('session')?.user?.role;
  const mayWrite = role === 'brand-manager' || role === 'administrator';
  const { value, state, again } = useHub('articles.missing', { brandId });
  const [writing, setWriting] = useState<MissingArticle | null>(null);
  const settle = async ({ key, language }: MissingArticle, articleId: string | null) => {
    const why = articleId === null ? t('knowledge.closedWhy') : '';
    await request('articles.settle', { brandId, language, key, articleId, why });
    setWriting(null);
    await again();
  };
  if (value === null)
    return state === 'away' ? (
      <EmptyState icon="cloud-off" title={t('knowledge.away')} />
    ) : (
      <LoadingLines label={t('common.loading')} />
    );
  return (
    <div className={css('main')}>
      {writing === null ? null : (
        <DraftSheet
          key={writing.key}
          brandId={brandId}
          articleId={null}
          version={null}
          start={newWords(capital(writing.words), dayAt(now), dayAt(now + halfYearMs))}
          remark={null}
          onWritten={({ id }) => void settle(writing, id)}
        />
      )}
      <section className={css('sheet', 'broad')} aria-label={t('knowledge.tab.missing')}>
        <p className={css('quiet')}>{t('knowledge.missingMeans')}</p>
        {value.missing.length === 0 ? (
          <EmptyState icon="check" title={t('knowledge.noneMissing')} />
        ) : (
          <table className={css('table')}>
            <thead>
              <tr>
                <th scope="col">{t('knowledge.column.words')}</th>
                <th scope="col">{t('knowledge.column.times')}</th>
                <th scope="col">{t('knowledge.column.by')}</th>
                <th scope="col">{t('knowledge.column.last')}</th>
                <th scope="col">
                  <span className="sr-only">{t('knowledge.decisions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {value.missing.map((one) => (
                <Row
                  key={`${one.language} ${one.key}`}
                  one={one}
                  mayWrite={mayWrite}
                  onWrite={() => setWriting(one)}
                  onClose={() => void settle(one, null)}
                />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
};
