/** An appointment in a few keys: proposed, booked, lost to somebody else, and without the hub. */
import type { FreeHours } from '@shared/contracts/engine/diaries.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { afternoon, appointment, free, paul, tuesday } from './support/booking.ts';
import { bilan } from './support/campaigns.ts';
import { at } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { talkingCall, talkingWork, wrapUpWork } from './support/slices.ts';

const talking = { calls: [talkingCall()], work: [talkingWork()] };
const dialog = () => screen.findByRole('dialog', { name: /Rendez-vous pour|Appointment for/ });

const opened = async (hours: FreeHours = free, language: 'fr' | 'en' = 'fr') => {
  const app = openApp({ slices: talking, language });
  app.engine.answer({ 'diaries.hours': () => succeed(hours) });
  await screen.findByRole('textbox', { name: /Nouvelle note|New note/ });
  return app;
};

describe('an appointment', () => {
  it('[DIARY-15] [DIARY-16] is booked by three keystrokes in the call', async () => {
    const { engine, user } = await opened();
    let booked = '';
    engine.answer({
      'diaries.book': ({ startsAt }) => {
        booked = startsAt;
        engine.answer({
          'diaries.hours': () => succeed({ ...free, appointments: [appointment(startsAt)] }),
        });
        return succeed({ status: 'booked', appointment: appointment(startsAt) });
      },
    });
    await user.keyboard('{Alt>}v{/Alt}');
    await within(await dialog()).findByRole('button', {
      name: /Réserver lundi 9 novembre à 09:00/,
    });
    await user.keyboard('2{Enter}');
    expect(await screen.findByText('Rendez-vous lundi 9 novembre à 14:00, Brest')).toBeDefined();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(booked).toBe(afternoon.startsAt);
    expect(engine.inputs('diaries.book')).toHaveLength(1);
    expect(engine.inputs('diaries.book')[0]).toMatchObject({ representativeId: paul });
  });

  it('[DIARY-16] goes through the other hours of a day by the arrows', async () => {
    const { engine, user } = await opened();
    engine.answer({
      'diaries.book': ({ startsAt }) =>
        succeed({ status: 'booked', appointment: appointment(startsAt) }),
    });
    await user.keyboard('{Alt>}v{/Alt}');
    await within(await dialog()).findByRole('button', { name: /Réserver lundi/ });
    await user.keyboard('{ArrowDown}');
    expect(
      await screen.findByRole('button', { name: /Réserver lundi 9 novembre à 09:15/ }),
    ).toBeDefined();
    await user.keyboard('{ArrowRight}');
    await user.click(within(await dialog()).getByRole('button', { name: '10:00' }));
    await user.keyboard('{Enter}');
    expect(engine.inputs('diaries.book')[0]?.startsAt).toBe(tuesday.startsAt);
  });

  it('[DIARY-17] that somebody else took is said, with what is free now', async () => {
    const { engine, user } = await opened();
    engine.answer({ 'diaries.book': () => fail('slot-not-free') });
    await user.keyboard('{Alt>}v{/Alt}');
    await within(await dialog()).findByRole('button', { name: /Réserver lundi/ });
    engine.answer({
      'diaries.hours': () => succeed({ ...free, proposed: [tuesday], slots: [tuesday] }),
    });
    await user.keyboard('1{Enter}');
    const lost = within(await dialog()).findByRole('alert');
    expect((await lost).textContent).toContain('vient d’être prise');
    expect(await screen.findByRole('button', { name: /Réserver mardi 10 novembre/ })).toBeDefined();
  });

  it('[DIARY-18] without the hub is only proposed, as typed, and says so', async () => {
    const nothing = { ...free, proposed: [], slots: [], known: false };
    const { engine, user } = await opened(nothing);
    engine.answer({ 'diaries.book': () => succeed({ status: 'proposed' }) });
    await user.keyboard('{Alt>}v{/Alt}');
    const box = within(await dialog());
    expect((await box.findByRole('status')).textContent).toContain('ne peut être que proposée');
    await user.type(await box.findByRole('textbox'), 'mardi 14h30{Enter}');
    expect(await screen.findByText(/Heure proposée, à confirmer/)).toBeDefined();
    expect(engine.inputs('diaries.book')).toMatchObject([
      { representativeId: null, startsAt: at('2026-11-10T14:30:00') },
    ]);
  });

  it('[DIARY-15] opens by itself when the call is the success of a campaign for appointments', async () => {
    const outcomes = [{ dispositionCode: 'RDV', consequence: 'success' as const }];
    const settings = { ...bilan.settings, brandId: 'kerdoual', outcomes };
    const app = openApp({ slices: { work: [wrapUpWork()] } });
    app.engine.answer({
      'diaries.hours': () => succeed(free),
      'campaigns.mine': () =>
        succeed({ campaigns: [{ ...bilan, settings }], contacts: [], known: true }),
    });
    const pick = await screen.findByRole('combobox', { name: /Comment s’est terminé/ });
    expect(screen.queryByRole('dialog')).toBeNull();
    await app.user.click(pick);
    await app.user.keyboard('rendez{Enter}');
    expect(await dialog()).toBeDefined();
  });

  it('[DIARY-16] is offered in English, and not at all where nobody goes', async () => {
    const { user, engine } = await opened(free, 'en');
    await user.keyboard('{Alt>}v{/Alt}');
    expect(
      await within(await dialog()).findByRole('button', { name: /Book Monday.* with Paul Kerven/ }),
    ).toBeDefined();
    expect(engine.inputs('diaries.hours')[0]?.brandId).toBe('kerdoual');
  });
});
