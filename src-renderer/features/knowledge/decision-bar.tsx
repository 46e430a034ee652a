/** What may become of a version that is in review or published: approved, sent back, confirmed, withdrawn. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Article } from '@shared/domain/article/article.ts';
import type { ArticleDeed } from '@shared/domain/article/article-life.ts';
import { dayAt } from '@shared/domain/article/shown-article.ts';
import { useState } from 'react';
import styles from './knowledge.module.css';

const css = styleNames(styles);
const halfYearMs = 182 * 86_400_000;

type Props = {
  readonly article: Article;
  readonly onTurned: (article: Article) => void;
  readonly onNewVersion: () => void;
};

/** A word is asked for before it is sent back or withdrawn: its author and the journal keep it. */
const WithWord = ({
  deed,
  onSay,
}: {
  readonly deed: 'sent-back' | 'withdrawn';
  readonly onSay: (remark: string) => void;
}) => {
  const { t } = useText();
  const [remark, setRemark] = useState('');
  const blocked = remark.trim() === '' ? t('knowledge.remarkNeeded') : undefined;
  return (
    <form
      className={css('word')}
      onSubmit={(event) => {
        event.preventDefault();
        if (blocked === undefined) onSay(remark);
      }}
    >
      <input
        type="text"
        maxLength={500}
        aria-label={t(`knowledge.remark.${deed}`)}
        placeholder={t(`knowledge.remark.${deed}`)}
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
      <Button
        type="submit"
        look={deed === 'withdrawn' ? 'danger' : 'plain'}
        size="small"
        blocked={blocked}
      >
        {t(`knowledge.deed.${deed}`)}
      </Button>
    </form>
  );
};

export const DecisionBar = ({ article, onTurned, onNewVersion }: Props) => {
  const { t } = useText();
  const request = useRequest();
  const ownId = useSlice('session')?.user?.id;
  const now = useMinute();
  const { id: articleId, version, state, authorId } = article;
  const turn = async (deed: ArticleDeed, remark = '') => {
    const reviewBy = deed === 'confirmed' ? dayAt(now + halfYearMs) : null;
    const turned = await request('articles.turn', { articleId, version, deed, remark, reviewBy });
    if (turned.ok) onTurned(turned.value);
  };
  return (
    <section className={css('sheet', 'decisions')} aria-label={t('knowledge.decisions')}>
      {state === 'in-review' ? (
        <>
          <Button
            look="primary"
            icon="check"
            blocked={authorId === ownId ? t('error.article-own') : undefined}
            onClick={() => void turn('approved')}
          >
            {t('knowledge.deed.approved')}
          </Button>
          {authorId === ownId ? <p className={css('quiet')}>{t('error.article-own')}</p> : null}
          <WithWord deed="sent-back" onSay={(remark) => void turn('sent-back', remark)} />
        </>
      ) : null}
      {state === 'published' ? (
        <>
          <Button icon="pencil" onClick={onNewVersion}>
            {t('knowledge.newVersion')}
          </Button>
          <Button icon="check" onClick={() => void turn('confirmed')}>
            {t('knowledge.deed.confirmed')}
          </Button>
          <WithWord deed="withdrawn" onSay={(remark) => void turn('withdrawn', remark)} />
        </>
      ) : null}
      {state === 'withdrawn' ? (
        <>
          <p className={css('remark')}>
            {t('knowledge.withdrawnBecause', { remark: article.remark ?? '' })}
          </p>
          <Button icon="pencil" onClick={onNewVersion}>
            {t('knowledge.newVersion')}
          </Button>
        </>
      ) : null}
    </section>
  );
};
