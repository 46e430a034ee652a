/** A representative's calendars: his appointments out by a secret address, other calendars of his in. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { DiarySource, NewDiarySource } from '@shared/contracts/http/diaries.ts';
import { type FormEvent, useCallback, useEffect, useId, useState } from 'react';
import styles from './diaries.module.css';

const css = styleNames(styles);

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
    remove: async (calendarId: string) => {
      await request('diaries.remove-calendar', { representativeId, calendarId });
      await again();
    },
    openFeed: async () => {
      const told = await request('diaries.open-feed', { representativeId });
      if (told.ok) setAddress(told.value.address);
    },
  };
};

const Known = ({ one, onRemove }: { readonly one: DiarySource; readonly onRemove: () => void }) => {
  const { t, language } = useText();
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
      <Button size="small" look="ghost" onClick={onRemove}>
        {t('diaries.calendar.remove')}
      </Button>
    </li>
  );
};

export const Calendars = ({ representativeId }: { readonly representativeId: string }) => {
  const { t } = useText();
  const id = useId();
  const [address, setAddress] = useState('');
  const desk = useCalendars(representativeId);
  const addAddress = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() === '') return;
    const name = URL.canParse(address) ? new URL(address).hostname : address.slice(0, 60);
    const calendar = { kind: 'address' as const, name, address: address.trim() };
    void desk.add({ ...calendar, userName: null, password: null }).then(() => setAddress(''));
  };
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
          <Known key={one.id} one={one} onRemove={() => void desk.remove(one.id)} />
        ))}
      </ul>
      {desk.problems.map((problem) => (
        <p key={problem} role="alert">
          {problem}
        </p>
      ))}
      <form onSubmit={addAddress}>
        <label htmlFor={`${id}-address`}>
          {t('diaries.calendar.address')}
          <input
            id={`${id}-address`}
            type="text"
            placeholder="https://"
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <Button type="submit">{t('diaries.calendar.add')}</Button>
        <label htmlFor={`${id}-file`}>
          {t('diaries.calendar.file')}
          <input
            id={`${id}-file`}
            type="file"
            accept=".ics,text/calendar"
            onChange={(event) => void addFile(event.currentTarget.files?.[0])}
          />
        </label>
      </form>
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
