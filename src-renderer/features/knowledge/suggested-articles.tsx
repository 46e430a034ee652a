/** One quiet line beside the objections: the articles of this reason and this step (KNOW-47). */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { Article, ArticleLanguage } from '@shared/domain/article/article.ts';
import { useEffect, useState } from 'react';
import styles from './article.module.css';

const css = styleNames(styles);
/** Alt and these, in order: the objections have A, Z, E and R, the open case D. */
const letters = ['q', 's', 't'] as const;

type Moment = {
  readonly work: WorkItem;
  readonly scriptId: string;
  readonly stepId: string;
  readonly language: ArticleLanguage;
  /** Those that the speech itself puts at hand at this step. */
  readonly chosen?: readonly string[] | undefined;
  /** What the speech is for, while she has not noted the reason. */
  readonly speechReason: string | null;
};

const useSuggested = ({
  work,
  scriptId,
  stepId,
  language,
  chosen,
  speechReason,
}: Moment): readonly Article[] => {
  const { client } = useServices();
  const [found, setFound] = useState<readonly Article[]>([]);
  const { brandId } = work;
  const reasonCode = work.draft.reasonCode ?? speechReason;
  useEffect(() => {
    let current = true;
    const step = { scriptId, stepId };
    void client
      .request('articles.suggest', {
        brandId,
        language,
        reasonCode,
        step,
        ...(chosen === undefined ? {} : { chosen: [...chosen] }),
      })
      .then((answer) => {
        if (current) setFound(answer.ok ? answer.value : []);
      });
    return () => {
      current = false;
    };
  }, [client, brandId, language, reasonCode, scriptId, stepId, chosen]);
  return found;
};

export const SuggestedArticles = (moment: Moment) => {
  const { t } = useText();
  const { screen } = useServices();
  const found = useSuggested(moment);
  const open = ({ id }: Article) =>
    screen.setState({ overlay: 'article', articleId: id, searched: '' });
  useKeys(
    found.flatMap((article, at) => {
      const key = letters[at];
      const act = () => open(article);
      return key === undefined
        ? []
        : [{ key, modifier: 'alt' as const, whileTyping: 'works' as const, act }];
    }),
  );
  if (found.length === 0) return null;
  return (
    <section className={css('suggested')} aria-label={t('knowledge.atHand')}>
      <span>{t('knowledge.atHand')}</span>
      {found.map((article, at) => {
        const letter = letters[at]?.toUpperCase() ?? '';
        return (
          <button
            key={article.id}
            type="button"
            lang={article.language}
            aria-keyshortcuts={`Alt+${letter}`}
            onClick={() => open(article)}
          >
            <KeyCaps keys={['Alt', letter]} />
            <Icon name="article" size={15} />
            <b>{article.title}</b>
          </button>
        );
      })}
    </section>
  );
};
