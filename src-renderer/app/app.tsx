/** The window: the call bar outside every boundary, the rail, the screen, the state of the data. */
import { MantineProvider } from '@mantine/core';
import { HelpKeys } from '@renderer/features/call-in-view/help-keys.tsx';
import { HelpStrip } from '@renderer/features/help/help-strip.tsx';
import { AlertStrip } from '@renderer/features/lead-alerts/alert-strip.tsx';
import { SoundStrip } from '@renderer/features/sound/sound-strip.tsx';
import { StatusBar } from '@renderer/features/status-bar/status-bar.tsx';
import { type Services, ServicesProvider, useSlice } from '@renderer/platform/store/services.tsx';
import { mantineTheme } from '@renderer/ui/theme/mantine-theme.ts';
import { themeStore } from '@renderer/ui/theme/theme-choice.ts';
import type { i18n } from 'i18next';
import { useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { useStore } from 'zustand';
import { CallBar } from './bar/call-bar.tsx';
import { useDesktop } from './desktop/use-desktop.ts';
import { FailureStrip } from './frame/failure-strip.tsx';
import styles from './frame/frame.module.css';
import { Overlays } from './frame/overlays.tsx';
import { Panel } from './frame/panel.tsx';
import { Rail } from './frame/rail.tsx';
import { keepScreen } from './frame/screen-keeper.ts';
import { useActivity } from './frame/use-activity.ts';
import { useLanguage } from './frame/use-language.ts';
import { useWindowKeys } from './frame/use-window-keys.ts';
import { CurrentScreen, preloadWork, SignIn } from './screens.tsx';

/** What the window listens to and tells the desktop: apart, so that it draws nothing anew. */
const Watches = () => {
  useWindowKeys();
  useLanguage();
  useDesktop();
  useActivity();
  return null;
};

const Frame = () => {
  const signedIn = useSlice('session')?.status === 'signed-in';
  useEffect(() => (signedIn ? preloadWork() : undefined), [signedIn]);
  return (
    <div className={styles['frame']}>
      <CallBar />
      <div className={styles['strips']}>
        <FailureStrip />
        <SoundStrip />
        <HelpStrip />
        <AlertStrip />
      </div>
      {signedIn ? <Rail /> : null}
      <div className={signedIn ? styles['content'] : styles['whole']}>
        {signedIn ? <CurrentScreen /> : <SignIn />}
      </div>
      <div className={styles['footer']}>
        <Panel name="status" resetKey="status">
          <StatusBar />
        </Panel>
      </div>
      <Overlays />
      <HelpKeys />
      <Watches />
    </div>
  );
};

export const App = ({
  services,
  translator,
}: {
  readonly services: Services;
  readonly translator: i18n;
}) => {
  const theme = useStore(themeStore, (state) => state.theme);
  useEffect(() => keepScreen(services), [services]);
  return (
    <I18nextProvider i18n={translator}>
      <MantineProvider theme={mantineTheme} forceColorScheme={theme}>
        <ServicesProvider services={services}>
          <Frame />
        </ServicesProvider>
      </MantineProvider>
    </I18nextProvider>
  );
};
