/** The diaries of the representatives, as those see them who make campaigns. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { diaryAnswers, erwan, outlook } from './support/diaries.ts';
import { openApp } from './support/open-app.tsx';
import { managing } from './support/planning.ts';

const opened = async (answers: object = {}, language: 'fr' | 'en' = 'fr') => {
  const app = openApp({
    slices: managing,
    answers: { ...diaryAnswers, ...answers } as never,
    language,
  });
  await app.user.click(await screen.findByRole('button', { name: /^(Planning|Diaries)$/ }));
  return app;
};
const day = (name: RegExp) => screen.findByRole('region', { name });

describe('the diaries', () => {
  it('[DIARY-19] show a week with what is booked, what else fills it, and what came of it', async () => {
    const { engine, user } = await opened();
    expect(
      await screen.findByRole('heading', { name: /Erwan Le Goff, semaine du 2 nov/ }),
    ).toBeDefined();
    expect(within(await day(/mardi 3 novembre/)).getByText('tenu')).toBeDefined();
    expect(within(await day(/jeudi 5 novembre/)).getByText(/Outlook/)).toBeDefined();
    const wednesday = within(await day(/mercredi 4 novembre/));
    await user.click(wednesday.getByRole('button', { name: 'Tenu' }));
    expect(engine.inputs('diaries.end')).toMatchObject([{ result: 'kept' }]);
    expect(
      within(await day(/vendredi 6 novembre/)).getByRole('button', { name: 'Annuler' }),
    ).toBeDefined();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(engine.inputs('diaries.read').at(-1)?.from).toBe('2026-11-08T23:00:00.000Z');
  });

  it('[DIARY-19] let a representative be added, and say what cannot be', async () => {
    const { engine, user } = await opened({ 'diaries.save': () => succeed(erwan) });
    await user.click(await screen.findByRole('button', { name: 'Nouveau commercial' }));
    await user.type(screen.getByRole('textbox', { name: 'Nom' }), 'Anne Kerven');
    const zones = screen.getByRole('textbox', { name: /Départements/ });
    await user.type(zones, 'Finistère');
    expect(zones.getAttribute('aria-invalid')).toBe('true');
    await user.clear(zones);
    await user.type(zones, '29, 2A{Enter}');
    expect(engine.inputs('diaries.save')).toMatchObject([
      {
        representativeId: null,
        settings: { name: 'Anne Kerven', zones: { departments: ['29', '2A'] } },
      },
    ]);
  });

  it('[DIARY-40] ask whether ours stay on a calendar that is disconnected, and change nothing on Escape', async () => {
    const agenda = { ...outlook, kind: 'caldav' as const, name: 'Agenda', appointments: 3 };
    const { engine, user } = await opened({
      'diaries.calendars': () => succeed({ calendars: [agenda] }),
      'diaries.remove-calendar': () => succeed(null),
    });
    await user.click(await screen.findByRole('button', { name: 'Zone et durées' }));
    const removed = () => engine.inputs('diaries.remove-calendar');
    const ask = async () => user.click(await screen.findByRole('button', { name: 'Retirer' }));
    await ask();
    expect(await screen.findByText(/^3 rendez-vous de Parlance y sont écrits/)).toBeDefined();
    await user.keyboard('{Escape}');
    expect(removed()).toEqual([]);
    for (const [name, appointments] of [
      ['Les y laisser', 'stay'],
      ['Les retirer aussi', 'take-away'],
    ] as const) {
      await ask();
      await user.click(await screen.findByRole('button', { name }));
      expect(removed().at(-1)).toMatchObject({ calendarId: agenda.id, appointments });
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
  });

  it('[DIARY-26] let another calendar of his be read, say what is wrong in it, and give his own', async () => {
    const address = 'http://127.0.0.1:4100/v1/calendars/secret.ics';
    const read = { calendar: outlook, problems: ['event 2: DTSTART is missing'] };
    const { engine, user } = await opened({
      'diaries.add-calendar': () => succeed(read),
      'diaries.open-feed': () => succeed({ address }),
      'diaries.remove-calendar': () => succeed(null),
    });
    await user.click(await screen.findByRole('button', { name: 'Zone et durées' }));
    expect(await screen.findByText('outlook.example')).toBeDefined();
    const field = screen.getByRole('textbox', { name: /Adresse d’un calendrier/ });
    await user.type(field, 'https://agenda.example/a.ics{Enter}');
    expect(await screen.findByText('event 2: DTSTART is missing')).toBeDefined();
    const file = new File(['BEGIN:VCALENDAR'], 'agenda.ics', { type: 'text/calendar' });
    await user.upload(screen.getByLabelText(/fichier .ics/), file);
    await waitFor(() => expect(engine.inputs('diaries.add-calendar')).toHaveLength(2));
    expect(engine.inputs('diaries.add-calendar').map(({ calendar }) => calendar)).toMatchObject([
      { kind: 'address', name: 'agenda.example' },
      { kind: 'file', name: 'agenda.ics', text: 'BEGIN:VCALENDAR' },
    ]);
    await user.click(screen.getByRole('button', { name: 'Retirer' }));
    expect(engine.inputs('diaries.remove-calendar')).toMatchObject([{ calendarId: outlook.id }]);
    await user.click(screen.getByRole('button', { name: 'Donner une adresse secrète' }));
    expect(await screen.findByText(address)).toBeDefined();
  });

  it('[DIARY-19] take his hours, his days away and his communes as they are typed', async () => {
    const { engine, user } = await opened({ 'diaries.save': () => succeed(erwan) });
    await user.click(await screen.findByRole('button', { name: 'Zone et durées' }));
    const field = (name: string) => screen.getByRole('textbox', { name });
    const type = async (name: string, text: string) => {
      await user.clear(field(name));
      await user.type(field(name), text);
    };
    await type('Samedi', '9h-12h');
    await type('Mercredi', '8-');
    expect(field('Mercredi').getAttribute('aria-invalid')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(engine.inputs('diaries.save')).toEqual([]);
    await type('Mercredi', '13:30-18:00, 9:00-12:00');
    await type('Absences, jours compris', '2026-12-24 - 2027-01-02, 2027-05-14');
    await type('Communes par code officiel (29232)', '29232');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(engine.inputs('diaries.save')).toHaveLength(1));
    const [change] = engine.inputs('diaries.save') as { settings: typeof erwan.settings }[];
    expect(change?.settings.daysOff).toEqual([
      { from: '2026-12-24', to: '2027-01-02' },
      { from: '2027-05-14', to: '2027-05-14' },
    ]);
    expect(change?.settings.zones.communes).toEqual(['29232']);
    const openings = change?.settings.hours.openings ?? [];
    expect(openings.filter(({ weekday }) => weekday === 6)).toEqual([
      { weekday: 6, from: 540, to: 720 },
    ]);
    expect(openings.filter(({ weekday }) => weekday === 3)).toEqual([
      { weekday: 3, from: 540, to: 720 },
      { weekday: 3, from: 810, to: 1080 },
    ]);
  });

  it('[DIARY-28] are written to a CalDAV calendar, once its name and password are there', async () => {
    const read = { calendar: outlook, problems: [] };
    const { engine, user } = await opened({ 'diaries.add-calendar': () => succeed(read) });
    await user.click(await screen.findByRole('button', { name: 'Zone et durées' }));
    const field = await screen.findByRole('textbox', { name: /Adresse d’un calendrier/ });
    await user.click(screen.getByRole('checkbox', { name: /CalDAV/ }));
    await user.type(field, 'https://dav.example/paul/{Enter}');
    expect(engine.inputs('diaries.add-calendar')).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: /Nom d’utilisateur/ }), 'paul');
    await user.type(screen.getByLabelText('Mot de passe'), 'secret');
    await user.click(screen.getByRole('button', { name: 'Ajouter' }));
    expect(engine.inputs('diaries.add-calendar').map(({ calendar }) => calendar)).toEqual([
      {
        kind: 'caldav',
        name: 'dav.example',
        address: 'https://dav.example/paul/',
        userName: 'paul',
        password: 'secret',
      },
    ]);
  });

  it('[DIARY-19] say in English that they are the hub’s when it is away, and that there is nobody', async () => {
    await opened({ 'diaries.representatives': () => fail('hub-unreachable') }, 'en');
    expect(await screen.findByText(/Diaries are kept by the hub/)).toBeDefined();
  });
});
