/** Written and reviewed: every article in its newest version, those that wait for somebody first. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ListedArticle } from '@shared/contracts/http/articles.ts';
import type { Article } from '@shared/domain/article/article.ts';
import { dayAt, isOverdue } from '@shared/domain/article/shown-article.ts';
import { useState } from 'react';
import { ArticleList, type ListedRow } from './article-list.tsx';
import { ArticleSheet } from './article-sheet.tsx';
import { CustomerVersionSheet } from './customer-version-sheet.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { DraftSheet } from './draft-sheet.tsx';
import { newWords, wordsOfArticle } from './form-words.ts';
import styles from './knowledge.module.css';
import type { TabProps } from './tab-props.ts';
import { useHub } from './use-hub.ts';

const css = styleNames(styles);
const halfYearMs = 182 * 86_400_000;
const order = { 'in-review': 0, draft: 1, published: 3, withdrawn: 4 } as const;

const Mark = ({ one, day }: { readonly one: ListedArticle; readonly day: string }) => {
  const { t } = useText();
  if (one.state === 'published' && isOverdue(one, day))
    return <Tag tone="warn">{t('knowledge.overdue')}</Tag>;
  const tone = {
    draft: 'line',
    'in-review': 'wrapup',
    published: 'ok',
    withdrawn: 'plain',
  } as const;
  return <Tag tone={tone[one.state]}>{t(`knowledge.state.${one.state}`)}</Tag>;
};

/** What waits for a decision, then drafts, then what is to be reviewed, then the rest. */
const placeOf = (one: ListedArticle, day: string): number =>
  one.state === 'published' && isOverdue(one, day) ? 2 : order[one.state];

const useRows = (listed: readonly ListedArticle[], day: string): readonly ListedRow[] => {
  const { t, language } = useText();
  return [...listed]
    .sort((a, b) => placeOf(a, day) - placeOf(b, day) || a.title.localeCompare(b.title))
    .map((one) => ({
      id: one.id,
      language: one.language,
      title: one.title,
      detail: [
        t('knowledge.version', { version: one.version }),
        one.authorName,
        formatShortDay(one.createdAt, language),
      ].join(' · '),
      mark: <Mark one={one} day={day} />,
    }));
};

type Editing = { readonly articleId: string; readonly from: Article } | null;

const Opened = ({
  articleId,
  brandId,
  onChanged,
}: {
  readonly articleId: string;
  readonly brandId: string;
  readonly onChanged: () => void;
}) => {
  const { t } = useText();
  const { value, state, again } = useHub('articles.versions', { articleId });
  const [editing, setEditing] = useState<Editing>(null);
  const newest = value?.versions[0];
  if (newest === undefined)
    return state === 'away' ? (
      <EmptyState icon="cloud-off" title={t('knowledge.away')} />
    ) : (
      <LoadingLines label={t('common.loading')} />
    );
  const changed = () => {
    setEditing(null);
    void again();
    onChanged();
  };
  const isDraft = newest.state === 'draft';
  if (isDraft || editing !== null)
    return (
      <DraftSheet
        key={`${newest.version} ${newest.revision}`}
        brandId={brandId}
        articleId={articleId}
        version={isDraft ? newest.version : null}
        start={wordsOfArticle(newest)}
        remark={isDraft ? newest.remark : null}
        onWritten={changed}
      />
    );
  return (
    <>
      <DecisionBar
        article={newest}
        onTurned={changed}
        onNewVersion={() => setEditing({ articleId, from: newest })}
      />
      <section className={css('sheet')} aria-label={t('knowledge.forAdvisors')}>
        <ArticleSheet article={newest} />
      </section>
      <CustomerVersionSheet article={newest} />
    </>
  );
};

export const WriteTab = ({ brandId }: TabProps) => {
  const { t } = useText();
  const now = useMinute();
  const { value, state, again } = useHub('articles.list', { brandId });
  const [chosen, setChosen] = useState<string | 'new' | null>(null);
  const rows = useRows(value?.articles ?? [], dayAt(now));
  const shown = chosen ?? rows[0]?.id ?? null;
  return (
    <div className={css('columns')}>
      <div className={css('side')}>
        <Button icon="plus" onClick={() => setChosen('new')}>
          {t('knowledge.newArticle')}
        </Button>
        {state === 'away' ? <p className={css('quiet')}>{t('knowledge.away')}</p> : null}
        {value === null && state === 'asking' ? (
          <LoadingLines label={t('common.loading')} />
        ) : (
          <ArticleList
            label={t('knowledge.articles')}
            rows={rows}
            chosenId={shown}
            onChoose={setChosen}
          />
        )}
      </div>
      <div className={css('main')}>
        {shown === 'new' ? (
          <DraftSheet
            brandId={brandId}
            articleId={null}
            version={null}
            start={newWords('', dayAt(now), dayAt(now + halfYearMs))}
            remark={null}
            onWritten={({ id }) => {
              setChosen(id);
              void again();
            }}
          />
        ) : null}
        {shown === null || shown === 'new' ? null : (
          <Opened key={shown} articleId={shown} brandId={brandId} onChanged={() => void again()} />
        )}
      </div>
    </div>
  );
};
