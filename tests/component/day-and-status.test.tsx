import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { callbacks, helene } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { callWith, quiet, talkingCall, talkingWork, workWith } from './support/slices.ts';

const promised = { 'callbacks.list': () => ({ ok: true as const, value: callbacks }) };

describe('between two calls', () => {
  it('[MISS-1] calls that nobody took stand among those to make, and say what happened', async () => {
    const [promise] = callbacks;
    if (promise === undefined) throw new Error('a callback');
    const toCall = (kind: 'missed' | 'abandoned', number: string) => ({
      ...promise,
      id: crypto.randomUUID(),
      kind,
      number,
      customerId: null,
      customerName: '',
      advisorId: null,
      reason: '',
    });
    const value = [toCall('missed', '+33639980001'), toCall('abandoned', '+33639980002')];
    openApp({ answers: { 'callbacks.list': () => ({ ok: true as const, value }) } });
    const [missed, abandoned] = await screen.findAllByText(/n’importe qui/);
    expect(missed?.textContent).toMatch(/^appel manqué/);
    expect(abandoned?.textContent).toMatch(/^a raccroché avant la réponse/);
  });

  it('[UI-15] the day shows the time in each state, the calls, their mean, and what is due', async () => {
    openApp({ answers: promised });
    expect(screen.getByRole('heading', { level: 1, name: 'Jeudi 5 novembre' })).toBeDefined();
    expect(screen.getByText(/en ligne 1\sh\s52/u)).toBeDefined();
    expect(screen.getByText('23')).toBeDefined();
    expect(screen.getByText('5:12')).toBeDefined();
    const list = await screen.findByRole('list', { name: 'À rappeler' });
    expect(within(list).getByText(/dans 2\smin/u)).toBeDefined();
    expect(within(list).getByText(/Confirmer le vol.*à vous/)).toBeDefined();
    expect(within(list).getByText(/à prendre par n’importe qui/)).toBeDefined();
  });

  it('[UI-16] arrows choose a callback, Enter calls it', async () => {
    const { engine, user } = openApp({ answers: promised });
    const list = await screen.findByRole('list', { name: 'À rappeler' });
    within(list).getAllByRole('listitem')[0]?.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    const second = callbacks[1];
    expect(engine.inputs('call.dial')).toEqual([
      {
        number: second?.number,
        brandId: 'solvenne',
        customerId: second?.customerId,
        callbackId: second?.id,
      },
    ]);
  });

  it('[UI-17] a practice call is one button on a training line, and nowhere else', async () => {
    const { engine, user, deliver } = openApp();
    await user.click(screen.getByRole('button', { name: 'Appel d’entraînement' }));
    expect(engine.inputs('practice.call')).toEqual([{ direction: 'inbound' }]);
    deliver('line', { ...quiet.line, training: false });
    expect(screen.queryByRole('button', { name: 'Appel d’entraînement' })).toBeNull();
  });

  it('[UI-11] Ctrl+K finds a person, Enter opens them', async () => {
    const hit = {
      customerId: helene,
      name: 'Hélène Vasseur',
      place: 'Brest',
      phone: '+33639984117',
      vip: true,
      brandIds: ['kerdoual'],
      because: null,
    };
    const { user, services } = openApp({
      answers: { 'customer.search': () => ({ ok: true, value: [hit] }) },
    });
    await user.keyboard('{Control>}k{/Control}');
    const field = screen.getByRole('combobox', { name: 'Chercher ou appeler' });
    expect(document.activeElement).toBe(field);
    await user.keyboard('vass');
    const found = await screen.findByRole('option', { name: /Hélène Vasseur/ });
    expect(found.textContent).toContain('06 39 98 41 17');
    await user.keyboard('{Enter}');
    expect(services.screen.getState()).toMatchObject({ screen: 'customers', customerId: helene });
  });

  it.each([
    ['fr', 'Kermarrec Yann', 'dossier R-20817', 'autre numéro 06 39 98 41 18'],
    ['en', 'Kermarrec Yann', 'file R-20817', 'another number 06 39 98 41 18'],
  ] as const)(
    '[CACHE-7] [CACHE-4] what answers is marked and named (%s)',
    async (language, name, file, number) => {
      const hit = {
        customerId: helene,
        name,
        place: 'Brest',
        phone: '+33639984117',
        vip: false,
        brandIds: ['kerdoual'],
      };
      const because = { reference: 'R-20817', phone: '+33639984118' };
      const field = (text: string) =>
        /^\d+$/.test(text) && text.length > 5 ? 'phone' : 'reference';
      const { user } = openApp({
        language,
        answers: {
          'customer.search': ({ text }) => ({
            ok: true,
            value: [{ ...hit, because: { field: field(text), text: because[field(text)] } }],
          }),
        },
      });
      const marked = (option: HTMLElement) =>
        [...option.querySelectorAll('mark')].map(({ textContent }) => textContent);
      await user.keyboard('{Control>}k{/Control}ker 2081');
      const found = await screen.findByRole('option', { name: /R-20817/ });
      expect(found.textContent).toContain(file);
      expect(marked(found)).toEqual(['Ker', '2081']);
      await user.keyboard('{Control>}a{/Control}{Backspace}984118');
      const other = await screen.findByRole('option', { name: /41 18/ });
      expect(other.textContent).toContain(number);
      expect(marked(other)).toEqual(['98 41 18']);
    },
  );

  it.each([
    ['pause', 'En pause, aucun appel ne vous est présenté.'],
    ['do-not-disturb', 'Aucun appel ne sonne ici : les files passent au collègue suivant.'],
    ['offline', 'Hors ligne, aucun appel ne vous est présenté.'],
  ] as const)('[UI-40] when she is in %s no next call is promised', async (state, words) => {
    const { deliver } = openApp();
    expect(await screen.findByText(/Le prochain appel viendra de/)).toBeDefined();
    deliver('advisor', { ...quiet.advisor, state });
    expect(await screen.findByText(words)).toBeDefined();
    expect(screen.queryByText(/Le prochain appel/)).toBeNull();
  });

  it('[UI-39] during the first load no promise yet is not shown as none', async () => {
    const { deliver } = openApp();
    const load = (initialLoad: { done: number; total: number } | null) =>
      deliver('sync', { ...quiet.sync, initialLoad });
    load({ done: 200, total: 900 });
    expect(await screen.findByRole('status', { name: 'Chargement' })).toBeDefined();
    expect(screen.queryByText('Aucun rappel promis.')).toBeNull();
    load(null);
    expect(await screen.findByText('Aucun rappel promis.')).toBeDefined();
  });

  it('[UI-34] what is searched is searched again as people arrive', async () => {
    const { engine, user, deliver } = openApp();
    const loading = (done: number) =>
      deliver('sync', { ...quiet.sync, initialLoad: { done, total: 900 } });
    loading(0);
    await user.keyboard('{Control>}k{/Control}vass');
    expect(await screen.findByText(/^Personne de ce nom, ni sur ce poste/)).toBeDefined();
    const hit = {
      customerId: helene,
      name: 'Hélène Vasseur',
      place: 'Brest',
      phone: null,
      vip: true,
      brandIds: ['kerdoual'],
      because: null,
    };
    engine.answer({ 'customer.search': () => ({ ok: true, value: [hit] }) });
    loading(500);
    expect(await screen.findByRole('option', { name: /Hélène Vasseur/ })).toBeDefined();
  });

  it('[C360-16] the customer found is the same person and thread, outside a call', async () => {
    const { services } = openApp();
    services.screen.setState({ screen: 'customers', customerId: helene });
    expect(await screen.findByRole('heading', { level: 1, name: /Hélène Vasseur/ })).toBeDefined();
    expect(screen.getByRole('region', { name: 'Fil des échanges' })).toBeDefined();
  });

  it('[UI-12] a French number is spaced while it is typed, and called as typed', async () => {
    const { engine, user } = openApp();
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Chercher ou appeler' });
    await user.click(field);
    await user.keyboard('0639984117');
    await waitFor(() => expect(field.value).toBe('06 39 98 41 17'));
    await screen.findByRole('option', { name: 'Appeler le 06 39 98 41 17' });
    await user.keyboard('{Enter}');
    expect(engine.inputs('call.dial')[0]?.number.replaceAll(' ', '')).toBe('0639984117');
  });
});

