/** The catchment area of an agency: around it, drawn, by clicks on the map and ticks in the list. */
import { projectionAt } from '@renderer/features/campaigns/plan/projection.ts';
import { campaignSettingsSchema } from '@shared/domain/campaign/campaign.ts';
import { succeed } from '@shared/kernel/result.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaCounts, communesWithin } from './support/communes.ts';
import { openApp } from './support/open-app.tsx';
import { draft, managing, planningAnswers } from './support/planning.ts';

type Settings = typeof draft.settings;

const openArea = async (language: 'fr' | 'en' = 'fr', answers: object = {}) => {
  let kept = draft;
  const app = openApp({
    slices: managing,
    language,
    answers: {
      ...planningAnswers,
      'planning.change': ({ settings }: { readonly settings: Settings }) => {
        kept = { ...kept, settings: campaignSettingsSchema.parse(settings) };
        return succeed(kept);
      },
      ...answers,
    } as never,
  });
  await app.user.click(await screen.findByRole('button', { name: /^(Campagnes|Campaigns)$/ }));
  await app.user.click(await screen.findByRole('button', { name: /^(Continuer|Go on)$/ }));
  await screen.findByRole('heading', { level: 1, name: 'Ouverture de Rennes-Sud' });
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await app.user.click(
    await screen.findByRole('button', { name: /^(Autour d’une agence|Around an agency)$/ }),
  );
  return app;
};
const chosen = (engine: Awaited<ReturnType<typeof openArea>>['engine']) =>
  engine.inputs('planning.list').at(-1)?.query?.communes ?? [];
const codes = (km: number) => communesWithin(km).communes.map(({ code }) => code);
const townList = () => screen.findByRole('list', { name: 'Communes de la zone' });

it('[PLAN-32] the communes around the agency are the list’s, and the radius changes them', async () => {
  const { engine, user } = await openArea();
  expect(screen.getByText('Où est l’agence ?')).toBeDefined();
  await user.type(screen.getByLabelText('Où est l’agence'), 'renn');
  await user.click(await screen.findByRole('button', { name: /^Rennes/ }));
  await waitFor(() => expect(chosen(engine)).toEqual(codes(15)));
  const radius = screen.getByLabelText('À moins de');
  fireEvent.change(radius, { target: { value: '6' } });
  fireEvent.pointerUp(radius);
  await waitFor(() => expect(chosen(engine)).toEqual(codes(6)));
  expect(screen.getByText(/Distances à vol d’oiseau/).textContent).toContain('GeoNames');
  const rows = within(await townList()).getAllByRole('listitem');
  expect(rows[0]?.textContent).toMatch(/Rennes.*312 \/ 629/);
});

it('[PLAN-32] a tick takes a commune in or out, and so does a click on its point', async () => {
  const { engine, user } = await openArea();
  await user.type(screen.getByLabelText('Où est l’agence'), 'renn');
  await user.click(await screen.findByRole('button', { name: /^Rennes/ }));
  await waitFor(() => expect(chosen(engine)).toHaveLength(codes(15).length));
  await user.click(within(await townList()).getByRole('checkbox', { name: 'Bruz' }));
  await waitFor(() => expect(chosen(engine)).not.toContain('35047'));
  const map = screen.getByRole('img', { name: /Carte de la zone/ });
  map.getBoundingClientRect = () => ({ left: 0, top: 0, width: 640, height: 420 }) as DOMRect;
  // The agency lies in the middle of the map.
  fireEvent.click(map, { clientX: 321, clientY: 211 });
  await waitFor(() => expect(chosen(engine)).not.toContain('35238'));
  fireEvent.click(map, { clientX: 321, clientY: 211 });
  await waitFor(() => expect(chosen(engine)).toContain('35238'));
});

it('[PLAN-32] what is drawn chooses those inside; two points are no area', async () => {
  const { engine, user } = await openArea('en');
  await user.type(screen.getByLabelText('Where the agency is'), 'renn');
  await user.click(await screen.findByRole('button', { name: /^Rennes/ }));
  await user.click(await screen.findByRole('button', { name: 'Draw the area' }));
  const map = screen.getByRole('img', { name: /Map of the area/ });
  map.getBoundingClientRect = () => ({ left: 0, top: 0, width: 640, height: 420 }) as DOMRect;
  const close = () => screen.getByRole('button', { name: 'Close the line' });
  fireEvent.click(map, { clientX: 200, clientY: 100 });
  fireEvent.click(map, { clientX: 400, clientY: 100 });
  expect(close().getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(map, { clientX: 320, clientY: 300 });
  await user.click(close());
  await waitFor(() => expect(chosen(engine)).toEqual(codes(6)));
  const [drawn] = engine.inputs('planning.communes-inside');
  expect(drawn?.drawn).toHaveLength(3);
  // North is above: the third point lies south of the other two.
  const [first, , third] = drawn?.drawn ?? [];
  expect((third?.[1] ?? 0) < (first?.[1] ?? 0)).toBe(true);
});

it('[PLAN-32] a point of the map is the place that it shows', () => {
  const frame = { width: 640, height: 420 };
  fc.assert(
    fc.property(
      fc.double({ min: -60, max: 60, noNaN: true }),
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.integer({ min: 5, max: 200 }),
      fc.integer({ min: 0, max: 640 }),
      fc.integer({ min: 0, max: 420 }),
      (lon, lat, km, x, y) => {
        const { toEarth, toPlane } = projectionAt([lon, lat], km, frame);
        const [backX, backY] = toPlane(toEarth(x, y));
        expect(Math.hypot(backX - x, backY - y)).toBeLessThan(1e-6);
      },
    ),
  );
});

it.each([
  ['fr', /La loi a été demandée pour 5.000 foyers sur 12.400/, '≈ 312 / 629'],
  ['en', /The law was asked about 5,000 households of 12,400/, '≈ 312 / 629'],
] as const)(
  '[PLAN-35] says where not all were weighed, and of how many (%s)',
  async (language, words, about) => {
    const [rennes, next, ...others] = areaCounts.communes;
    if (rennes === undefined || next === undefined) throw new Error('no communes');
    const rest = others.map((one) => ({ ...one, households: 0, weighed: 0 }));
    const counted = {
      communes: [
        { ...rennes, weighed: 400 },
        { ...next, households: 12_400 - rennes.households, weighed: 4600 },
        ...rest,
      ],
    };
    const { user } = await openArea(language, { 'planning.area': () => succeed(counted) });
    const where = language === 'fr' ? 'Où est l’agence' : 'Where the agency is';
    await user.type(screen.getByLabelText(where), 'renn');
    await user.click(await screen.findByRole('button', { name: /^Rennes/ }));
    expect(await screen.findByText(words)).toBeDefined();
    const towns = screen.getByRole('list', {
      name: /^(Communes de la zone|Communes of the area)$/,
    });
    const [first, , third] = within(towns).getAllByRole('listitem');
    expect(first?.textContent).toContain(about);
    expect(third?.textContent).not.toContain('≈');
  },
);
