/** Another calendar by its address: read alone, or a CalDAV calendar that his appointments are written to. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { NewDiarySource } from '@shared/contracts/http/diaries.ts';
import { type FormEvent, useId, useState } from 'react';
import styles from './diaries.module.css';

const css = styleNames(styles);

const nothing = { address: '', userName: '', password: '', writes: false };
type Typed = typeof nothing;

const calendarOf = (typed: Typed): NewDiarySource => {
  const address = typed.address.trim();
  const name = URL.canParse(address) ? new URL(address).hostname : address.slice(0, 60);
  const { userName, password } = typed;
  if (typed.writes) return { kind: 'caldav', name, address, userName, password };
  const as = userName === '' ? { userName: null, password: null } : { userName, password };
  return { kind: 'address', name, address, ...as };
};

export const CalendarAddress = ({
  onAdd,
}: {
  readonly onAdd: (calendar: NewDiarySource) => Promise<void>;
}) => {
  const { t } = useText();
  const id = useId();
  const [typed, setTyped] = useState(nothing);
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const isMissing = typed.writes && (typed.userName === '' || typed.password === '');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (typed.address.trim() === '' || isMissing) return;
    void onAdd(calendarOf(typed)).then(() => setTyped(nothing));
  };
  const field = (name: 'address' | 'userName' | 'password', type: 'text' | 'password') => (
    <label htmlFor={`${id}-${name}`}>
      {t(`diaries.calendar.${name}`)}
      <input
        id={`${id}-${name}`}
        type={type}
        autoComplete="off"
        placeholder={name === 'address' ? 'https://' : ''}
        value={typed[name]}
        onChange={(event) => change({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <form onSubmit={add}>
      {field('address', 'text')}
      {field('userName', 'text')}
      {field('password', 'password')}
      <label className={css('writes')} htmlFor={`${id}-writes`}>
        <input
          id={`${id}-writes`}
          type="checkbox"
          checked={typed.writes}
          onChange={(event) => change({ writes: event.currentTarget.checked })}
        />{' '}
        {t('diaries.calendar.writes')}
      </label>
      <Button type="submit" blocked={isMissing ? t('diaries.calendar.needsAccount') : undefined}>
        {t('diaries.calendar.add')}
      </Button>
    </form>
  );
};
