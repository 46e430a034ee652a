/** Without the hub nobody knows what is free: a time that was agreed is kept, and booked or told later. */
import { formatDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { parseDueTime } from '@shared/domain/callback/parse-due-time.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { type FormEvent, useState } from 'react';
import styles from './booking.module.css';
import type { Booking } from './use-booking.ts';

const css = styleNames(styles);

export const ProposeWithout = ({ booking }: { readonly booking: Booking }) => {
  const { t, language } = useText();
  const { clock } = useServices();
  const [typed, setTyped] = useState('');
  const dueMs = parseDueTime(typed, clock.now());
  const startsAt = dueMs === null ? null : toInstant(dueMs);
  const propose = (event: FormEvent) => {
    event.preventDefault();
    if (startsAt !== null) void booking.book({ startsAt });
  };
  return (
    <form className={css('without')} onSubmit={propose}>
      <label>
        {t('callback.when')}
        <input
          type="text"
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type this
          autoFocus
          placeholder={t('callback.example')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <Button
        look="primary"
        type="submit"
        keys={['↵']}
        blocked={startsAt === null ? t('callback.hint') : undefined}
      >
        {startsAt === null
          ? t('booking.propose')
          : t('booking.proposeAt', {
              day: formatDay(startsAt, language),
              time: formatTime(startsAt, language),
            })}
      </Button>
    </form>
  );
};
