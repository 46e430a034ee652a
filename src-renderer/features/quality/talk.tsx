/** What the lead says to it, what the advisor answers, and what she tries next. */
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Assessment } from '@shared/contracts/http/assessments.ts';
import { isWhole } from '@shared/domain/assessment/grid.ts';
import { useState } from 'react';
import { Plan } from './plan-form.tsx';
import styles from './quality.module.css';

const css = styleNames(styles);
type Comment = Assessment['comments'][number];

const Reply = ({
  known,
  onChanged,
}: {
  readonly known: Assessment;
  readonly onChanged: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const [text, setText] = useState('');
  const send = async (contests: boolean) => {
    await request('quality.reply', { assessmentId: known.id, text, contests });
    onChanged();
  };
  const blocked = text.trim() === '' ? { blocked: t('assess.blocked.reply') } : {};
  return (
    <div className={css('reply')}>
      <textarea
        aria-label={t('assess.yourReply')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button size="small" look="primary" {...blocked} onClick={() => void send(false)}>
        {t('assess.reply')}
      </Button>
      <Button size="small" {...blocked} onClick={() => void send(true)}>
        {t('assess.contest')}
      </Button>
    </div>
  );
};

const NewComment = ({
  placedMs,
  onComment,
}: {
  readonly placedMs: number | null;
  readonly onComment: (one: Comment) => void;
}) => {
  const { t } = useText();
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim() === '') return;
    onComment({ atMs: placedMs, text: text.trim() });
    setText('');
  };
  return (
    <form
      className={css('reply')}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <input
        aria-label={t('assess.comment')}
        placeholder={
          placedMs === null
            ? t('assess.comment')
            : t('assess.commentAt', { time: formatTimer(placedMs, 'wide') })
        }
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  );
};

/** What this person may do next with it. */
const useActs = (known: Assessment | null, own: boolean, onChanged: () => void) => {
  const { t } = useText();
  const request = useRequest();
  const me = useSlice('session')?.user?.id;
  const after = async (done: Promise<unknown>) => {
    await done;
    onChanged();
  };
  if (known === null || own) return null;
  const assessmentId = known.id;
  if (known.state === 'draft')
    return {
      label: t('assess.send', { name: known.advisorName.split(' ')[0] ?? '' }),
      ready: isWhole(known.grid, known.marks),
      run: () => void after(request('quality.send', { assessmentId })),
    };
  const mayClose =
    known.state === 'answered' || (known.state === 'contested' && known.evaluatorId !== me);
  return mayClose
    ? {
        label: t('assess.close'),
        ready: true,
        run: () => void after(request('quality.close', { assessmentId })),
      }
    : null;
};

export const Talk = ({
  known,
  comments,
  own,
  placedMs,
  onComment,
  onChanged,
}: {
  readonly known: Assessment | null;
  readonly comments: readonly Comment[];
  readonly own: boolean;
  readonly placedMs: number | null;
  readonly onComment: ((one: Comment) => void) | null;
  readonly onChanged: () => void;
}) => {
  const { t } = useText();
  const act = useActs(known, own, onChanged);
  useKeys([
    { key: 'Enter', modifier: 'ctrl', whileTyping: 'works', act: () => act?.ready && act.run() },
  ]);
  const lead = known?.evaluatorName ?? t('assess.you');
  return (
    <div className={css('talk')}>
      {comments.map(({ atMs, text }, place) => (
        <p key={`${atMs} ${text}`}>
          <b>{lead}</b>{' '}
          {atMs === null ? null : <small>{t('assess.place', { number: place + 1 })}</small>}
          <span>{text}</span>
        </p>
      ))}
      {onComment === null ? null : <NewComment placedMs={placedMs} onComment={onComment} />}
      {known?.reply == null ? null : (
        <blockquote>
          <b>{known.advisorName}</b>
          <span>{known.reply}</span>
        </blockquote>
      )}
      {known !== null && own && known.state === 'sent' ? (
        <Reply known={known} onChanged={onChanged} />
      ) : null}
      {known === null ? null : <Plan known={known} own={own} onChanged={onChanged} />}
      {act === null ? null : (
        <Button
          look="primary"
          keys={['Ctrl', '↵']}
          {...(act.ready ? {} : { blocked: t('assess.blocked.marks') })}
          onClick={act.run}
        >
          {act.label}
        </Button>
      )}
      <small>{t('assess.noEmotion')}</small>
    </div>
  );
};
