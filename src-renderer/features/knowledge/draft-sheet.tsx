/** A draft that is written: kept by the hub when she says so, then handed on for a review. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Article } from '@shared/domain/article/article.ts';
import { useState } from 'react';
import { ArticleForm } from './article-form.tsx';
import { contentOf, type FormWords } from './form-words.ts';
import styles from './knowledge.module.css';

const css = styleNames(styles);

export const DraftSheet = ({
  brandId,
  articleId,
  version,
  start,
  remark,
  onWritten,
}: {
  readonly brandId: string;
  /** null: it is a new article. */
  readonly articleId: string | null;
  /** Of the draft that is rewritten; null: the next version. */
  readonly version: number | null;
  readonly start: FormWords;
  /** Why it was sent back. */
  readonly remark: string | null;
  readonly onWritten: (article: Article) => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const [words, setWords] = useState(start);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const save = async (then: 'stay' | 'submit') => {
    const written = contentOf(brandId, words);
    if ('wrong' in written) return setWrong(written.wrong);
    setWrong([]);
    const { content } = written;
    const kept = await request('articles.write', { articleId, version, content });
    if (!kept.ok) return;
    if (then === 'stay') return onWritten(kept.value);
    const { id, version: own } = kept.value;
    const turn = { articleId: id, version: own, deed: 'submitted' as const, remark: '' };
    const turned = await request('articles.turn', { ...turn, reviewBy: null });
    onWritten(turned.ok ? turned.value : kept.value);
  };
  useKeys([
    { key: 's', modifier: 'ctrl', whileTyping: 'works', act: () => void save('stay') },
    { key: 'Enter', modifier: 'ctrl', whileTyping: 'works', act: () => void save('submit') },
  ]);
  return (
    <section className={css('sheet')} aria-label={t('knowledge.draft')}>
      {remark === null ? null : (
        <p className={css('remark')}>{t('knowledge.sentBack', { remark })}</p>
      )}
      <ArticleForm
        brandId={brandId}
        words={words}
        wrong={wrong}
        onChange={(change) => setWords((before) => ({ ...before, ...change }))}
      />
      <div className={css('acts')}>
        {wrong.length === 0 ? null : (
          <p role="alert">{t('knowledge.wrongCount', { count: wrong.length })}</p>
        )}
        <Button keys={['Ctrl', 'S']} onClick={() => void save('stay')}>
          {t('knowledge.keepDraft')}
        </Button>
        <Button look="primary" keys={['Ctrl', '↵']} onClick={() => void save('submit')}>
          {t('knowledge.submit')}
        </Button>
      </div>
    </section>
  );
};
