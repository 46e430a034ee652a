import en from '@renderer/app/i18n/en.json';
import fr from '@renderer/app/i18n/fr.json';
import { CardPage } from '@renderer/card/card-page.tsx';
import { createTranslator } from '@renderer/platform/i18n/translator.ts';
import { createServices } from '@renderer/platform/store/services.tsx';
import type { Slices } from '@shared/contracts/engine/views.ts';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { states } from '../gallery/states.ts';
import { FakeEngine } from './support/fake-engine.ts';
import { ringNow } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import {
  callId,
  callWith,
  slicesWith,
  talkingCall,
  talkingWork,
  workWith,
} from './support/slices.ts';

type Card = NonNullable<Slices['card']>;
const card = states['card']?.slices.card as Card;

const openCard = (changes: Partial<Card>) => {
  const engine = new FakeEngine(slicesWith({ card: { ...card, ...changes } }));
  const services = createServices(engine, { now: () => ringNow }, () => undefined);
  render(<CardPage services={services} translator={createTranslator({ fr, en }, 'fr')} />);
  return { engine, user: userEvent.setup() };
};

describe('the incoming card', () => {
  it('[CARD-9] a hidden caller is named as such on the card', () => {
    openCard({ title: '', vip: false, numberDisplay: '', place: null, reasons: [] });
    expect(screen.getByRole('heading', { level: 1, name: 'Numéro masqué' })).toBeDefined();
  });

  it('[CARD-9] a hidden caller is named as such in the bar', () => {
    openApp({
      slices: {
        calls: [callWith({ title: '', number: null, numberDisplay: '', numberHidden: true })],
        work: [workWith({ customerName: '', customerId: null, number: null, numberDisplay: '' })],
      },
    });
    const bar = screen.getAllByRole('banner')[0] as HTMLElement;
    expect(within(bar).getByText('Numéro masqué')).toBeDefined();
  });

  it('[CARD-1] brand, caller, one reason, and for how long it rings', () => {
    openCard({});
    expect(screen.getByText('Maison Kerdoual')).toBeDefined();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Hélène Vasseur');
    expect(screen.getByText(/sans réponse/)).toBeDefined();
    expect(screen.getByRole('timer').textContent).toBe('0:06');
  });

  it('[CARD-2] it answers and refuses, and sends nothing else', async () => {
    const { engine, user } = openCard({});
    await user.click(screen.getByRole('button', { name: /Décrocher/ }));
    await user.click(screen.getByRole('button', { name: /Refuser/ }));
    expect(engine.sent).toEqual([
      { name: 'call.answer', input: { callId } },
      { name: 'call.decline', input: { callId } },
    ]);
    expect(document.activeElement).not.toBeInstanceOf(HTMLInputElement);
  });

  it('[CARD-3] several matches are counted, to be chosen after answering', () => {
    openCard({ candidates: 3 });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('3 fiches possibles');
    expect(screen.getByText('Choisissez après avoir décroché.')).toBeDefined();
  });

  it('[CARD-10] what presses stands above what it is about; what does not press is not red', () => {
    openCard({});
    const pressing = screen.getByText('E-mail sans réponse depuis 17 h');
    expect(pressing.closest('p')?.className).toMatch(/pressing/);
    expect(screen.getByText('Pied avant gauche cassé à la livraison')).toBeDefined();
    cleanup();
    const order = {
      kind: 'recent-order',
      title: 'Canapé Belle-Île',
      at: '2026-11-03T15:20:00Z',
      channel: 'web',
      verdict: 'possible',
    } as const;
    openCard({ reasons: [order] });
    expect(screen.getByText(/^Commande récente, il y a/).closest('p')?.className).not.toMatch(
      /pressing/,
    );
    expect(screen.getByText('Canapé Belle-Île')).toBeDefined();
  });

  it('[CARD-4] with no reason the number and the place are shown', () => {
    openCard({ reasons: [], vip: false });
    expect(screen.getByText('06 39 98 41 17 · Brest')).toBeDefined();
  });
});