describe('a call while she does something else', () => {
  const ringing = [callWith()];
  const work = [workWith()];

  it('[UI-5] with nothing typed the customer opens by itself', async () => {
    const { deliver } = openApp();
    deliver('calls', ringing);
    deliver('work', work);
    expect(await screen.findByRole('heading', { level: 1, name: /Hélène Vasseur/ })).toBeDefined();
  });

  it('[UI-4] a call that rings waits in a line while she types, and opens when she leaves', async () => {
    const { deliver, user } = openApp();
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Chercher ou appeler' });
    await user.click(field);
    await user.keyboard('March');
    deliver('work', work);
    deliver('calls', ringing);
    expect(screen.getByRole('region', { name: /Appel qui sonne.*Hélène/ })).toBeDefined();
    expect(document.activeElement).toBe(field);
    await user.keyboard('and');
    expect(field.value).toBe('Marchand');
    await user.tab();
    expect(await screen.findByRole('heading', { level: 1, name: /Hélène Vasseur/ })).toBeDefined();
  });

  it('[UI-4] answering from the line opens the customer at once', async () => {
    const { deliver, user, engine } = openApp();
    await user.click(screen.getByRole('combobox', { name: 'Chercher ou appeler' }));
    await user.keyboard('March');
    deliver('work', work);
    deliver('calls', ringing);
    await user.keyboard('{F2}');
    expect(engine.inputs('call.answer')).toHaveLength(1);
    deliver('calls', [talkingCall()]);
    deliver('work', [talkingWork()]);
    expect(await screen.findByRole('heading', { level: 1, name: /Hélène Vasseur/ })).toBeDefined();
  });
});

