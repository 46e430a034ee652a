/** One representative's week: his appointments, what else fills his time, what is free, what came of it. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Diary } from '@shared/contracts/http/diaries.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import type { ReactNode } from 'react';
import styles from './diaries.module.css';
import type { DiaryDesk } from './use-diary.ts';

const css = styleNames(styles);

export type BeginChange = (change: 'move' | 'cancel', appointment: Appointment) => void;
type Acting = { readonly desk: DiaryDesk; readonly begin: BeginChange };
type Times = { readonly startsAt: string; readonly endsAt: string };

const Hours = ({ startsAt, endsAt }: Times) => {
  const { language } = useText();
  return (
    <span className="figures">
      {formatTime(startsAt, language)} – {formatTime(endsAt, language)}
    </span>
  );
};

const Acts = ({ one, desk, begin }: Acting & { readonly one: Appointment }) => {
  const { t } = useText();
  const hasBegun = Date.parse(one.startsAt) <= useMinute();
  return (
    <span className={css('acts')}>
      {hasBegun ? (
        <>
          <Button size="small" icon="check" onClick={() => void desk.end(one.id, 'kept')}>
            {t('diaries.kept')}
          </Button>
          <Button size="small" onClick={() => void desk.end(one.id, 'not-kept')}>
            {t('diaries.notKept')}
          </Button>
        </>
      ) : (
        <>
          <Button size="small" onClick={() => begin('move', one)}>
            {t('diaries.move')}
          </Button>
          <Button size="small" look="ghost" onClick={() => begin('cancel', one)}>
            {t('diaries.cancel')}
          </Button>
        </>
      )}
    </span>
  );
};

const Visit = ({ one, ...acting }: Acting & { readonly one: Appointment }) => {
  const { t } = useText();
  const isOpen = one.status === 'booked';
  return (
    <li className={css('visit', one.status)}>
      <Hours {...one} />
      <b>{one.customerName}</b>
      <small>{[...one.place.lines, one.place.commune].join(', ')}</small>
      {isOpen ? null : (
        <Tag tone={one.status === 'kept' ? 'ok' : 'plain'}>{t(`diaries.status.${one.status}`)}</Tag>
      )}
      {isOpen ? <Acts one={one} {...acting} /> : null}
    </li>
  );
};

/** Everything of a day in the order of its hours. */
const useLines = (diary: Diary, acting: Acting) => {
  const { t } = useText();
  const lines: (Times & { readonly line: ReactNode })[] = [
    ...diary.appointments.map((one) => ({
      ...one,
      line: <Visit key={one.id} one={one} {...acting} />,
    })),
    ...diary.busy.map((one) => ({
      ...one,
      line: (
        <li key={`${one.startsAt} ${one.source}`} className={css('busy')}>
          <Hours {...one} />
          <small>
            <Icon name="lock" size={14} /> {one.source}
          </small>
        </li>
      ),
    })),
    ...diary.free.map((one) => ({
      ...one,
      line: (
        <li key={`${one.startsAt} free`} className={css('free')}>
          <Hours {...one} /> <small>{t('diaries.free')}</small>
        </li>
      ),
    })),
  ];
  return lines.sort((a, b) => a.startsAt.localeCompare(b.startsAt));
};

const Day = ({
  fromMs,
  toMs,
  diary,
  ...acting
}: Acting & { readonly fromMs: number; readonly toMs: number; readonly diary: Diary }) => {
  const { t, language } = useText();
  const lines = useLines(diary, acting).filter(
    ({ startsAt, endsAt }) => Date.parse(startsAt) < toMs && Date.parse(endsAt) > fromMs,
  );
  const noon = new Date((fromMs + toMs) / 2).toISOString();
  return (
    <section className={css('day')} aria-label={formatDay(noon, language)}>
      <h3>{formatDay(noon, language)}</h3>
      <ul>{lines.map(({ line }) => line)}</ul>
      {lines.length === 0 ? <p>{t('diaries.nothing')}</p> : null}
    </section>
  );
};

export const Week = ({ diary, ...acting }: Acting & { readonly diary: Diary }) => {
  const { days } = acting.desk;
  return (
    <div className={css('week')}>
      {days.slice(0, 7).map((fromMs, at) => (
        <Day key={fromMs} fromMs={fromMs} toMs={days[at + 1] ?? fromMs} diary={diary} {...acting} />
      ))}
    </div>
  );
};
