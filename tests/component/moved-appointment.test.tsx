/** An appointment that stands: on her card, in the call and in the week, moved and cancelled by keys. */
import fr from '@renderer/app/i18n/fr.json';
import type { FreeHours } from '@shared/contracts/engine/diaries.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { appointment, free, slot } from './support/booking.ts';
import { diaryAnswers, figures } from './support/diaries.ts';
import { at, helene } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { managing } from './support/planning.ts';
import { talkingCall, talkingWork } from './support/slices.ts';

const friday = appointment(at('2026-11-06T10:15:00'));
const standing: FreeHours = { ...free, appointments: [friday] };

const onCard = async (hours: FreeHours = standing, language: 'fr' | 'en' = 'fr') => {
  const app = openApp({ language, answers: { 'diaries.hours': () => succeed(hours) } as never });
  app.services.screen.setState({ screen: 'customers', customerId: helene });
  await screen.findByRole('heading', { level: 1, name: /Vasseur/ });
  return app;
};
const moving = () => screen.findByRole('dialog', { name: /^(Déplacer|Move)/ });

describe('an appointment that stands', () => {
  it('[DIARY-32] [DIARY-35] is moved on her card, where a new one is booked by the same key', async () => {
    const { engine, user } = await onCard();
    const card = within(await screen.findByRole('region', { name: 'Rendez-vous' }));
    expect(card.getByText('Rendez-vous vendredi 6 novembre à 10:15, Brest')).toBeDefined();
    engine.answer({ 'diaries.move': () => succeed(appointment(at('2026-11-09T14:00:00'))) });
    card.getByRole('button', { name: /Déplacer le rendez-vous/ }).focus();
    await user.keyboard('{Enter}');
    const dialog = within(await moving());
    await dialog.findByRole('button', { name: /Déplacer au lundi 9 novembre à 09:00 avec Paul/ });
    expect(engine.inputs('diaries.hours').at(-1)?.appointmentId).toBe(friday.id);
    engine.answer({
      'diaries.hours': () =>
        succeed({ ...free, appointments: [appointment(at('2026-11-09T14:00:00'))] }),
    });
    await user.keyboard('2{Enter}');
    expect(await card.findByText(/lundi 9 novembre à 14:00, Brest/)).toBeDefined();
    expect(engine.inputs('diaries.move')).toEqual([
      {
        appointmentId: friday.id,
        startsAt: at('2026-11-09T14:00:00'),
        representativeId: slot('2026-11-09T14:00:00').representativeId,
      },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('{Alt>}v{/Alt}');
    expect(await screen.findByRole('dialog', { name: /Rendez-vous pour/ })).toBeDefined();
  });

  it('[DIARY-32] is cancelled with the reason, or kept', async () => {
    const { engine, user } = await onCard();
    const cancel = () => screen.findByRole('button', { name: /Annuler le rendez-vous vendredi/ });
    await user.click(await cancel());
    await user.click(await screen.findByRole('button', { name: /Le garder/ }));
    expect(engine.inputs('diaries.cancel')).toEqual([]);
    engine.answer({
      'diaries.cancel': () => succeed({ ...friday, status: 'cancelled' as const }),
      'diaries.hours': () => succeed(free),
    });
    await user.click(await cancel());
    await user.keyboard('déménage{Enter}');
    expect(await screen.findByText('Aucun rendez-vous à venir')).toBeDefined();
    expect(engine.inputs('diaries.cancel')).toEqual([
      { appointmentId: friday.id, reason: 'déménage' },
    ]);
  });

  it('[DIARY-37] what was not cancelled says why, and keeps the reason that she typed', async () => {
    const { engine, user } = await onCard();
    engine.answer({ 'diaries.cancel': () => fail('hub-unreachable') });
    const cancel = () => screen.findByRole('button', { name: /Annuler le rendez-vous vendredi/ });
    await user.click(await cancel());
    await user.keyboard('déménage{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: /^Annuler/ }));
    expect((await dialog.findByRole('alert')).textContent).toBe(fr.error['hub-unreachable']);
    expect(dialog.getByLabelText<HTMLInputElement>(/^Motif/).value).toBe('déménage');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(await cancel());
  });

  it('[DIARY-35] stays where it is without the hub, and says that an hour was taken', async () => {
    const { engine, user } = await onCard(standing, 'en');
    await user.click(await screen.findByRole('button', { name: /^Move the appointment/ }));
    await within(await moving()).findByRole('button', { name: /Move to Monday/ });
    engine.answer({ 'diaries.move': () => fail('slot-not-free') });
    await user.keyboard('1{Enter}');
    expect(await screen.findByText(/Somebody else has just taken this hour/)).toBeDefined();
    await user.click(within(await moving()).getByRole('button', { name: /Close/ }));
    engine.answer({ 'diaries.hours': () => succeed({ ...standing, known: false }) });
    await user.click(await screen.findByRole('button', { name: /^Move the appointment/ }));
    const dialog = within(await moving());
    expect(await dialog.findByText(/only it knows whether an hour is free/)).toBeDefined();
    expect(dialog.queryByRole('button', { name: /Move to/ })).toBeNull();
  });

  it('[DIARY-32] has no card where nobody goes and nothing comes', async () => {
    const { engine } = await onCard({ ...free, because: 'nobody-covers', proposed: [], slots: [] });
    await waitFor(() => expect(engine.inputs('diaries.hours')).not.toEqual([]));
    expect(screen.queryByRole('region', { name: 'Rendez-vous' })).toBeNull();
  });

  it('[DIARY-35] is moved in the call, too', async () => {
    const app = openApp({
      slices: { calls: [talkingCall()], work: [talkingWork()] },
      answers: { 'diaries.hours': () => succeed(standing) } as never,
    });
    await app.user.click(await screen.findByRole('button', { name: /^Déplacer le rendez-vous/ }));
    expect(
      await within(await moving()).findByRole('button', { name: /Déplacer au/ }),
    ).toBeDefined();
  });
});

describe('the week', () => {
  const opened = async (answers: object = {}) => {
    const app = openApp({ slices: managing, answers: { ...diaryAnswers, ...answers } as never });
    await app.user.click(await screen.findByRole('button', { name: 'Planning' }));
    return app;
  };

  it('[DIARY-33] shows what is free, and moves what has not begun', async () => {
    const { engine, user } = await opened({ 'diaries.hours': () => succeed(free) });
    const friday = within(await screen.findByRole('region', { name: /vendredi 6 novembre/ }));
    const lines = friday.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines[1]).toBe('13:30 – 18:00 libre');
    await user.click(friday.getByRole('button', { name: 'Déplacer' }));
    await within(await moving()).findByRole('button', { name: /Déplacer au lundi/ });
    const before = engine.inputs('diaries.read').length;
    engine.answer({ 'diaries.move': () => succeed(appointment(at('2026-11-09T09:00:00'))) });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(engine.inputs('diaries.read').length).toBeGreaterThan(before));
  });

  it('[DIARY-34] stands beside what came of the appointments, by representative', async () => {
    const { engine, user } = await opened({ 'diaries.figures': () => succeed(figures) });
    await user.click(await screen.findByRole('tab', { name: 'Bilan' }));
    const table = within(await screen.findByRole('table', { name: 'Bilan des rendez-vous' }));
    const row = (name: string): string[] =>
      within(table.getByRole('row', { name: new RegExp(`^${name}`) }))
        .getAllByRole('cell')
        .map(({ textContent }) => textContent ?? '');
    expect(row('Erwan Le Goff')).toEqual(['4', '9', '3', '75 %', '2', '1']);
    expect(row('Sandrine Jouan')).toEqual(['2', '0', '0', '–', '0', '0']);
    expect(row('Tous')[3]).toBe('75 %');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Depuis' }), '90');
    await waitFor(() => expect(engine.inputs('diaries.figures')).toHaveLength(2));
  });
});
