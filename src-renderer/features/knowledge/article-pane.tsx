/** An article beside a talk, in the place of the thread: read, sent, judged, all by keys. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useScreen, useServices } from '@renderer/platform/store/services.tsx';
import { useFocusedWork } from '@renderer/platform/store/use-focused-work.ts';
import { useInsertion, useWriting } from '@renderer/platform/store/use-message.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { useBrandColors } from '@renderer/ui/parts/brand-scope.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { Article } from '@shared/domain/article/article.ts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './article.module.css';
import { ArticleSheet } from './article-sheet.tsx';
import { InsertPart } from './insert-part.tsx';
import { SendPart } from './send-part.tsx';
import { useArticle } from './use-article.ts';
import { useSending } from './use-sending.ts';

const css = styleNames(styles);
type Verdict = 'helped' | 'not-helped';

/** "Did it answer?", and after a no: that an article is missing, in one more key (KNOW-46). */
const useVerdict = (article: Article, searched: string) => {
  const request = useRequest();
  const { work } = useFocusedWork();
  const [verdict, setVerdict] = useState<Verdict | 'missing' | null>(null);
  const { id: articleId, version, brandId, language, title } = article;
  const judge = (kind: Verdict) => {
    if (verdict !== null) return;
    setVerdict(kind);
    void request('articles.note', { kind, articleId, version, brandId });
  };
  const missing = () => {
    if (verdict !== 'not-helped') return;
    setVerdict('missing');
    const words = (searched.trim() === '' ? title : searched).slice(0, 120);
    const reasonCode = work?.draft.reasonCode ?? null;
    void request('articles.note', { kind: 'missing', brandId, language, words, reasonCode });
  };
  return { verdict, judge, missing };
};

const Foot = ({ of }: { readonly of: ReturnType<typeof useVerdict> }) => {
  const { t } = useText();
  const { verdict, judge, missing } = of;
  if (verdict === 'helped' || verdict === 'missing')
    return (
      <div className={css('foot')}>
        <span role="status">{t(`knowledge.verdict.${verdict}`)}</span>
      </div>
    );
  if (verdict === 'not-helped')
    return (
      <div className={css('foot')}>
        <span role="status">{t('knowledge.verdict.not-helped')}</span>
        <button type="button" onClick={missing}>
          <KeyCaps keys={['M']} /> {t('knowledge.missing')}
        </button>
      </div>
    );
  return (
    <div className={css('foot')}>
      <span>{t('knowledge.didItHelp')}</span>
      <button type="button" onClick={() => judge('helped')}>
        <KeyCaps keys={[t('knowledge.yesKey').toUpperCase()]} /> {t('knowledge.yes')}
      </button>
      <button type="button" onClick={() => judge('not-helped')}>
        <KeyCaps keys={['N']} /> {t('knowledge.no')}
      </button>
    </div>
  );
};

/** In a call with nobody known nothing is written to anybody. */
const talksWithOf = (work: WorkItem | null): string | null =>
  work === null ? null : (work.customerId ?? 'nobody');

const Read = ({ article, searched }: { readonly article: Article; readonly searched: string }) => {
  const { t } = useText();
  const { work } = useFocusedWork();
  const sending = useSending(article, work);
  const judged = useVerdict(article, searched);
  const insertion = useInsertion(talksWithOf(work));
  const greeting = useRef<HTMLInputElement>(null);
  const rests = { whileTyping: 'rests' } as const;
  const works = { whileTyping: 'works', modifier: 'alt' } as const;
  useKeys(
    [
      { key: t('knowledge.yesKey'), ...rests, act: () => judged.judge('helped') },
      { key: 'n', ...rests, act: () => judged.judge('not-helped') },
      { key: 'm', ...rests, act: judged.missing },
      { key: 'v', ...works, act: () => greeting.current?.focus() },
      { key: 'c', ...works, act: sending.copy },
      { key: 'ArrowDown', modifier: 'alt', whileTyping: 'works', act: () => sending.step(1) },
      { key: 'ArrowUp', modifier: 'alt', whileTyping: 'works', act: () => sending.step(-1) },
    ],
    'overlay',
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys */}
      <section className={css('read')} tabIndex={0} aria-label={article.title}>
        <ArticleSheet article={article} />
      </section>
      {insertion === null ? (
        <form
          className={css('sending')}
          onSubmit={(event) => {
            event.preventDefault();
            sending.send();
          }}
        >
          <SendPart sending={sending} greetingRef={greeting} />
        </form>
      ) : (
        <InsertPart article={article} insertion={insertion} />
      )}
      <Foot of={judged} />
    </>
  );
};

const Frame = ({
  title,
  onBack,
  brandId,
  children,
}: {
  readonly title: string;
  readonly onBack: () => void;
  readonly brandId: string;
  readonly children: ReactNode;
}) => {
  const { t } = useText();
  const brand = useBrand(brandId);
  const { work } = useFocusedWork();
  const beside = useInsertion(talksWithOf(work)) !== null;
  const pane = useRef<HTMLElement>(null);
  useEffect(() => pane.current?.focus(), []);
  useKeys([{ key: 'Escape', whileTyping: 'works', act: onBack }], 'overlay');
  return (
    <section
      ref={pane}
      tabIndex={-1}
      className={css('pane', beside && 'beside')}
      aria-label={t('knowledge.article')}
      {...useBrandColors(brand)}
    >
      <div className={css('head')}>
        <Button
          look="ghost"
          size="small"
          icon="back"
          aria-label={t('knowledge.back')}
          onClick={onBack}
        >
          {''}
        </Button>
        <span className={css('searched')}>{title}</span>
        <KeyCaps keys={[t('knowledge.escape')]} />
      </div>
      {children}
    </section>
  );
};

/** Esc leads back to what was searched, else to the thread. */
export const ArticlePane = ({ articleId }: { readonly articleId: string }) => {
  const { t } = useText();
  const { screen } = useServices();
  const { work } = useFocusedWork();
  const writing = useWriting();
  const searched = useScreen((state) => state.searched);
  const article = useArticle(articleId);
  const back = () =>
    screen.setState({ overlay: searched === '' ? null : 'finder', articleId: null });
  return (
    <Frame title={searched} onBack={back} brandId={work?.brandId ?? writing?.item.brandId ?? ''}>
      {article === null ? <LoadingLines label={t('common.loading')} /> : null}
      {article === 'gone' ? (
        <EmptyState icon="article" title={t('knowledge.gone')} detail={t('knowledge.goneDetail')} />
      ) : null}
      {article === null || article === 'gone' ? null : (
        <Read key={article.id} article={article} searched={searched} />
      )}
    </Frame>
  );
};