describe('the status bar', () => {
  it('[UI-13] all is sent, then what is on its way, then what is kept here off line', () => {
    const { deliver } = openApp();
    const bar = screen.getByRole('contentinfo');
    expect(bar.textContent).toContain('Tout est envoyé · 11:43');
    deliver('sync', { ...quiet.sync, waiting: 2 });
    expect(bar.textContent).toContain('2 envois en cours');
    deliver('sync', { ...quiet.sync, hub: 'offline', waiting: 1 });
    expect(bar.textContent).toContain('Hors connexion depuis 08:55');
    expect(bar.textContent).toContain('1 élément gardé sur ce poste');
  });

  it.each([
    ['fr', 'Mettez le programme à jour', 'plus ancien que ce poste'],
    ['en', 'Update the program', 'older than this desktop'],
  ] as const)(
    '[SYNC-20] says in %s which of the two is too old, and what to do',
    async (language, remedy, older) => {
      const { deliver } = openApp({ language });
      const bar = await screen.findByRole('contentinfo');
      deliver('sync', { ...quiet.sync, protocol: 'desktop-too-old' });
      expect(bar.textContent).toContain(remedy);
      deliver('sync', { ...quiet.sync, protocol: 'hub-older' });
      expect(bar.textContent).toContain(older);
    },
  );

  it.each([
    ['fr', '2 envois d’un programme plus récent sont gardés'],
    ['en', '2 items of a newer program are kept'],
  ] as const)('[SYNC-30] says in %s what a newer program left', async (language, words) => {
    const { deliver } = openApp({ language });
    const bar = await screen.findByRole('contentinfo');
    expect(bar.textContent).not.toContain(words);
    deliver('sync', { ...quiet.sync, newerKept: 2 });
    expect(bar.textContent).toContain(words);
  });

  it('[UI-13] what waits for her answer opens the outbox', async () => {
    const { user, services } = openApp({ slices: { sync: { ...quiet.sync, parked: 2 } } });
    await user.click(screen.getByRole('button', { name: '2 éléments attendent votre réponse' }));
    expect(services.screen.getState().screen).toBe('outbox');
  });
});
