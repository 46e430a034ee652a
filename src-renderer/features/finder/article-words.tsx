/** An article the search found: its title, how long it is, and whether it may be relied on. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Marked } from '@renderer/ui/parts/marked.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { readingMinutes } from '@shared/domain/article/article.ts';
import { dayAt, isOverdue, monthsSince } from '@shared/domain/article/shown-article.ts';
import { markWords } from '@shared/domain/search/marks.ts';
import styles from './finder.module.css';
import type { FinderRow } from './finder-rows.ts';

const css = styleNames(styles);

export const ArticleWords = ({
  row: { article, typed },
}: {
  readonly row: FinderRow & { readonly kind: 'article' };
}) => {
  const { t, language } = useText();
  const now = useMinute();
  const overdue = isOverdue(article, dayAt(now));
  const reviewed = article.reviewedAt;
  const detail =
    overdue && reviewed !== null
      ? t('knowledge.reviewedAgo', { count: monthsSince(reviewed, now) })
      : [
          t('knowledge.minutes', { count: readingMinutes(article) }),
          ...(article.steps.length === 0
            ? []
            : [t('knowledge.steps', { count: article.steps.length })]),
        ].join(', ');
  return (
    <>
      <Icon name="article" />
      <span className={css('person')} lang={article.language}>
        <b>
          <Marked parts={markWords(article.title, typed)} />
        </b>
        <small lang={language}>{detail}</small>
      </span>
      <span className={css('standing', overdue && 'overdue')}>
        <Icon name={overdue ? 'clock' : 'passed'} size={15} />
        <span className="sr-only">{overdue ? '' : t('knowledge.approved')} </span>
        {overdue ? t('knowledge.overdue') : t('knowledge.version', { version: article.version })}
      </span>
    </>
  );
};
