/** An article as it is read while talking: the sentence to say, the steps, and what never to propose. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type Article, readingMinutes } from '@shared/domain/article/article.ts';
import { dayAt, isOverdue } from '@shared/domain/article/shown-article.ts';
import styles from './article.module.css';

const css = styleNames(styles);

/** « É. Castel » */
const shortName = (name: string): string => {
  const [first = '', ...rest] = name.split(' ');
  return rest.length === 0 ? name : `${first.slice(0, 1)}. ${rest.join(' ')}`;
};

/** Approval, version and age; a review that is overdue is amber (KNOW-6). */
export const ArticleStanding = ({ article }: { readonly article: Article }) => {
  const { t, language } = useText();
  const overdue = isOverdue(article, dayAt(useMinute()));
  const { state, version, reviewedAt, createdAt, authorName } = article;
  const said = [
    [shortName(authorName), formatShortDay(reviewedAt ?? createdAt, language)]
      .filter(Boolean)
      .join(', '),
    t('knowledge.minutes', { count: readingMinutes(article) }),
  ].join(' · ');
  return (
    <p className={css('standing')}>
      {state === 'published' ? (
        <Tag tone={overdue ? 'warn' : 'ok'} icon={overdue ? 'clock' : 'passed'}>
          {t(overdue ? 'knowledge.overdueVersion' : 'knowledge.approvedVersion', { version })}
        </Tag>
      ) : (
        <Tag tone="line">{`${t(`knowledge.state.${state}`)}, v${version}`}</Tag>
      )}
      <span>{said}</span>
    </p>
  );
};

/** What stands before a colon is what matters: it is set strong. */
const Forbidden = ({ text }: { readonly text: string }) => {
  const at = text.search(/\s?:\s/);
  return (
    <li>
      <Icon name="alert" size={17} />
      <span>
        {at < 0 ? <b>{text}</b> : <b>{text.slice(0, at)}</b>}
        {at < 0 ? null : text.slice(at)}
      </span>
    </li>
  );
};

export const ArticleSheet = ({ article }: { readonly article: Article }) => {
  const { t } = useText();
  const { language, title, say, steps, forbidden } = article;
  return (
    <article className={css('sheet')} lang={language}>
      <h2>{title}</h2>
      <div lang={t('knowledge.language')}>
        <ArticleStanding article={article} />
        <h3>{t('knowledge.say')}</h3>
      </div>
      <p className={css('said')}>{say}</p>
      {steps.length === 0 ? null : (
        <ol className={css('steps')}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {forbidden.length === 0 ? null : (
        <ul className={css('forbidden')} aria-label={t('knowledge.forbidden')}>
          {forbidden.map((one) => (
            <Forbidden key={one} text={one} />
          ))}
        </ul>
      )}
    </article>
  );
};
