/** A promise to call again: when, typed the French way, by whom, and why. */
import { formatDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkDraft } from '@shared/contracts/engine/views.ts';
import { parseDueTime } from '@shared/domain/callback/parse-due-time.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { useState } from 'react';
import styles from './wrap-up.module.css';

const css = styleNames(styles);
type Callback = NonNullable<WorkDraft['callback']>;

const Assignee = ({
  value,
  onChange,
}: {
  readonly value: Callback['assignee'];
  readonly onChange: (value: Callback['assignee']) => void;
}) => {
  const { t } = useText();
  return (
    <fieldset className={css('segments')}>
      <legend className="sr-only">{t('callback.by')}</legend>
      {(['me', 'anyone'] as const).map((one) => (
        <label key={one} className={css(value === one && 'on')}>
          <input
            type="radio"
            name="callback-assignee"
            checked={value === one}
            onChange={() => onChange(one)}
          />
          {t(`callback.assignee.${one}`)}
        </label>
      ))}
    </fieldset>
  );
};

export const CallbackForm = ({
  callback,
  onChange,
}: {
  readonly callback: Callback | null;
  readonly onChange: (callback: Callback | null) => void;
}) => {
  const { t, language } = useText();
  const { clock } = useServices();
  const [typed, setTyped] = useState('');
  const [assignee, setAssignee] = useState<Callback['assignee']>(callback?.assignee ?? 'me');
  const [reason, setReason] = useState(callback?.reason ?? '');
  const keep = (change: Partial<Callback>, dueAt: string | null) =>
    onChange(dueAt === null ? null : { assignee, reason, ...change, dueAt });
  const type = (text: string) => {
    setTyped(text);
    const due = parseDueTime(text, clock.now());
    keep({}, due === null ? null : toInstant(due));
  };
  const understood =
    callback === null
      ? null
      : t('callback.understood', {
          day: formatDay(callback.dueAt, language),
          time: formatTime(callback.dueAt, language),
        });
  const lost = typed.trim() !== '' && callback === null;
  return (
    <div className={css('form')}>
      <label>
        {t('callback.when')}
        <input
          type="text"
          data-autofocus
          placeholder={t('callback.example')}
          aria-invalid={lost}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
      </label>
      <Assignee
        value={assignee}
        onChange={(value) => {
          setAssignee(value);
          keep({ assignee: value }, callback?.dueAt ?? null);
        }}
      />
      <p role="status" className={css('understood', lost && 'lost')}>
        <Icon name={lost ? 'alert' : 'clock'} size={16} />
        {lost ? t('callback.notUnderstood') : (understood ?? t('callback.hint'))}
      </p>
      <label className={css('wide')}>
        {t('callback.reason')}
        <input
          type="text"
          maxLength={300}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            keep({ reason: event.currentTarget.value }, callback?.dueAt ?? null);
          }}
        />
      </label>
    </div>
  );
};
