/** A representative's calendars: his appointments out by a secret address, other calendars of his in. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CommandInput } from '@shared/contracts/engine/commands.ts';
import type { DiarySource, NewDiarySource } from '@shared/contracts/http/diaries.ts';
import { useCallback, useEffect, useId, useState } from 'react';
import { CalendarAddress } from './calendar-address.tsx';
import styles from './diaries.module.css';
import { LeavingCalendar } from './leaving-calendar.tsx';

const css = styleNames(styles);

type Ours = CommandInput<'diaries.remove-calendar'>['appointments'];

const useCalendars = (representativeId: string) => {
  const request = useRequest();
  const [calendars, setCalendars] = useState<readonly DiarySource[]>([]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [address, setAddress] = useState<string | null>(null);
  const again = useCallback(async () => {
    const told = await request('diaries.calendars', { representativeId });
    if (told.ok) setCalendars(told.value.calendars);
  }, [request, representativeId]);
  useEffect(() => void again(), [again]);
  return {
    calendars,
    problems,
    address,
    add: async (calendar: NewDiarySource) => {
      const told = await request('diaries.add-calendar', { representativeId, calendar });
      if (told.ok) setProblems(told.value.problems);
      await again();
    },
    remove: async (calendarId: string, appointments: Ours) => {
      await request('diaries.remove-calendar', { representativeId, calendarId, appointments });
      await again();
    },
    openFeed: async () => {
      const told = await request('diaries.open-feed', { representativeId });
      if (told.ok) setAddress(told.value.address);
    },
  };
};

const Known = ({
  one,
  onRemove,
}: {
  readonly one: DiarySource;
  readonly onRemove: (ours: Ours) => Promise<void>;
}) => {
  const { t, language } = useText();
  const [asking, setAsking] = useState(false);
  const read =
    one.readAt === null
      ? ''
      : t('diaries.calendar.read', { time: formatTime(one.readAt, language) });
  return (
    <li className={css('calendar')}>
      <Icon name={one.problem === null ? 'calendar' : 'alert'} size={16} />
      <span>
        <b>{one.name}</b>
        <small>{one.problem ?? read}</small>
      </span>
      <Button
        size="small"
        look="ghost"
        onClick={() => (one.appointments === 0 ? void onRemove('stay') : setAsking(true))}
      >
        {t('diaries.calendar.remove')}
      </Button>
      {asking ? (
        <LeavingCalendar calendar={one} onLeave={onRemove} onClose={() => setAsking(false)} />
      ) : null}
    </li>
  );
};

export const Calendars = ({ representativeId }: { readonly representativeId: string }) => {
  const { t } = useText();
  const id = useId();
  const desk = useCalendars(representativeId);
  const addFile = async (file: File | undefined) => {
    if (file !== undefined)
      await desk.add({ kind: 'file', name: file.name.slice(0, 120), text: await file.text() });
  };
  return (
    <section className={css('calendars')} aria-label={t('diaries.calendar.title')}>
      <h2>{t('diaries.calendar.title')}</h2>
      <p>{t('diaries.calendar.detail')}</p>
      <ul>
        {desk.calendars.map((one) => (
          <Known key={one.id} one={one} onRemove={(ours) => desk.remove(one.id, ours)} />
        ))}
      </ul>
      {desk.problems.map((problem) => (
        <p key={problem} role="alert">
          {problem}
        </p>
      ))}
      <CalendarAddress onAdd={desk.add} />
      <p>
        <label htmlFor={`${id}-file`}>
          {t('diaries.calendar.file')}
          <input
            id={`${id}-file`}
            type="file"
            accept=".ics,text/calendar"
            onChange={(event) => void addFile(event.currentTarget.files?.[0])}
          />
        </label>
      </p>
      <p>{t('diaries.calendar.feedDetail')}</p>
      {desk.address === null ? (
        <Button icon="calendar" onClick={() => void desk.openFeed()}>
          {t('diaries.calendar.feed')}
        </Button>
      ) : (
        <p role="status">
          <code>{desk.address}</code>
        </p>
      )}
    </section>
  );
};
