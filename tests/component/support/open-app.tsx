/** The whole window on a fake engine, driven as a person would. */
import { App } from '@renderer/app/app.tsx';
import en from '@renderer/app/i18n/en.json';
import fr from '@renderer/app/i18n/fr.json';
import { chooseLanguage } from '@renderer/platform/i18n/language-choice.ts';
import { createTranslator } from '@renderer/platform/i18n/translator.ts';
import { createServices } from '@renderer/platform/store/services.tsx';
import { startTheme } from '@renderer/ui/theme/theme-choice.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { act, cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { FakeDesktop } from './fake-desktop.ts';
import { FakeEngine } from './fake-engine.ts';
import { heleneBundle, ringNow } from './helene.ts';
import { slicesWith } from './slices.ts';

// Screens are loaded when first wanted, which takes long on a busy machine.
configure({ asyncUtilTimeout: 8000 });

// The window fetches its work screen when it is idle: not after the last test has ended.
beforeAll(() => import('@renderer/app/work/work-screen.tsx'));
afterAll(() => vi.dynamicImportSettled());

afterEach(() => {
  cleanup();
  chooseLanguage(null);
  localStorage.clear();
});

type Opening = {
  readonly slices?: Partial<Slices>;
  readonly bundles?: readonly CustomerBundle[];
  readonly answers?: ConstructorParameters<typeof FakeEngine>[2];
  readonly language?: 'fr' | 'en';
  readonly now?: number;
  readonly desktop?: FakeDesktop;
};

export const openApp = ({
  slices = {},
  bundles = [heleneBundle],
  answers = {},
  language = 'fr',
  now = ringNow,
  desktop = new FakeDesktop(),
}: Opening = {}) => {
  startTheme();
  if (language === 'en') chooseLanguage('en');
  const engine = new FakeEngine(slicesWith(slices), bundles, answers);
  const time = { now };
  const services = createServices(engine, { now: () => time.now }, () => undefined, desktop);
  if (slices.work?.length) services.screen.setState({ screen: 'work' });
  const translator = createTranslator({ fr, en }, language);
  render(<App services={services} translator={translator} />);
  const deliver: FakeEngine['deliver'] = (name, value) => act(() => engine.deliver(name, value));
  return { engine, desktop, services, deliver, time, user: userEvent.setup() };
};
