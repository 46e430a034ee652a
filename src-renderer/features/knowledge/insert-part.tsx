/** While a message is written, its article goes into it at the cursor: the customer's version, as it will read. */

import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices, useSlice } from '@renderer/platform/store/services.tsx';
import type { Insertion } from '@renderer/platform/store/use-message.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Article } from '@shared/domain/article/article.ts';
import { composeMessage } from '@shared/domain/article/article-message.ts';
import styles from './article.module.css';

const css = styleNames(styles);

export const InsertPart = ({
  article,
  insertion: { writing, insert },
}: {
  readonly article: Article;
  readonly insertion: Insertion;
}) => {
  const { t } = useText();
  const { screen } = useServices();
  const rules = useSlice('reference')?.rules.find(({ brandId }) => brandId === article.brandId);
  const { channel } = writing.draft;
  const carried = channel === 'social' ? 'chat' : channel;
  const words = composeMessage(article, carried, { rules: rules?.knowledge })?.text ?? null;
  return (
    <form
      className={css('send')}
      onSubmit={(event) => {
        event.preventDefault();
        if (words === null) return;
        insert(words, article);
        screen.setState({ overlay: null });
      }}
    >
      <h3 className={css('label')}>
        {t('knowledge.intoMessage', { channel: t(`channel.${channel}`) })}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys */}
      <p className={css('inserted')} tabIndex={0}>
        {words ?? t('knowledge.notSent.internal')}
      </p>
      <div className={css('acts')}>
        <span>{t('knowledge.customerVersion')}</span>
        <Button
          type="submit"
          look="brand"
          size="small"
          keys={['↵']}
          blocked={words === null ? t('knowledge.notSent.internal') : undefined}
          autoFocus
        >
          {t('knowledge.insert')}
        </Button>
      </div>
    </form>
  );
};
