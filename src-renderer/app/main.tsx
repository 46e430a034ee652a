/** Starts the app window: theme before the first paint, then the engine's port, then the screen. */
import './styles.ts';
import { connectDesktop } from '@renderer/platform/desktop-port.ts';
import { connectEngine } from '@renderer/platform/engine-port.ts';
import { languageStore } from '@renderer/platform/i18n/language-choice.ts';
import { createTranslator } from '@renderer/platform/i18n/translator.ts';
import { createServices } from '@renderer/platform/store/services.tsx';
import { controlWindow } from '@renderer/platform/window-control.ts';
import { startTheme } from '@renderer/ui/theme/theme-choice.ts';
import { systemClock } from '@shared/kernel/clock.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import en from './i18n/en.json';
import fr from './i18n/fr.json';

startTheme();
const translator = createTranslator({ fr, en }, languageStore.getState().chosen ?? 'fr');
const services = createServices(connectEngine(), systemClock, controlWindow, connectDesktop());
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App services={services} translator={translator} />);
