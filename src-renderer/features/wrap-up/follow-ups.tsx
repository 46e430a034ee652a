/** What leaves for the customer when the wrap-up ends: a callback, a case. Each opens in its place. */
import { formatDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useDraft } from '@renderer/platform/store/services.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { CustomerCase } from '@shared/domain/customer/customer.ts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CallbackForm } from './callback-form.tsx';
import { CaseForm } from './case-form.tsx';
import styles from './wrap-up.module.css';

const css = styleNames(styles);

type FollowUpProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string | null;
  readonly letter: string;
  readonly filled: 'filled' | 'empty';
  readonly children: ReactNode;
};

const FollowUp = ({ icon, title, detail, letter, filled, children }: FollowUpProps) => {
  const [open, setOpen] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const toggle = () => setOpen((before) => !before);
  useKeys([{ key: letter, modifier: 'alt', whileTyping: 'works', act: toggle }]);
  useEffect(() => {
    if (open) body.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [open]);
  return (
    <div className={css('followUp')}>
      <button
        type="button"
        aria-expanded={open}
        aria-keyshortcuts={`Alt+${letter.toUpperCase()}`}
        onClick={toggle}
      >
        <Icon name={icon} />
        <span>
          <b>{title}</b>
          {detail === null ? null : <small>{detail}</small>}
        </span>
        {filled === 'filled' ? (
          <span className={css('done')}>
            <Icon name="check" />
          </span>
        ) : null}
        <KeyCaps keys={['Alt', letter.toUpperCase()]} />
      </button>
      {open ? (
        <div ref={body} className={css('body')}>
          {children}
        </div>
      ) : null}
    </div>
  );
};

export const FollowUps = ({
  work,
  cases,
}: {
  readonly work: WorkItem;
  readonly cases: readonly CustomerCase[];
}) => {
  const { t, language } = useText();
  const { draft, edit } = useDraft(work);
  const { callback } = draft;
  const choice = draft.case;
  const continued =
    choice?.mode === 'continue' ? cases.find((one) => one.id === choice.caseId) : undefined;
  return (
    <div className={css('followUps')}>
      <FollowUp
        icon={callback === null ? 'plus' : 'phone'}
        title={
          callback === null
            ? t('callback.add')
            : t(`callback.done.${callback.assignee}`, {
                day: formatDay(callback.dueAt, language),
                time: formatTime(callback.dueAt, language),
              })
        }
        detail={callback?.reason || null}
        letter="c"
        filled={callback === null ? 'empty' : 'filled'}
      >
        <CallbackForm
          callback={callback}
          onChange={(next) => edit((current) => ({ ...current, callback: next }))}
        />
      </FollowUp>
      <FollowUp
        icon={choice === null ? 'plus' : 'file'}
        title={choice === null ? t('caseForm.add') : t(`caseForm.chosen.${choice.mode}`)}
        detail={
          choice?.mode === 'open'
            ? choice.title || null
            : continued
              ? `${continued.reference} · ${continued.title}`
              : null
        }
        letter="o"
        filled={choice === null ? 'empty' : 'filled'}
      >
        <CaseForm
          cases={cases}
          value={choice}
          onChange={(next) => edit((current) => ({ ...current, case: next }))}
        />
      </FollowUp>
    </div>
  );
};
