import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { at, callbacks, helene, heleneBundle, interaction, ringNow } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import {
  callId,
  callWith,
  emptyDraft,
  quiet,
  talkingCall,
  talkingWork,
  workWith,
} from './support/slices.ts';

const ringing = { calls: [callWith()], work: [workWith()] };
const talking = { calls: [talkingCall()], work: [talkingWork()] };
const person = () => screen.findByRole('region', { name: 'Fiche du client' });

describe('the person', () => {
  it('[C360-1] name, address, relation, value, VIP and mode stand on top', async () => {
    openApp({ slices: ringing });
    const column = await person();
    expect(within(column).getByRole('heading', { level: 1 }).textContent).toBe('Hélène VasseurVIP');
    expect(column.textContent).toContain(
      '« Madame Vasseur »'.replaceAll(' ', '\u00a0').replace('Madame\u00a0', 'Madame '),
    );
    expect(column.textContent).toContain('Experte et impliquée');
    expect(column.textContent).toContain('Cliente depuis 2017');
    expect(column.textContent).toMatch(/3\s940\s€ en 12\smois/u);
  });

  it('[C360-2] open cases of this brand first; Alt+D attaches the call to the first', async () => {
    const [first] = heleneBundle.cases;
    if (first === undefined) throw new Error('the fixture has a case');
    const other = {
      ...first,
      id: helene,
      brandId: 'solvenne',
      title: 'Autre marque',
      openedAt: at('2026-11-05T09:00:00'),
    };
    const closed = { ...first, id: callId, title: 'Clos', status: 'closed' as const };
    const bundle = { ...heleneBundle, cases: [closed, other, first] };
    const { engine, user } = openApp({ slices: talking, bundles: [bundle] });
    const column = await person();
    expect(within(column).getByRole('article').getAttribute('aria-label')).toBe(first.title);
    expect(within(column).getByRole('button', { name: /Autre marque/ })).toBeDefined();
    expect(within(column).queryByText('Clos')).toBeNull();
    await user.keyboard('{Alt>}d{/Alt}');
    expect(engine.inputs('work.save').at(-1)?.draft.case).toEqual({
      mode: 'continue',
      caseId: first.id,
    });
  });

  it('[C360-3] a consent opens its purpose, its date and its proof', async () => {
    const { user } = openApp({ slices: talking });
    await user.click(within(await person()).getByRole('button', { name: /E-mail, preuve/ }));
    expect(await screen.findByText('Offres et nouveautés de la maison')).toBeDefined();
    expect(screen.getByText(/Case cochée au compte client/)).toBeDefined();
    expect(screen.getByText('mardi 2 février 2027')).toBeDefined();
  });

  it('[C360-6] a click on a number calls it for the brand on screen, an address is copied', async () => {
    const { engine, user } = openApp({ slices: talking });
    await user.click(
      within(await person()).getByRole('button', { name: 'Appeler le 06 39 98 41 17' }),
    );
    expect(engine.inputs('call.dial')).toEqual([
      { number: '+33639984117', brandId: 'kerdoual', customerId: helene, callbackId: null },
    ]);
    // happy-dom has no clipboard of its own.
    const copied = vi.fn((_: string) => document.activeElement instanceof HTMLTextAreaElement);
    document.execCommand = copied;
    await user.click(screen.getByRole('button', { name: /3 rue du Moulin Blanc/ }));
    expect(copied).toHaveBeenCalledWith('copy');
    expect(screen.getByText('Copié')).toBeDefined();
  });

  it('[C360-7] the next callback has its time and its advisor', async () => {
    const [first] = callbacks;
    if (first === undefined) throw new Error('the fixture has a callback');
    openApp({ slices: talking, bundles: [{ ...heleneBundle, callbacks: [first] }] });
    expect((await person()).textContent).toContain('Rappel promis aujourd’hui à 11:46');
    expect((await person()).textContent).toContain('Camille Roussel');
  });

  it('[C360-15] the painted 360 is reported once, after two frames', async () => {
    const { engine, deliver } = openApp({ slices: ringing });
    await waitFor(() => expect(engine.inputs('work.painted')).toHaveLength(1));
    expect(engine.inputs('work.painted')[0]?.workId).toBe(callId);
    // Another person is chosen while it rings: the 360 comes later, the measure was taken.
    const other = { ...heleneBundle.customer, id: id(77), lastName: 'Autre' };
    deliver('work', [workWith({ customerId: other.id })]);
    act(() => engine.deliverCustomer({ ...heleneBundle, customer: other }));
    await screen.findByRole('heading', { level: 1, name: /Autre/ });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(engine.inputs('work.painted')).toHaveLength(1);
  });
});

