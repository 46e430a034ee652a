/** Who starts her shift here; also without the hub, with what the last session left sealed. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useOffline, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { LostVault, lostVaultCodes } from './lost-vault.tsx';
import styles from './sign-in.module.css';

const css = styleNames(styles);

const KeptHere = () => {
  const { t } = useText();
  const session = useSlice('session');
  const offline = useOffline();
  const sealed = session?.sealedOfOthers ?? 0;
  return (
    <ul className={css('facts')}>
      {sealed > 0 ? (
        <li>
          <Icon name="lock" />
          <span>{t('signIn.sealed', { count: sealed })}</span>
        </li>
      ) : null}
      {offline ? (
        <li>
          <Icon name="cloud-off" />
          <span>{t('signIn.hubAway')}</span>
        </li>
      ) : null}
      <li>
        <Icon name="key" />
        <span>{t('signIn.encrypted')}</span>
      </li>
    </ul>
  );
};

/** Her shift begins with the check, unless a call or a wrap-up of hers is open here. */
const useOpenCheck = () => {
  const { engine, screen } = useServices();
  return () => {
    if ((engine.getState().slices.work ?? []).length === 0) screen.setState({ screen: 'check' });
  };
};

const SignInForm = () => {
  const { t } = useText();
  const session = useSlice('session');
  const { client } = useServices();
  const openCheck = useOpenCheck();
  const [login, setLogin] = useState(session?.lastLogin ?? '');
  const [password, setPassword] = useState('');
  const loginField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const busy = session?.status === 'signing-in';
  const error = session?.error ?? null;
  useEffect(() => {
    (loginField.current?.value === '' ? loginField : passwordField).current?.focus();
  }, []);
  const signIn = (lost: 'refuse' | 'set-aside') => {
    if (busy) return;
    // A refusal stands in the form itself (the session's error), not in the strip as well.
    void client.request('session.sign-in', { login, password, lost }).then(({ ok }) => {
      if (ok) openCheck();
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn('refuse');
  };
  return (
    <form className={css('form')} onSubmit={submit}>
      <h2>{t('signIn.title')}</h2>
      <label>
        {t('signIn.login')}
        <input
          ref={loginField}
          type="text"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
      </label>
      <label>
        {t('signIn.password')}
        <input
          ref={passwordField}
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
        {busy ? t('signIn.busy') : t('signIn.submit')}
      </Button>
      {error !== null && lostVaultCodes.has(error) ? (
        <LostVault ready={password !== ''} onSetAside={() => signIn('set-aside')} />
      ) : null}
      <p className={css('hint')}>{t('signIn.offlineHint')}</p>
    </form>
  );
};

export const SignInScreen = () => {
  const { t } = useText();
  return (
    <main className={css('screen')}>
      <section className={css('welcome')}>
        <h1>{t('signIn.hello')}</h1>
        <p className={css('lead')}>{t('signIn.lead')}</p>
        <KeptHere />
      </section>
      <SignInForm />
    </main>
  );
};
