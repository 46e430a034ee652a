/** The window's side of the desktop: shows her state there, and does what is asked from there. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { nameHotkeys } from '@renderer/platform/keys/hotkey-names.ts';
import { type Services, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import type { DesktopEvent } from '@shared/contracts/ipc/desktop.ts';
import { useEffect, useMemo } from 'react';
import { desktopFaceOf } from './desktop-face.ts';
import { openNotice, useNotices } from './use-notices.ts';

const obey = (services: Services, event: DesktopEvent): void => {
  const { client, screen } = services;
  if (event.type === 'close-asked') screen.setState({ question: { kind: 'close' } });
  else if (event.type === 'call-asked') {
    const { number, display, kind: numberKind, source } = event;
    screen.setState({ question: { kind: 'call', number, display, numberKind, source } });
  } else if (event.type === 'state-chosen')
    void client.request('advisor.choose', { state: event.state, reason: event.reason });
  else if (event.type === 'notice-opened') openNotice(services, event.id);
  else {
    const code = event.type === 'nothing-selected' ? 'selection-no-number' : 'hotkeys-held';
    screen.setState({ failure: { code, detail: undefined } });
  }
};

export const useDesktop = (): void => {
  const services = useServices();
  const { desktop } = services;
  const { t, language } = useText();
  const session = useSlice('session');
  const advisor = useSlice('advisor');
  const calls = useSlice('calls');
  const now = useMinute();
  const face = useMemo(
    () => desktopFaceOf({ session, advisor, calls: calls ?? [], now }, t, language),
    [session, advisor, calls, now, t, language],
  );
  useEffect(() => desktop.listen((event) => obey(services, event)), [desktop, services]);
  const told = JSON.stringify(face);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same face is not told twice
  useEffect(() => {
    if (session !== undefined) desktop.present(face);
  }, [desktop, told, session === undefined]);
  useEffect(() => {
    void desktop.settings().then((answer) => {
      if (answer.ok) nameHotkeys(answer.value.settings.hotkeys);
    });
  }, [desktop]);
  useNotices();
};
