/** Articles of the brand, found while she types; what would be inserted is read before it is (WRITE-7). */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices, useSlice } from '@renderer/platform/store/services.tsx';
import type { Insertion } from '@renderer/platform/store/use-message.ts';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Article, ArticleLanguage } from '@shared/domain/article/article.ts';
import { composeMessage } from '@shared/domain/article/article-message.ts';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import styles from './written.module.css';

const css = styleNames(styles);
const mostShown = 6;

type Asked = {
  readonly brandId: string;
  readonly language: ArticleLanguage;
  readonly reasonCode: string | null;
};

/** Suggested while nothing is searched; only those that have a version for customers. */
const useAnswers = (text: string, { brandId, language, reasonCode }: Asked) => {
  const { client } = useServices();
  const [found, setFound] = useState<readonly Article[] | null>(null);
  useEffect(() => {
    let current = true;
    const take = (articles: readonly Article[]) => {
      if (current) setFound(articles.filter(({ customer }) => customer !== null));
    };
    const asked = async () => {
      const searched = await client.request('articles.search', {
        text,
        brandId,
        language: null,
        limit: 20,
      });
      take(searched.ok ? searched.value : []);
    };
    const suggested = async () => {
      const fit = await client.request('articles.suggest', {
        brandId,
        language,
        reasonCode,
        step: null,
      });
      const shown = await client.request('articles.shown', { brandId });
      const first = fit.ok ? fit.value : [];
      const known = new Set(first.map(({ id }) => id));
      const others = shown.ok ? shown.value.filter(({ id }) => !known.has(id)) : [];
      take([...first, ...others.filter((one) => one.language === language)]);
    };
    void (text.trim() === '' ? suggested() : asked());
    return () => {
      current = false;
    };
  }, [client, text, brandId, language, reasonCode]);
  return found;
};

const Found = ({
  articles,
  at,
  listId,
  words,
  onInsert,
}: {
  readonly articles: readonly Article[];
  readonly at: number;
  readonly listId: string;
  readonly words: (article: Article) => string;
  readonly onInsert: (article: Article) => void;
}) => {
  const { t } = useText();
  return (
    <div role="listbox" id={listId} aria-label={t('write.answers')} className={css('found')}>
      {articles.map((article, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above moves and takes
        <div
          key={article.id}
          id={`${listId}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={css('answer')}
          onClick={() => onInsert(article)}
        >
          <b>{article.title}</b>
          {index === at ? <p>{words(article)}</p> : null}
        </div>
      ))}
    </div>
  );
};

export const AnswerPicker = ({
  insertion: { writing, insert },
  language,
  reasonCode,
  onClose,
}: {
  readonly insertion: Insertion;
  readonly language: ArticleLanguage;
  readonly reasonCode: string | null;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const { screen } = useServices();
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { brandId } = writing.item;
  const { channel } = writing.draft;
  const rules = useSlice('reference')?.rules.find((one) => one.brandId === brandId)?.knowledge;
  const articles = useAnswers(text, { brandId, language, reasonCode })?.slice(0, mostShown) ?? null;
  const carried = channel === 'social' ? 'chat' : channel;
  const words = (article: Article) => composeMessage(article, carried, { rules })?.text ?? '';
  const take = (article: Article | undefined) => {
    if (article === undefined) return;
    insert(words(article), article);
    onClose();
  };
  const read = (article: Article | undefined) => {
    if (article !== undefined) screen.setState({ overlay: 'article', articleId: article.id });
  };
  const actOf = ({ key, ctrlKey, altKey }: KeyboardEvent): (() => void) | undefined => {
    const last = (articles?.length ?? 0) - 1;
    if (key === 'ArrowDown') return () => setAt((now) => Math.min(now + 1, last));
    if (key === 'ArrowUp') return () => setAt((now) => Math.max(now - 1, 0));
    if (key === 'Enter' && !ctrlKey) return () => take(articles?.[at]);
    if (key === 'ArrowRight' && altKey) return () => read(articles?.[at]);
    return key === 'Escape' ? onClose : undefined;
  };
  const onKey = (event: KeyboardEvent) => {
    const act = actOf(event);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div className={css('picker')}>
      <input
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={articles?.length ? `${listId}-${at}` : undefined}
        aria-label={t('write.searchAnswer')}
        placeholder={t('write.searchAnswer')}
        // biome-ignore lint/a11y/noAutofocus: it opened by her key
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      {articles?.length === 0 ? <p className={css('none')}>{t('write.noAnswer')}</p> : null}
      {articles?.length ? (
        <Found articles={articles} at={at} listId={listId} words={words} onInsert={take} />
      ) : null}
      <p className={css('keys')}>
        <KeyCaps keys={['↵']} /> {t('write.insert')} <KeyCaps keys={['Alt', '→']} />{' '}
        {t('write.read')} <KeyCaps keys={[t('key.escape')]} /> {t('common.close')}
      </p>
    </div>
  );
};
