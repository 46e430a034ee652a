import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  articleAnswers,
  articles,
  gestureArticle,
  legArticle,
  linenArticle,
} from './support/articles.ts';
import { helene, heleneBundle } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { quiet, talkingCall, talkingWork } from './support/slices.ts';

const talking = { calls: [talkingCall()], work: [talkingWork()] };
const inCall = (language: 'fr' | 'en' = 'fr', slices: object = {}) =>
  openApp({ slices: { ...talking, ...slices }, answers: articleAnswers, language });
const pane = (name: RegExp = /^Article$/) => screen.findByRole('region', { name });
const search = async (user: ReturnType<typeof openApp>['user'], text: string) => {
  await user.keyboard('{Control>}k{/Control}');
  await user.keyboard(text);
};

describe('in the search', () => {
  it.each([
    ['fr', 'Savoirs, Maison Kerdoual', 'à relire'],
    ['en', 'Knowledge, Maison Kerdoual', 'to be reviewed'],
  ] as const)(
    '[KNOW-44] articles stand in the search under their brand, with version, approval and age; digits take them (%s)',
    async (language, heading, overdue) => {
      const { user, engine } = inCall(language);
      await search(user, 'pied bel');
      await screen.findByText(heading);
      const group = within(screen.getByRole('group', { name: heading.split(',')[0] ?? '' }));
      const rows = group.getAllByRole('option').map((one) => one.textContent ?? '');
      expect(rows).toHaveLength(3);
      expect(rows[0]).toMatch(/Changer un pied Belle-Île.*v5/);
      expect(rows[2]).toMatch(new RegExp(`Belle-Île, entretien du lin.*14.*${overdue}`));
      const asked = engine.inputs('articles.search').at(-1);
      expect(asked).toMatchObject({ text: 'pied bel', brandId: 'kerdoual' });
      const at = within(screen.getByRole('search'))
        .getAllByRole('option')
        .findIndex((one) => /Changer/.test(one.textContent ?? ''));
      await user.keyboard(`{Control>}[Digit${at + 1}]{/Control}`);
      expect(await pane()).toBeTruthy();
    },
  );

  it('[KNOW-46] two keys say that an article is missing, and what was told is said', async () => {
    const { user, engine } = inCall();
    await search(user, 'monte-charge');
    await screen.findByText('il manque un article');
    await user.keyboard('{Alt>}m{/Alt}');
    expect(await screen.findByText('Signalé à la marque : « monte-charge »')).toBeTruthy();
    expect(engine.inputs('articles.note')).toMatchObject([
      { kind: 'missing', brandId: 'kerdoual', words: 'monte-charge', language: 'fr' },
    ]);
  });
});