describe('the thread', () => {
  const thread = () => screen.findByRole('region', { name: 'Fil des échanges' });

  it('[C360-9] an e-mail left unanswered says for how long, an answered one by what', async () => {
    openApp({ slices: talking });
    const text = (await thread()).textContent ?? '';
    expect(text).toMatch(/Sans réponse depuis 17\sh/u);
    expect(text).toMatch(/Répondu par E-mail en 3\sh/u);
  });

  it('[C360-10] the break between chat and telephone is drawn with its delay', async () => {
    openApp({ slices: talking });
    expect((await thread()).textContent).toMatch(/Rupture\s: chat → téléphone, 4\smin plus tard/u);
  });

  it('[C360-11] a channel, a brand and a period narrow it', async () => {
    const { user } = openApp({ slices: talking });
    const column = await thread();
    await user.click(within(column).getByRole('button', { name: 'SMS' }));
    expect(within(column).queryByText('Chat')).toBeNull();
    await user.click(within(column).getByRole('button', { name: 'Tous les canaux' }));
    await user.selectOptions(within(column).getByLabelText('Filtrer par marque'), 'solvenne');
    expect(within(column).getByText('Catalogue d’automne')).toBeDefined();
    expect(within(column).queryByText('Chat')).toBeNull();
    await user.selectOptions(within(column).getByLabelText('Filtrer par période'), '30');
    expect(within(column).getByText('Aucun échange avec ces filtres.')).toBeDefined();
  });

  it('[C360-12] of five thousand exchanges only those in view are drawn', async () => {
    const interactions = Array.from({ length: 5000 }, (_, index) =>
      interaction({
        channel: 'sms',
        startedAt: new Date(ringNow - index * 3_600_000).toISOString(),
        summary: `Message ${index}`,
      }),
    );
    openApp({ slices: talking, bundles: [{ ...heleneBundle, interactions }] });
    const column = await thread();
    expect(within(column).getByText('5000')).toBeDefined();
    expect(within(column).queryAllByRole('article').length).toBeLessThan(60);
  });

  it('[C360-13] answered, missed, refused and failed never look the same', async () => {
    const outcomes = ['answered', 'missed', 'refused', 'failed'] as const;
    const call = {
      callUid: null,
      customerNumber: null,
      numberHidden: false,
      calledNumber: null,
      answeredAt: null,
      endedBy: null,
      failure: null,
      sipStatus: null,
      heldMs: 0,
      transferredTo: null,
      training: false,
    };
    const interactions = outcomes.map((outcome, index) =>
      interaction({ channel: 'phone', startedAt: at(`2026-11-05T1${index}:00:00`), outcome, call }),
    );
    openApp({ slices: talking, bundles: [{ ...heleneBundle, interactions }] });
    const entries = within(await thread())
      .getAllByRole('article')
      .slice(1);
    const looks = entries.map((entry) => [
      entry.querySelector('[class*="flag"]')?.textContent ?? '',
      entry.querySelector('[class*="flag"] svg')?.getAttribute('class') ?? '',
    ]);
    expect(new Set(looks.map(([word]) => word)).size).toBe(4);
    expect(new Set(looks.map(([, icon]) => icon)).size).toBe(4);
  });

  it('[C360-14] with the hub away it says as of when it is', async () => {
    openApp({ slices: { ...talking, sync: { ...quiet.sync, hub: 'offline' } } });
    expect((await thread()).textContent).toContain('à jour à 11:43');
  });
});

