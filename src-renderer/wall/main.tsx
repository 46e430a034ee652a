/** The wallboard's window: a second screen, read from five metres. */
import '@renderer/ui/theme/tokens.css';
import '@renderer/ui/theme/base.css';
import '@renderer/ui/theme/fonts.ts';
import { connectEngine } from '@renderer/platform/engine-port.ts';
import { languageStore } from '@renderer/platform/i18n/language-choice.ts';
import { createTranslator } from '@renderer/platform/i18n/translator.ts';
import { createServices } from '@renderer/platform/store/services.tsx';
import { startTheme } from '@renderer/ui/theme/theme-choice.ts';
import { systemClock } from '@shared/kernel/clock.ts';
import { createRoot } from 'react-dom/client';
import en from '../app/i18n/en.json';
import fr from '../app/i18n/fr.json';
import { WallPage } from './wall-page.tsx';

startTheme();
const translator = createTranslator({ fr, en }, languageStore.getState().chosen ?? 'fr');
const services = createServices(connectEngine(), systemClock, () => undefined);
const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(<WallPage services={services} translator={translator} />);
