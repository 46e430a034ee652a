/** Which articles are at hand at a step, beside those of its reason: chosen by their titles. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import type { Article } from '@shared/domain/article/article.ts';
import type { Step } from '@shared/domain/script/step.ts';
import { useEffect, useState } from 'react';
import { useEditor } from './editor-store.ts';
import { PickedList } from './picked-list.tsx';
import { useStepEdit } from './use-step-edit.ts';
import { useWriting } from './use-writing.ts';

const most = 9;

/** Null while they are asked for. */
const useShown = (brandId: string): readonly Article[] | null => {
  const { client } = useServices();
  const [shown, setShown] = useState<readonly Article[] | null>(null);
  useEffect(() => {
    let current = true;
    void client.request('articles.shown', { brandId }).then((answer) => {
      if (current && answer.ok) setShown(answer.value);
    });
    return () => {
      current = false;
    };
  }, [client, brandId]);
  return shown;
};

export const ArticlesForm = ({ step }: { readonly step: Step }) => {
  const { t } = useText();
  const change = useStepEdit(step);
  const brandId = useEditor((state) => state.history.now.brandId);
  const { languages } = useWriting();
  const shown = useShown(brandId);
  const titleOf = ({ title, language }: Article) =>
    languages.length > 1
      ? t('speechEditor.articleIn', { title, language: language.toUpperCase() })
      : title;
  const chosen = (step.articles ?? []).map((id) => {
    const found = shown?.find((one) => one.id === id);
    const unknown = shown === null ? '…' : t('speechEditor.articleGone');
    return { id, label: found === undefined ? unknown : titleOf(found) };
  });
  return (
    <PickedList
      label={t('speechEditor.articles')}
      hint={t('speechEditor.articlesHint')}
      adding={t('speechEditor.addArticle')}
      removing={(title) => t('speechEditor.removeArticle', { title })}
      chosen={chosen}
      options={(shown ?? [])
        .filter(({ language }) => languages.includes(language))
        .map((one) => ({ id: one.id, label: titleOf(one) }))}
      most={most}
      name="articles"
      onChange={(articles) =>
        change('articles', { articles: articles.length === 0 ? undefined : articles })
      }
    />
  );
};
