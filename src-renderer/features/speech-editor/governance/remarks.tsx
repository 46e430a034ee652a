/** Remarks on the steps, in threads: made, answered, settled, opened again. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ScriptVersion, SpeechComment } from '@shared/contracts/http/scripts.ts';
import { useId, useState } from 'react';
import { useEditor, useEditorStore, useScript } from '../editor-store.ts';
import styles from './governance.module.css';
import { momentWords, useNames } from './use-beside.ts';

const css = styleNames(styles);

type Writing = { readonly label: string; readonly onSend: (text: string) => Promise<boolean> };

const Writer = ({ label, onSend }: Writing) => {
  const { t } = useText();
  const id = useId();
  const [text, setText] = useState('');
  const send = async () => {
    if (text.trim() !== '' && (await onSend(text.trim()))) setText('');
  };
  return (
    <form
      className={css('asking')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={css('row')}>
        <Button type="submit" size="small">
          {t('speechWay.send')}
        </Button>
      </div>
    </form>
  );
};

const Words = ({ comment }: { readonly comment: SpeechComment }) => {
  const { language } = useText();
  const nameOf = useNames();
  return (
    <p className={css('remark')}>
      <small>
        {nameOf(comment.by)} <time dateTime={comment.at}>{momentWords(comment.at, language)}</time>
      </small>
      {comment.text}
    </p>
  );
};

const useSteps = () => {
  const { steps } = useScript();
  const store = useEditorStore();
  return {
    titleOf: (stepId: string | null) => steps.find(({ id }) => id === stepId)?.title ?? stepId,
    open: (id: string) => store.setState({ selected: { kind: 'step', id }, view: 'text' }),
  };
};

const Thread = ({
  first,
  answers,
  onAnswer,
  onSettle,
}: {
  readonly first: SpeechComment;
  readonly answers: readonly SpeechComment[];
  readonly onAnswer: (text: string) => Promise<boolean>;
  readonly onSettle: () => void;
}) => {
  const { t } = useText();
  const { titleOf, open } = useSteps();
  const [answering, setAnswering] = useState(false);
  const settled = first.resolvedAt !== null;
  const { stepId } = first;
  return (
    <li className={css('thread', settled && 'settled')}>
      {stepId === null ? (
        <b>{t('speechWay.whole')}</b>
      ) : (
        <button type="button" className={css('step')} onClick={() => open(stepId)}>
          {titleOf(stepId)}
        </button>
      )}
      <Words comment={first} />
      {answers.map((one) => (
        <Words key={one.id} comment={one} />
      ))}
      <div className={css('row')}>
        <Button size="small" look="ghost" onClick={() => setAnswering((now) => !now)}>
          {t('speechWay.answer')}
        </Button>
        <Button size="small" look="ghost" onClick={onSettle}>
          {t(settled ? 'speechWay.reopen' : 'speechWay.settle')}
        </Button>
      </div>
      {answering ? (
        <Writer
          label={t('speechWay.answerTo')}
          onSend={async (text) => {
            const sent = await onAnswer(text);
            if (sent) setAnswering(false);
            return sent;
          }}
        />
      ) : null}
    </li>
  );
};

export const Remarks = ({
  version,
  comments,
  onChanged,
}: {
  readonly version: ScriptVersion;
  readonly comments: readonly SpeechComment[];
  readonly onChanged: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const { titleOf } = useSteps();
  const selected = useEditor((state) => state.selected);
  const of = { scriptId: version.id, version: version.version };
  const stepId = selected.kind === 'step' ? selected.id : null;
  const say = async (text: string, place: { stepId: string | null; parentId: string | null }) => {
    const answer = await request('speeches.comment', { ...of, ...place, text });
    if (answer.ok) onChanged();
    return answer.ok;
  };
  const settle = async ({ id, resolvedAt }: SpeechComment) => {
    const resolved = resolvedAt === null;
    const answer = await request('speeches.resolve', { ...of, commentId: id, resolved });
    if (answer.ok) onChanged();
  };
  const threads = comments.filter(({ parentId }) => parentId === null);
  return (
    <section className={css('part')} aria-label={t('speechWay.remarks')}>
      <h3>{t('speechWay.remarks')}</h3>
      <ul>
        {threads.map((first) => (
          <Thread
            key={first.id}
            first={first}
            answers={comments.filter(({ parentId }) => parentId === first.id)}
            onAnswer={(text) => say(text, { stepId: null, parentId: first.id })}
            onSettle={() => void settle(first)}
          />
        ))}
      </ul>
      <Writer
        label={
          stepId === null
            ? t('speechWay.remarkWhole')
            : t('speechWay.remarkStep', { step: titleOf(stepId) ?? '' })
        }
        onSend={(text) => say(text, { stepId, parentId: null })}
      />
    </section>
  );
};
