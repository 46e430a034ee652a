/** Draws one state of the program: ?state=ringing&theme=dark&language=en. Not part of the product. */
import '@renderer/app/styles.ts';
import { App } from '@renderer/app/app.tsx';
import en from '@renderer/app/i18n/en.json';
import fr from '@renderer/app/i18n/fr.json';
import { CardPage } from '@renderer/card/card-page.tsx';
import { chooseLanguage } from '@renderer/platform/i18n/language-choice.ts';
import { createTranslator } from '@renderer/platform/i18n/translator.ts';
import { createServices } from '@renderer/platform/store/services.tsx';
import { chooseTheme, startTheme } from '@renderer/ui/theme/theme-choice.ts';
import { WallPage } from '@renderer/wall/wall-page.tsx';
import { createRoot } from 'react-dom/client';
import { FakeDesktop } from '../component/support/fake-desktop.ts';
import { at, helene } from '../component/support/helene.ts';
import { engineOf, states } from './states.ts';

const asked = new URLSearchParams(window.location.search);
const state = states[asked.get('state') ?? 'idle'];
const language = asked.get('language') === 'en' ? 'en' : 'fr';
const root = document.getElementById('root');

startTheme();
chooseTheme(asked.get('theme') === 'dark' ? 'dark' : 'light');
chooseLanguage(language);

if (state !== undefined && root !== null) {
  const now = Date.parse(at(`2026-11-05T${state.now}`));
  const services = createServices(
    engineOf(state),
    { now: () => now },
    () => undefined,
    new FakeDesktop(state.desktop),
  );
  const translator = createTranslator({ fr, en }, language);
  services.screen.setState({
    screen: state.screen ?? (state.slices.work?.length ? 'work' : 'day'),
    customerId: state.screen === 'customers' ? helene : null,
    seenAdvisorId: state.seenAdvisorId ?? null,
    overlay: state.overlay ?? null,
    articleId: state.articleId ?? null,
    messageId: state.messageId ?? null,
    question: state.question ?? null,
  });
  createRoot(root).render(
    state.page === 'wall' ? (
      <WallPage services={services} translator={translator} />
    ) : state.page === 'card' ? (
      <CardPage services={services} translator={translator} />
    ) : (
      <App services={services} translator={translator} />
    ),
  );
}
