/** The small window above the others while it rings. It never takes the keyboard's focus. */
import '@renderer/ui/theme/tokens.css';
import '@renderer/ui/theme/base.css';
import '@renderer/ui/theme/fonts.ts';
import { connectEngine } from '@renderer/platform/engine-port.ts';
import { languageStore } from '@renderer/platform/i18n/language-choice.ts';
import { createTranslator } from '@renderer/platform/i18n/translator.ts';
import { followHotkeyNames } from '@renderer/platform/keys/hotkey-names.ts';
import { createServices } from '@renderer/platform/store/services.tsx';
import { startTheme } from '@renderer/ui/theme/theme-choice.ts';
import { systemClock } from '@shared/kernel/clock.ts';
import { createRoot } from 'react-dom/client';
import en from '../app/i18n/en.json';
import fr from '../app/i18n/fr.json';
import { CardPage } from './card-page.tsx';

startTheme();
followHotkeyNames();
const translator = createTranslator({ fr, en }, languageStore.getState().chosen ?? 'fr');
const services = createServices(connectEngine(), systemClock, () => undefined);
const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(<CardPage services={services} translator={translator} />);
