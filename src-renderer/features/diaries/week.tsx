/** One representative's week: his appointments, what else fills his time, and what came of it. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Diary } from '@shared/contracts/http/diaries.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import styles from './diaries.module.css';
import type { DiaryDesk } from './use-diary.ts';

const css = styleNames(styles);

const Visit = ({ one, desk }: { readonly one: Appointment; readonly desk: DiaryDesk }) => {
  const { t, language } = useText();
  const now = useMinute();
  const hasBegun = Date.parse(one.startsAt) <= now;
  const isOpen = one.status === 'booked';
  return (
    <li className={css('visit', one.status)}>
      <span className="figures">
        {formatTime(one.startsAt, language)} – {formatTime(one.endsAt, language)}
      </span>
      <b>{one.customerName}</b>
      <small>{[...one.place.lines, one.place.commune].join(', ')}</small>
      {isOpen ? null : (
        <Tag tone={one.status === 'kept' ? 'ok' : 'plain'}>{t(`diaries.status.${one.status}`)}</Tag>
      )}
      {isOpen ? (
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
            <Button size="small" look="ghost" onClick={() => void desk.cancel(one.id)}>
              {t('diaries.cancel')}
            </Button>
          )}
        </span>
      ) : null}
    </li>
  );
};

const Day = ({
  fromMs,
  toMs,
  diary,
  desk,
}: {
  readonly fromMs: number;
  readonly toMs: number;
  readonly diary: Diary;
  readonly desk: DiaryDesk;
}) => {
  const { t, language } = useText();
  const within = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): boolean =>
    Date.parse(startsAt) < toMs && Date.parse(endsAt) > fromMs;
  const visits = diary.appointments.filter(within);
  const busy = diary.busy.filter(within);
  const noon = new Date((fromMs + toMs) / 2).toISOString();
  return (
    <section className={css('day')} aria-label={formatDay(noon, language)}>
      <h3>{formatDay(noon, language)}</h3>
      <ul>
        {visits.map((one) => (
          <Visit key={one.id} one={one} desk={desk} />
        ))}
        {busy.map(({ startsAt, endsAt, source }) => (
          <li key={`${startsAt} ${source}`} className={css('busy')}>
            <span className="figures">
              {formatTime(startsAt, language)} – {formatTime(endsAt, language)}
            </span>
            <small>
              <Icon name="lock" size={14} /> {source}
            </small>
          </li>
        ))}
      </ul>
      {visits.length + busy.length === 0 ? <p>{t('diaries.nothing')}</p> : null}
    </section>
  );
};

export const Week = ({ desk, diary }: { readonly desk: DiaryDesk; readonly diary: Diary }) => {
  const { days } = desk;
  return (
    <div className={css('week')}>
      {days.slice(0, 7).map((fromMs, at) => (
        <Day key={fromMs} fromMs={fromMs} toMs={days[at + 1] ?? fromMs} diary={diary} desk={desk} />
      ))}
    </div>
  );
};
