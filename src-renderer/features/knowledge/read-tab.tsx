/** What is shown today: searched on this desktop, also without the network. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useOffline, useScreen, useServices } from '@renderer/platform/store/services.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Marked } from '@renderer/ui/parts/marked.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type Article, readingMinutes } from '@shared/domain/article/article.ts';
import { dayAt, isOverdue } from '@shared/domain/article/shown-article.ts';
import { markWords } from '@shared/domain/search/marks.ts';
import { useEffect, useRef, useState } from 'react';
import { ArticleList, type ListedRow } from './article-list.tsx';
import { ArticleSheet } from './article-sheet.tsx';
import { CustomerVersionSheet } from './customer-version-sheet.tsx';
import styles from './knowledge.module.css';
import type { TabProps } from './tab-props.ts';
import { useArticle } from './use-article.ts';

const css = styleNames(styles);
const foundAtMost = 50;

/** null while nothing is known yet. */
const useFound = (brandId: string, text: string): readonly Article[] | null => {
  const { client } = useServices();
  const [found, setFound] = useState<readonly Article[] | null>(null);
  const turn = useRef(0);
  useEffect(() => {
    turn.current += 1;
    const own = turn.current;
    const query = { text: text.trim(), brandId, language: null, limit: foundAtMost };
    const asked =
      query.text === ''
        ? client.request('articles.shown', { brandId })
        : client.request('articles.search', query);
    void asked.then((answer) => {
      if (own === turn.current) setFound(answer.ok ? answer.value : []);
    });
  }, [client, brandId, text]);
  return found;
};

const Standing = ({ article }: { readonly article: Article }) => {
  const { t } = useText();
  const overdue = isOverdue(article, dayAt(useMinute()));
  return (
    <span className={css('standing', overdue && 'overdue')}>
      <Icon name={overdue ? 'clock' : 'passed'} size={15} />
      {overdue ? t('knowledge.overdue') : t('knowledge.version', { version: article.version })}
    </span>
  );
};

const useRows = (found: readonly Article[], text: string): readonly ListedRow[] => {
  const { t } = useText();
  return found.map((article) => ({
    id: article.id,
    language: article.language,
    title: <Marked parts={markWords(article.title, text)} />,
    detail: [
      t('knowledge.minutes', { count: readingMinutes(article) }),
      t(`knowledge.audience.${article.audience}`),
      ...(article.language === 'en' ? [t('knowledge.inEnglish')] : []),
    ].join(' · '),
    mark: <Standing article={article} />,
  }));
};

const Read = ({
  articleId,
  asked,
  onBrand,
}: {
  readonly articleId: string;
  readonly asked: 'by-her' | 'by-screen';
} & Pick<TabProps, 'onBrand'>) => {
  const { t } = useText();
  const article = useArticle(articleId, asked);
  const brandId = article === null || article === 'gone' ? null : article.brandId;
  useEffect(() => {
    if (brandId !== null) onBrand(brandId);
  }, [brandId, onBrand]);
  if (article === null) return <LoadingLines label={t('common.loading')} />;
  if (article === 'gone')
    return (
      <EmptyState icon="article" title={t('knowledge.gone')} detail={t('knowledge.goneDetail')} />
    );
  return (
    <>
      <section className={css('sheet')} aria-label={t('knowledge.forAdvisors')}>
        <ArticleSheet article={article} />
      </section>
      <CustomerVersionSheet article={article} />
    </>
  );
};

export const ReadTab = ({ brandId, onBrand }: TabProps) => {
  const { t } = useText();
  const { screen } = useServices();
  const offline = useOffline();
  const sought = useScreen((state) => state.articleId);
  const [text, setText] = useState('');
  const found = useFound(brandId, text);
  const rows = useRows(found ?? [], text);
  const chosenId = sought ?? found?.[0]?.id ?? null;
  return (
    <div className={css('columns')}>
      <div className={css('side')}>
        <label className={css('search')}>
          <Icon name="search" />
          <input
            type="text"
            aria-label={t('knowledge.search')}
            placeholder={t('knowledge.search')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </label>
        {found === null ? <LoadingLines label={t('common.loading')} /> : null}
        {found?.length === 0 ? (
          <EmptyState
            icon="article"
            title={t(text.trim() === '' ? 'knowledge.empty' : 'knowledge.nothingFound')}
            detail={t(offline ? 'knowledge.emptyOffline' : 'knowledge.emptyDetail')}
          />
        ) : (
          <ArticleList
            label={t('knowledge.articles')}
            rows={rows}
            chosenId={chosenId}
            onChoose={(articleId) => screen.setState({ articleId })}
          />
        )}
      </div>
      <div className={css('main')}>
        {chosenId === null ? null : (
          <Read
            key={chosenId}
            articleId={chosenId}
            asked={sought === null ? 'by-screen' : 'by-her'}
            onBrand={onBrand}
          />
        )}
      </div>
    </div>
  );
};
