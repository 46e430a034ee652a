/** What she tries next: a sentence to say, by a day, and how it went. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Assessment } from '@shared/contracts/http/assessments.ts';
import { type FormEvent, useState } from 'react';
import editing from './editing.module.css';
import styles from './quality.module.css';

const css = styleNames(styles);
const edit = styleNames(editing);
const dayMs = 86_400_000;
const usualDays = 14;

const dateIn = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const PlanForm = ({
  known,
  onDone,
}: {
  readonly known: Assessment;
  readonly onDone: (isKept: 'kept' | 'left') => void;
}) => {
  const { t } = useText();
  const { clock } = useServices();
  const request = useRequest();
  const [sentence, setSentence] = useState(known.plan?.sentence ?? '');
  const [dueOn, setDueOn] = useState(known.plan?.dueOn ?? dateIn(clock.now() + usualDays * dayMs));
  const [followUp, setFollowUp] = useState(known.plan?.followUp ?? '');
  const missing = sentence.trim().length < 3 ? t('assess.coaching.needsSentence') : undefined;
  const why = dueOn === '' ? t('assess.coaching.needsDay') : missing;
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (why !== undefined) return;
    const answer = await request('quality.plan', {
      assessmentId: known.id,
      sentence: sentence.trim(),
      dueOn,
      followUp: followUp.trim() === '' ? null : followUp.trim(),
    });
    if (answer.ok) onDone('kept');
  };
  return (
    <form className={edit('coaching')} onSubmit={(event) => void keep(event)}>
      <label>
        {t('assess.coaching.sentence')}
        <textarea
          // biome-ignore lint/a11y/noAutofocus: she has asked for it
          autoFocus
          maxLength={300}
          value={sentence}
          onChange={(event) => setSentence(event.currentTarget.value)}
        />
      </label>
      <label>
        {t('assess.coaching.day')}
        <input
          type="date"
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
      </label>
      {known.plan === null ? null : (
        <label>
          {t('assess.coaching.followUp')}
          <textarea
            maxLength={1000}
            value={followUp}
            onChange={(event) => setFollowUp(event.currentTarget.value)}
          />
        </label>
      )}
      <div>
        <Button type="submit" size="small" look="primary" blocked={why}>
          {t('assess.coaching.keep')}
        </Button>
        <Button size="small" look="ghost" onClick={() => onDone('left')}>
          {t('assess.coaching.leave')}
        </Button>
      </div>
    </form>
  );
};

/** A lead makes it once she has answered; both see it. */
export const Plan = ({
  known,
  own,
  onChanged,
}: {
  readonly known: Assessment;
  readonly own: boolean;
  readonly onChanged: () => void;
}) => {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const { plan, state } = known;
  const mayPlan = !own && ['answered', 'contested', 'final'].includes(state);
  if (isOpen)
    return (
      <PlanForm
        known={known}
        onDone={(how) => {
          setOpen(false);
          if (how === 'kept') onChanged();
        }}
      />
    );
  return (
    <>
      {plan === null ? null : (
        <p>
          <b>{t('assess.plan', { day: plan.dueOn })}</b>
          <span className={css('said')}>{plan.sentence}</span>
          {plan.followUp === null ? null : <small>{plan.followUp}</small>}
        </p>
      )}
      {mayPlan ? (
        <Button size="small" onClick={() => setOpen(true)}>
          {t(plan === null ? 'assess.coaching.make' : 'assess.coaching.change')}
        </Button>
      ) : null}
    </>
  );
};