describe('who it is', () => {
  const chooser = states['chooser']?.slices ?? {};

  it('[POP-18] a household is called one, with who called last and what tells them apart', async () => {
    openApp({ slices: chooser, bundles: states['chooser']?.bundles ?? [] });
    expect(await screen.findByText(/Le numéro est celui d’un foyer/)).toBeDefined();
    expect(
      screen.getByText('Dernier appel avec ce numéro : 28 oct., Mireille Guéguen'),
    ).toBeDefined();
    expect(screen.getByText('Quimper, cliente depuis 2015')).toBeDefined();
    expect(screen.getByText('Quimper, même adresse')).toBeDefined();
    expect(screen.getByText('Quimper, professionnel')).toBeDefined();
  });

  it('[CARD-11] the thread of the one looked at stands beside, the likeliest first', async () => {
    const { user } = openApp({ slices: chooser, bundles: states['chooser']?.bundles ?? [] });
    const sure = await screen.findByRole('region', { name: 'Si c’est Mireille Guéguen' });
    expect(within(sure).getByText('Table Groix, 640 €')).toBeDefined();
    await user.hover(screen.getByRole('button', { name: /Loïc Guéguen/ }));
    const other = await screen.findByRole('region', { name: 'Si c’est Loïc Guéguen' });
    expect(within(other).queryByText('Table Groix, 640 €')).toBeNull();
  });

  it('[CARD-12] an e-mail called "E-mail" is named by its wait, and its channel is said once', async () => {
    const [reason] = card.reasons;
    openApp({
      slices: {
        calls: [callWith()],
        work: [workWith({ likelyReasons: reason === undefined ? [] : [reason] })],
      },
    });
    const row = (await screen.findByText('E-mail sans réponse depuis 17 h')).closest('li');
    expect(row?.textContent?.match(/E-mail/g)).toHaveLength(1);
  });

  it('[CARD-5] candidates are ranked with evidence and verdict; a digit chooses', async () => {
    const { engine, user } = openApp({ slices: chooser });
    expect(await screen.findByText('sans doute')).toBeDefined();
    expect(screen.getByText(/6 appels d’ici/)).toBeDefined();
    expect(document.body.textContent).not.toMatch(/\d\s?%/);
    await user.keyboard('2');
    expect(engine.inputs('work.choose-customer')).toEqual([{ workId: callId, customerId: id(62) }]);
  });

  it('[POP-16] in the wrap-up she still chooses who it was, and no digit does', async () => {
    const [ringing] = chooser.work ?? [];
    if (ringing === undefined) throw new Error('the state has a work item');
    const work = [
      talkingWork({
        match: ringing.match,
        customerId: null,
        phase: 'wrap-up',
        wrapUp: { startedAt: ringing.startedAt, allowedMs: 120_000 },
      }),
    ];
    const { engine, user } = openApp({ slices: { calls: [], work } });
    const choices = within(await screen.findByRole('region', { name: /^Qui est-ce/ }));
    await user.keyboard('{Alt>}2{/Alt}');
    expect(engine.inputs('work.choose-customer')).toEqual([]);
    await user.click(choices.getByRole('button', { name: /Loïc Guéguen/ }));
    expect(engine.inputs('work.choose-customer')).toEqual([{ workId: callId, customerId: id(62) }]);
  });

  it.each([
    ['inbound', /^Appelle du 01/, /^A composé : Service clients/, 'Appelant inconnu'],
    ['outbound', /^Vous appelez le 01/, /^Numéro présenté : Service clients/, 'Numéro inconnu'],
  ] as const)(
    '[POP-17] what an %s call says of its numbers',
    async (direction, far, ours, title) => {
      const work = talkingWork({
        direction,
        match: { status: 'none', lookup: 'not-found' },
        customerId: null,
        numberDisplay: '01 99 00 73 15',
        calledLabel: 'Service clients',
      });
      openApp({ slices: { calls: [talkingCall({ direction })], work: [work] } });
      expect(await screen.findByText(far)).toBeTruthy();
      expect(screen.getByText(ours)).toBeTruthy();
      expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    },
  );

  it('[CARD-5] 0 is none of them, also while talking', async () => {
    const [ringing] = chooser.work ?? [];
    if (ringing === undefined) throw new Error('the state has a work item');
    const work = [talkingWork({ match: ringing.match, customerId: null })];
    const { engine, user } = openApp({ slices: { ...chooser, work } });
    await screen.findByText('Aucune de ces fiches');
    await user.keyboard('0');
    expect(engine.inputs('work.choose-customer')).toEqual([{ workId: callId, customerId: null }]);
  });

  it('[CARD-6] an unknown caller gets a quick card with the number filled in', async () => {
    const { engine, user } = openApp({ slices: states['unknown']?.slices ?? {} });
    const number = await screen.findByLabelText<HTMLInputElement>('Téléphone');
    expect(number.value).toBe('06 39 98 62 04');
    await user.type(screen.getByLabelText('Nom'), 'Cordier');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(engine.inputs('work.create-customer')).toEqual([
      { workId: callId, civility: 'none', firstName: '', lastName: 'Cordier', email: null },
    ]);
  });

  it('[CARD-7] a hidden number shows no number and no customer', async () => {
    openApp({ slices: states['hidden']?.slices ?? {} });
    expect(await screen.findByRole('heading', { level: 1, name: 'Numéro masqué' })).toBeDefined();
    expect(screen.getByText(/Aucune fiche ne s’ouvre/)).toBeDefined();
    expect(document.body.textContent).not.toContain('Vasseur');
  });

  it.each([
    ['searching', /Recherche dans le serveur/],
    ['not-found', /ni ici ni dans le serveur/],
    ['offline', /Le serveur est injoignable/],
  ] as const)('[CARD-8] an unknown number, look-up %s, says so', async (lookup, words) => {
    const work = [workWith({ match: { status: 'none', lookup }, customerId: null })];
    openApp({ slices: { work } });
    expect(await screen.findByText(words)).toBeDefined();
  });
});
