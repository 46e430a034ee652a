/** The article that is read, as this desktop holds it; null while it is looked for, `gone` if it is not here. */
import { useServices } from '@renderer/platform/store/services.tsx';
import type { Article } from '@shared/domain/article/article.ts';
import { useEffect, useState } from 'react';

/** @param asked `by-her`: it counts as read; `by-screen`: it stands there until she chooses one */
export const useArticle = (
  articleId: string,
  asked: 'by-her' | 'by-screen' = 'by-her',
): Article | 'gone' | null => {
  const { client } = useServices();
  const [read, setRead] = useState<Article | 'gone' | null>(null);
  useEffect(() => {
    let current = true;
    setRead(null);
    void client.request('articles.read', { articleId }).then((answer) => {
      if (!current) return;
      const found = answer.ok ? answer.value : null;
      setRead(found ?? 'gone');
      if (found !== null && asked === 'by-her') {
        const { id, version, brandId } = found;
        void client.request('articles.note', { kind: 'read', articleId: id, version, brandId });
      }
    });
    return () => {
      current = false;
    };
  }, [client, articleId, asked]);
  return read;
};
