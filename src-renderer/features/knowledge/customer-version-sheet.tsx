/** What a customer gets of an article, word for word; copied from here where nobody is on the line. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Article } from '@shared/domain/article/article.ts';
import { useState } from 'react';
import styles from './knowledge.module.css';

const css = styleNames(styles);

export const CustomerVersionSheet = ({ article }: { readonly article: Article }) => {
  const { t } = useText();
  const request = useRequest();
  const [copied, setCopied] = useState(false);
  const { customer, language, id: articleId, version, brandId } = article;
  if (customer === null)
    return (
      <section className={css('sheet')} aria-label={t('knowledge.customerVersion')}>
        <h2>{t('knowledge.customerVersion')}</h2>
        <p className={css('quiet')}>{t('knowledge.notSent.internal')}</p>
      </section>
    );
  const copy = async () => {
    await navigator.clipboard.writeText(customer.text);
    setCopied(true);
    void request('articles.note', { kind: 'copied', articleId, version, brandId });
  };
  return (
    <section className={css('sheet')} aria-label={t('knowledge.customerVersion')}>
      <header>
        <h2>{t('knowledge.customerVersion')}</h2>
        <Button look="ghost" size="small" icon="copy" onClick={() => void copy()}>
          {t(copied ? 'knowledge.copied' : 'knowledge.copy')}
        </Button>
      </header>
      <h3 lang={language}>{customer.title}</h3>
      <p className={css('words')} lang={language}>
        {customer.text}
      </p>
      {customer.short === '' ? null : (
        <>
          <h4>{t('knowledge.short')}</h4>
          <p className={css('words')} lang={language}>
            {customer.short}
          </p>
        </>
      )}
    </section>
  );
};