describe('an article in a talk', () => {
  const opened = async (language: 'fr' | 'en' = 'fr', slices: object = {}, of = legArticle) => {
    const app = inCall(language, slices);
    app.services.screen.setState({ overlay: 'article', articleId: of.id, searched: '' });
    await screen.findByRole('heading', { name: of.title });
    return app;
  };

  it.each(['fr', 'en'] as const)(
    '[KNOW-45] an article opens in the search’s place: the sentence to say, the steps, what is forbidden, and what is sent (%s)',
    async (language) => {
      const { user, services } = await opened(language);
      const text = (await pane()).textContent ?? '';
      expect(text).toContain(legArticle.say);
      for (const step of legArticle.steps) expect(text).toContain(step);
      expect(text).toContain('Ne proposez pas la colle');
      expect(text).toContain(language === 'fr' ? 'Version cliente' : 'Customer’s version');
      await user.keyboard('{Escape}');
      expect(services.screen.getState().overlay).toBeNull();
    },
  );

  it('[KNOW-45] Esc leads back to what was searched', async () => {
    const { user } = inCall();
    await search(user, 'pied bel');
    await screen.findByText('Savoirs, Maison Kerdoual');
    await user.keyboard('{ArrowDown}{Enter}');
    await pane();
    await user.keyboard('{Escape}');
    const field = await screen.findByRole('combobox', { name: 'Chercher ou appeler' });
    expect((field as HTMLInputElement).value).toBe('pied bel');
  });

  it('[KNOW-33] channels are offered by appetence, with the consent and the price beside; one without an address of hers is not offered', async () => {
    const reference = quiet.reference;
    const rules = reference.rules.map((one) => ({
      ...one,
      knowledge: { openPage: true, pageUrl: 'https://aide.exemple.fr', emailCents: 1, smsCents: 6 },
    }));
    await opened('fr', { reference: { ...reference, rules } });
    const ways = within(await screen.findByRole('list', { name: 'Envoyer au client' }));
    const rows = ways.getAllByRole('button').map((one) => one.textContent ?? '');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/E-mail.*son canal préféré.*0,01.*accord/);
    expect(rows[1]).toMatch(/SMS avec lien.*0,06.*permis ici/);
  });

  it('[KNOW-32] a channel that she opposed cannot be chosen', async () => {
    const [consent] = heleneBundle.consents;
    const opposed = {
      ...consent,
      channel: 'email',
      status: 'opposed',
      givenAt: '2026-11-04T10:00:00.000Z',
    };
    const bundle = { ...heleneBundle, consents: [...heleneBundle.consents, opposed] };
    const app = openApp({
      slices: talking,
      answers: articleAnswers,
      bundles: [bundle as typeof heleneBundle],
    });
    app.services.screen.setState({ overlay: 'article', articleId: legArticle.id });
    const ways = within(await screen.findByRole('list', { name: 'Envoyer au client' }));
    const email = ways.getByRole('button', { name: /E-mail/ });
    expect((email as HTMLButtonElement).disabled).toBe(true);
    expect(email.textContent).toContain('opposition');
  });

  it('[KNOW-31] what is sent is the customer’s version, with her word before it; an article without one says so', async () => {
    const { user, engine } = await opened();
    await user.keyboard('{Alt>}v{/Alt}');
    await user.keyboard(' merci de votre patience.{Enter}');
    await waitFor(() => expect(engine.inputs('articles.send')).toHaveLength(1));
    expect(engine.inputs('articles.send')).toMatchObject([
      {
        articleId: legArticle.id,
        customerId: helene,
        channel: 'email',
        greeting: 'Bonjour Madame Vasseur, merci de votre patience.',
      },
    ]);
    expect((await screen.findByText(/Parti par E-mail à/)).textContent).toContain('11:44');
    cleanup();
    await opened('fr', {}, gestureArticle);
    expect(screen.getByText(/il n’a pas de version pour le client/)).toBeTruthy();
  });

  it('[KNOW-45] an article is sent after the call, too: while its wrap-up is open', async () => {
    const [work] = talking.work;
    if (work === undefined) throw new Error('nobody talks');
    const wrapUp = {
      ...work,
      phase: 'wrap-up' as const,
      wrapUp: { startedAt: '2026-11-05T10:44:00.000Z', allowedMs: 120_000 },
    };
    const app = openApp({ slices: { work: [wrapUp], calls: [] }, answers: articleAnswers });
    await app.user.keyboard('{Control>}k{/Control}pied bel');
    await screen.findByText('Savoirs, Maison Kerdoual');
    await app.user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: legArticle.title });
    await app.user.keyboard('{Alt>}v{/Alt}{Enter}');
    await waitFor(() => expect(app.engine.inputs('articles.send')).toHaveLength(1));
  });

  it('[KNOW-46] a key says whether it answered, and after a no one more that an article is missing', async () => {
    const { user, engine } = await opened();
    await user.keyboard('n');
    await screen.findByText('Noté : il n’a pas répondu.');
    await user.keyboard('m');
    await screen.findByText(/il manque un article/);
    const told = engine.inputs('articles.note').map(({ kind }) => kind);
    expect(told).toEqual(['read', 'not-helped', 'missing']);
    cleanup();
    const yes = await opened('en');
    await yes.user.keyboard('y');
    await screen.findByText('Noted: it answered.');
    expect(yes.engine.inputs('articles.note').map(({ kind }) => kind)).toEqual(['read', 'helped']);
  });

  it('[KNOW-47] what the reason and the step suggest stands in one quiet line, and opens by a key', async () => {
    const { user, engine } = inCall();
    const line = await screen.findByRole('region', { name: 'À portée de main' });
    expect(within(line).getAllByRole('button')).toHaveLength(2);
    expect(engine.inputs('articles.suggest').at(-1)).toMatchObject({
      brandId: 'kerdoual',
      language: 'fr',
      step: { scriptId: talkingWork().script?.id ?? expect.any(String) },
    });
    await user.keyboard('{Alt>}q{/Alt}');
    await pane();
    expect(await screen.findByRole('heading', { name: legArticle.title })).toBeTruthy();
  });
});

describe('Savoirs', () => {
  it.each([
    ['fr', 'Savoirs', 'Chercher un article'],
    ['en', 'Knowledge', 'Find an article'],
  ] as const)(
    '[KNOW-48] every screen of knowledge works by keyboard alone, in French and in English (%s)',
    async (language, title, field) => {
      const { user, engine } = openApp({ answers: articleAnswers, language });
      await user.click(screen.getByRole('button', { name: title }));
      await screen.findByRole('heading', { name: title });
      const input = await screen.findByRole('textbox', { name: field });
      await screen.findByRole('heading', { name: legArticle.title, level: 2 });
      // What the screen shows by itself nobody has asked for.
      expect(engine.inputs('articles.note')).toEqual([]);
      input.focus();
      await user.keyboard('{Tab}{ArrowDown}{ArrowDown}{Enter}');
      await screen.findByRole('heading', { name: linenArticle.title, level: 2 });
      await waitFor(() =>
        expect(engine.inputs('articles.note')).toMatchObject([
          { kind: 'read', articleId: linenArticle.id },
        ]),
      );
      input.focus();
      await user.keyboard('pieds');
      await waitFor(() =>
        expect(engine.inputs('articles.search').at(-1)).toMatchObject({ text: 'pieds' }),
      );
      expect(articles.length).toBeGreaterThan(3);
    },
  );
});
