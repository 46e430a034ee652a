/** The desktop is locked: she unlocks it with her password; a call can still be taken, unnamed. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import { ringsHere } from '@shared/domain/call/comes-in.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import styles from './sign-in.module.css';

const css = styleNames(styles);

const LockedCall = ({ call }: { readonly call: CallView }) => {
  const { t } = useText();
  const { client } = useServices();
  const { id: callId, muted } = call;
  const rings = ringsHere(call);
  return (
    <section className={css('call')} aria-label={t('lock.call')}>
      <Icon name="phone" />
      <b>{t(rings ? 'lock.ringing' : 'lock.talking')}</b>
      {rings ? (
        <>
          <Button look="primary" onClick={() => void client.request('call.answer', { callId })}>
            {t('lock.answer')}
          </Button>
          <Button onClick={() => void client.request('call.decline', { callId })}>
            {t('lock.decline')}
          </Button>
        </>
      ) : (
        <>
          <Button
            onClick={() => void client.request('call.mute', { callId, muted: !muted })}
            aria-pressed={muted}
          >
            {t('lock.mute')}
          </Button>
          <Button onClick={() => void client.request('call.hang-up', { callId })}>
            {t('lock.hangUp')}
          </Button>
        </>
      )}
    </section>
  );
};

const UnlockForm = () => {
  const { t } = useText();
  const { client } = useServices();
  const session = useSlice('session');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const error = session?.error ?? null;
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    void client.request('session.unlock', { password }).then(({ ok }) => {
      setBusy(false);
      if (!ok) setPassword('');
      field.current?.focus();
    });
  };
  return (
    <form className={css('form')} onSubmit={submit}>
      <h2>{session?.user == null ? '' : `${session.user.firstName} ${session.user.lastName}`}</h2>
      <label>
        {t('signIn.password')}
        <input
          ref={field}
          type="password"
          autoComplete="current-password"
          required
          aria-invalid={error !== null}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </label>
      {error === null ? null : (
        <p className={css('error')} role="alert">
          <Icon name="alert" size={16} />
          {t(`error.${error}`)}
        </p>
      )}
      <Button type="submit" look="primary" size="large" keys={['↵']}>
        {busy ? t('lock.opening') : t('lock.unlock')}
      </Button>
      <Button look="ghost" onClick={() => void client.request('session.sign-out', {})}>
        {t('lock.signOut')}
      </Button>
    </form>
  );
};

export const LockScreen = () => {
  const { t } = useText();
  const calls = (useSlice('calls') ?? []).filter(({ phase }) => phase !== 'ended');
  const waiting = useSlice('sync')?.waiting ?? 0;
  return (
    <main className={css('screen')}>
      <section className={css('welcome')}>
        <h1>{t('lock.title')}</h1>
        <p className={css('lead')}>{t('lock.lead')}</p>
        {calls.map((call) => (
          <LockedCall key={call.id} call={call} />
        ))}
        <ul className={css('facts')}>
          <li>
            <Icon name="key" />
            <span>{t('lock.keys')}</span>
          </li>
          {waiting > 0 ? (
            <li>
              <Icon name="outbox" />
              <span>{t('lock.waiting', { count: waiting })}</span>
            </li>
          ) : null}
        </ul>
      </section>
      <UnlockForm />
    </main>
  );
};
