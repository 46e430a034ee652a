import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { articleAnswers, articles, legArticle } from './support/articles.ts';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import { quiet } from './support/slices.ts';

const ok = <T,>(value: T) => ({ ok: true as const, value });
const user = quiet.session.user;
const manager = {
  session: {
    ...quiet.session,
    user: user === null ? null : { ...user, role: 'brand-manager' as const },
  },
};
const listed = articles.map((one) => ({ ...one, shownVersion: one.version }));
const counts = {
  from: '2026-10-07',
  until: '2026-11-05',
  articles: [
    {
      articleId: legArticle.id,
      title: legArticle.title,
      read: 38,
      copied: 2,
      sent: 11,
      helped: 9,
      notHelped: 1,
      shownOpenly: 120,
      helpedOpenly: 41,
      notHelpedOpenly: 6,
    },
  ],
  openPage: {
    visits: 230,
    searches: 190,
    searchesWithoutResult: 12,
    shown: 160,
    helped: 64,
    notHelped: 15,
    wishedContact: 22,
    deflected: 57,
    deflectedMeans: '',
  },
};
const missing = [
  {
    key: 'canap gri',
    language: 'fr' as const,
    words: 'canapé grinçant',
    times: 4,
    byAdvisors: 1,
    bySearchers: 3,
    reasonCode: null,
    lastAt: '2026-11-04T10:00:00.000Z',
  },
];
const answers = {
  ...articleAnswers,
  'articles.list': () => ok({ articles: listed, next: null }),
  'articles.versions': () => ok({ versions: [legArticle] }),
  'articles.write': () => ok({ ...legArticle, id: id(8200), state: 'draft' as const }),
  'articles.turn': () => ok({ ...legArticle, state: 'in-review' as const }),
  'articles.missing': () => ok({ missing }),
  'articles.counts': () => ok(counts),
  'articles.settle': () => ok(null),
};
const openTab = async (tab: string, language: 'fr' | 'en' = 'fr', more: object = {}) => {
  const app = openApp({ slices: manager, answers: { ...answers, ...more }, language });
  await app.user.click(
    screen.getByRole('button', { name: language === 'fr' ? 'Savoirs' : 'Knowledge' }),
  );
  await app.user.click(await screen.findByRole('tab', { name: tab }));
  return app;
};
const of = (state: 'draft' | 'in-review' | 'published', change: object = {}) => ({
  'articles.versions': () => ok({ versions: [{ ...legArticle, state, ...change }] }),
});

describe('[KNOW-49] the brand manager writes, hands on, approves, sends back, confirms and withdraws in Savoirs; what is wrong is named at its field, and nothing typed is lost', () => {
  it.each([
    [
      'fr',
      'Écrire et relire',
      'Nouvel article',
      'Titre',
      'La phrase à dire',
      'Une phrase à dire, 600 signes au plus.',
    ],
    [
      'en',
      'Write and review',
      'New article',
      'Title',
      'The sentence to say',
      'A sentence to say, 600 characters at most.',
    ],
  ] as const)('by keyboard (%s)', async (language, tab, create, title, say, wrong) => {
    const { user: hands, engine } = await openTab(tab, language);
    await hands.click(await screen.findByRole('button', { name: create }));
    await hands.type(await screen.findByLabelText(title), 'Cirer une table');
    await hands.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByText(wrong)).getAttribute('role')).toBe('alert');
    expect(engine.inputs('articles.write')).toEqual([]);
    expect((screen.getByLabelText(title) as HTMLInputElement).value).toBe('Cirer une table');
    await hands.type(screen.getByLabelText(say), 'La table se cire deux fois par an.');
    await hands.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(engine.inputs('articles.turn')).toHaveLength(1));
    expect(engine.inputs('articles.write')).toMatchObject([
      { articleId: null, version: null, content: { title: 'Cirer une table', customer: null } },
    ]);
    expect(engine.inputs('articles.turn')).toMatchObject([
      { articleId: id(8200), deed: 'submitted' },
    ]);
  });

  it('approves what others wrote, and never her own', async () => {
    const { user: hands, engine } = await openTab('Écrire et relire', 'fr', of('in-review'));
    await hands.click(await screen.findByRole('button', { name: 'Approuver et publier' }));
    expect(engine.inputs('articles.turn')).toMatchObject([{ deed: 'approved' }]);
    document.body.replaceChildren();
    await openTab('Écrire et relire', 'fr', of('in-review', { authorId: user?.id }));
    const approve = await screen.findByRole('button', { name: 'Approuver et publier' });
    expect(approve.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText(/Qui a écrit un article ne l’approuve pas/)).toBeTruthy();
  });

  it('sends back and withdraws with a word, confirms for six months', async () => {
    const { user: hands, engine } = await openTab('Écrire et relire', 'fr', of('published'));
    await hands.click(await screen.findByRole('button', { name: /Toujours juste/ }));
    await hands.click(screen.getByRole('button', { name: 'Retirer' }));
    await hands.type(screen.getByLabelText('Pourquoi le retirer'), 'Faux.{Enter}');
    expect(engine.inputs('articles.turn')).toMatchObject([
      { deed: 'confirmed', reviewBy: '2027-05-06' },
      { deed: 'withdrawn', remark: 'Faux.' },
    ]);
  });
});

describe('[KNOW-70] what is missing and what is counted stand in Savoirs, each figure with what it means', () => {
  it('writes the article that is missing, which settles it', async () => {
    const { user: hands, engine } = await openTab('Ce qui manque');
    const row = within(await screen.findByRole('row', { name: /canapé grinçant/ }));
    expect(row.getByText('1 par des conseillers, 3 en ligne')).toBeTruthy();
    await hands.click(row.getByRole('button', { name: 'Écrire l’article' }));
    const title = (await screen.findByLabelText('Titre')) as HTMLInputElement;
    expect(title.value).toBe('Canapé grinçant');
    await hands.type(screen.getByLabelText('La phrase à dire'), 'Resserrez les quatre vis.');
    await hands.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(engine.inputs('articles.settle')).toHaveLength(1));
    expect(engine.inputs('articles.settle')).toMatchObject([
      { key: 'canap gri', language: 'fr', articleId: id(8200) },
    ]);
  });

  it.each([
    ['fr', 'Mesures', 'contacts évités en 30 jours', /les visites muettes ne sont pas comptées/],
    ['en', 'Measures', 'contacts spared in 30 days', /silent visits are not counted/],
  ] as const)(
    'shows the definition beside the figure (%s)',
    async (language, tab, figure, means) => {
      await openTab(tab, language);
      const heading = await screen.findByRole('heading', { name: figure });
      expect(heading.parentElement?.textContent).toMatch(means);
      expect(heading.parentElement?.parentElement?.textContent).toContain('57');
    },
  );

  it('says when the hub is away', async () => {
    const away = () => ({ ok: false as const, error: { code: 'hub-unreachable' as const } });
    await openTab('Mesures', 'fr', { 'articles.counts': away });
    expect(await screen.findByText(/Le serveur central n’est pas joint/)).toBeTruthy();
  });

  it('[KNOW-7] an advisor reads only', async () => {
    const app = openApp({ answers });
    await app.user.click(screen.getByRole('button', { name: 'Savoirs' }));
    await screen.findByRole('heading', { name: 'Savoirs' });
    expect(screen.queryByRole('tab')).toBeNull();
  });
});