describe('the speech', () => {
  it('[SPEECH-9] reasons and first words are there before the answer, which moves no column', async () => {
    const { deliver } = openApp({ slices: ringing });
    const before = await person();
    expect(screen.getByText('Sa réclamation attend une réponse')).toBeDefined();
    expect(screen.getByText('presque sûr')).toBeDefined();
    expect(document.body.textContent).toContain(
      'Bonjour Madame Vasseur, Camille Roussel, de Maison Kerdoual.',
    );
    deliver('calls', [talkingCall()]);
    deliver('work', [talkingWork()]);
    expect(await screen.findByText('Racontez-moi ce qui s’est passé.')).toBeDefined();
    expect(await person()).toBe(before);
  });

  it('[SPEECH-10] while nobody is sure the first words carry no name', async () => {
    const match = { status: 'none', lookup: 'not-found' } as const;
    openApp({ slices: { ...ringing, work: [workWith({ match, customerId: null })] } });
    expect(await screen.findByText('Vos premiers mots, sans nom')).toBeDefined();
    expect(document.body.textContent).toContain('À qui ai-je le plaisir de parler');
    expect(document.body.textContent).not.toContain('J’ai votre message d’hier');
  });

  const onSolution = {
    scriptId: 'reclamation-livraison',
    version: 7,
    stepId: 'solution',
    path: ['welcome', 'facts'],
    choices: {},
    fields: {},
    objections: [],
  };
  const atSolution = {
    ...talking,
    work: [talkingWork({ draft: { ...emptyDraft, speech: onSolution } })],
  };

  it('[SPEECH-17] a consequence carries the customer’s own facts', async () => {
    openApp({ slices: atSolution });
    const foot = await screen.findByRole('button', { name: /Le pied neuf/ });
    expect(foot.textContent).toContain('vérifier l’adresse de Brest');
  });

  it('[SPEECH-11] a digit chooses, Alt and the digit while typing; the choice is kept', async () => {
    const { engine, user } = openApp({ slices: atSolution });
    await screen.findByRole('button', { name: /L’échange du canapé/ });
    await user.keyboard('2');
    expect(engine.inputs('work.save').at(-1)?.draft.speech).toMatchObject({
      choices: { solution: 'swap' },
      stepId: 'date',
    });
    await user.keyboard('{ArrowLeft}');
    expect(await screen.findByRole('button', { name: /Le pied neuf/ })).toBeDefined();
    await user.click(screen.getByRole('textbox', { name: 'Nouvelle note' }));
    await user.keyboard('1');
    expect(engine.inputs('work.save').at(-1)?.draft.speech).toMatchObject({ stepId: 'solution' });
    await user.keyboard('{Alt>}1{/Alt}');
    expect(engine.inputs('work.save').at(-1)?.draft.speech).toMatchObject({
      choices: { solution: 'foot' },
    });
  });

  it('[SPEECH-12] Alt+Z opens the second objection, the step stays', async () => {
    const { engine, user } = openApp({ slices: atSolution });
    await screen.findByText('Je veux un geste');
    await user.keyboard('{Alt>}z{/Alt}');
    expect(screen.getByText('Je peux vous accorder un geste.')).toBeDefined();
    expect(engine.inputs('work.save').at(-1)?.draft.speech).toMatchObject({
      stepId: 'solution',
      objections: ['gesture'],
    });
  });

  it('[SPEECH-13] a field is kept at each keystroke', async () => {
    const onFacts = { ...onSolution, stepId: 'facts', path: ['welcome'] };
    const { engine, user } = openApp({
      slices: { ...talking, work: [talkingWork({ draft: { ...emptyDraft, speech: onFacts } })] },
    });
    await user.click(await screen.findByRole('radio', { name: 'Oui' }));
    expect(engine.inputs('work.save').at(-1)?.draft.speech?.fields).toEqual({
      'facts.photos': true,
    });
  });

  it('[SPEECH-14] the head says which step of how many', async () => {
    openApp({ slices: atSolution });
    expect(await screen.findByText('Solution, 3 sur 6')).toBeDefined();
  });

  it('[SPEECH-15] a brand without a speech says so', async () => {
    openApp({ slices: { ...talking, work: [talkingWork({ script: null })] } });
    expect(await screen.findByText('Aucun discours publié pour cet appel.')).toBeDefined();
  });

  it('[UI-19] the interface is English, the speech stays in the customer’s language', async () => {
    openApp({ slices: atSolution, language: 'en' });
    expect(await screen.findByText('Their answer')).toBeDefined();
    const sentence = screen.getByText('Vous n’avez rien à payer.').closest('p');
    expect(sentence?.getAttribute('lang')).toBe('fr');
    expect(document.documentElement.lang).toBe('en');
  });
});
