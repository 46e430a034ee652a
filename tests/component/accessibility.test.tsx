import { App } from '@renderer/app/app.tsx';
import en from '@renderer/app/i18n/en.json';
import fr from '@renderer/app/i18n/fr.json';
import { CardPage } from '@renderer/card/card-page.tsx';
import { chooseLanguage } from '@renderer/platform/i18n/language-choice.ts';
import { createTranslator } from '@renderer/platform/i18n/translator.ts';
import { createServices } from '@renderer/platform/store/services.tsx';
import { startTheme } from '@renderer/ui/theme/theme-choice.ts';
import { WallPage } from '@renderer/wall/wall-page.tsx';
import { act, cleanup, configure, render, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { engineOf, states } from '../gallery/states.ts';
import { at, helene } from './support/helene.ts';

configure({ asyncUtilTimeout: 8000 });

afterEach(() => {
  cleanup();
  chooseLanguage(null);
});

// Both catalogues have the same keys, so that what is drawn is the same in both: each state in one of them.
const all = Object.keys(states).map((name, at) => [name, at % 2 === 0 ? 'fr' : 'en'] as const);

// Contrast needs a layout: it is measured with a real browser by the gallery (--axe).
it.each(all)(
  '[UI-22] %s in %s has no axe violation',
  { timeout: 30_000 },
  async (name, language) => {
    const state = states[name];
    if (state === undefined) throw new Error('a state by that name');
    startTheme();
    chooseLanguage(language);
    document.title = 'Parlance';
    document.documentElement.lang = language;
    const now = Date.parse(at(`2026-11-05T${state.now}`));
    const services = createServices(engineOf(state), { now: () => now }, () => undefined);
    services.screen.setState({
      screen: state.screen ?? (state.slices.work?.length ? 'work' : 'day'),
      customerId: state.screen === 'customers' ? helene : null,
      overlay: state.overlay ?? null,
      messageId: state.messageId ?? null,
    });
    const translator = createTranslator({ fr, en }, language);
    const Page = state.page === undefined ? App : { card: CardPage, wall: WallPage }[state.page];
    render(<Page services={services} translator={translator} />);
    await waitFor(() => {
      expect(document.querySelector('main h1, main h2, main h3')).not.toBeNull();
      const dialog = document.querySelector('[role=dialog], dialog');
      const asks = (state.slices.refusedCall ?? null) !== null;
      const opens = ['keys', 'keypad', 'recording'].includes(state.overlay ?? '');
      expect(dialog !== null).toBe(asks || opens);
    });
    const tab = document.querySelector<HTMLElement>(`[role=tab][id$="-${state.tab}"]`);
    act(() => tab?.click());
    const { violations } = await axe.run(document, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  },
);
