/** The way of a version in the editor: reviewed by somebody else, remarked on, published, withdrawn. */
import type { SpeechComment } from '@shared/contracts/http/scripts.ts';
import type { SpeechMeasures } from '@shared/contracts/http/speech-measures.ts';
import { meanOf, rateOf } from '@shared/domain/script/measure/intervals.ts';
import { succeed } from '@shared/kernel/result.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { camille, id } from './support/organisation.ts';
import { quiet } from './support/slices.ts';
import { eleonore, saidVersion, speechAnswers, versionOf } from './support/speeches.ts';

const remark: SpeechComment = {
  id: id(901),
  stepId: 'solution',
  parentId: null,
  by: camille.id,
  at: '2026-11-04T10:00:00.000Z',
  text: 'Trop long au téléphone',
  resolvedBy: null,
  resolvedAt: null,
};
const event = {
  deed: 'submit' as const,
  by: camille.id,
  at: '2026-11-04T09:00:00.000Z',
  reason: null,
  validFrom: null,
};

const measured: SpeechMeasures = {
  scriptId: saidVersion.id,
  from: '2026-08-05T00:00:00.000Z',
  to: '2026-11-05T00:00:00.000Z',
  experiments: [],
  versions: [
    {
      version: saidVersion.version,
      calls: 412,
      reached: null,
      resolved: rateOf(354, 412),
      repeated: rateOf(0, 0),
      satisfaction: meanOf(412, 412 * 4.3, 412 * (4.3 * 4.3 + 1)),
      minutes: meanOf(0, 0, 0),
      steps: [],
      edges: [],
      objections: [],
    },
  ],
};

const openWay = async (change: Parameters<typeof versionOf>[0], language: 'fr' | 'en' = 'fr') => {
  const version = versionOf(change);
  const done = () => succeed(version);
  const app = openApp({
    slices: { session: { ...quiet.session, user: eleonore } },
    language,
    answers: {
      ...speechAnswers,
      'speeches.versions': () => succeed({ versions: [version, saidVersion], writes: true }),
      'speeches.comments': () => succeed({ comments: [remark] }),
      'speeches.events': () => succeed({ events: [event] }),
      'speeches.comment': () => succeed(remark),
      'speeches.resolve': () => succeed(remark),
      'speeches.experiments': () => succeed({ experiments: [] }),
      'speeches.try': () => succeed(null),
      'speeches.measures': () => succeed(measured),
      'speeches.approve': done,
      'speeches.refuse': done,
      'speeches.publish': done,
      'speeches.withdraw': done,
    } as never,
  });
  const screens = { fr: 'Discours', en: 'Speeches' };
  await app.user.click(screen.getByRole('button', { name: screens[language] }));
  await app.user.click(await screen.findByRole('button', { name: /Réclamation livraison/ }));
  const name = { fr: 'Relecture et publication', en: 'Review and publication' }[language];
  const panel = await screen.findByRole('region', { name });
  const sent = (command: string) =>
    app.engine.sent.filter((one) => one.name === command).map(({ input }) => input);
  return { ...app, panel: within(panel), sent, version };
};
const of = ({ version }: { version: { id: string; version: number } }) => ({
  scriptId: version.id,
  version: version.version,
});

it('[GOV-21] who reads a version approves the revision she read', async () => {
  const opened = await openWay({ status: 'in-review', revision: 4, may: ['approve', 'refuse'] });
  await opened.user.click(opened.panel.getByRole('button', { name: 'Approuver' }));
  expect(opened.sent('speeches.approve')).toEqual([{ ...of(opened), revision: 4 }]);
});

it('[GOV-21] sending back asks why, and sends nothing without', async () => {
  const opened = await openWay({ status: 'in-review', may: ['approve', 'refuse'] });
  const { panel, user } = opened;
  await user.click(panel.getByRole('button', { name: 'Renvoyer…' }));
  const field = panel.getByLabelText('Pourquoi ? Ce sera gardé et lu.');
  await user.type(field, '   ');
  await user.click(panel.getByRole('button', { name: 'Renvoyer…' }));
  expect(opened.sent('speeches.refuse')).toEqual([]);
  await user.type(field, 'Trop long');
  await user.click(panel.getByRole('button', { name: 'Renvoyer…' }));
  expect(opened.sent('speeches.refuse')).toEqual([{ ...of(opened), reason: 'Trop long' }]);
});

it('[GOV-21] publishing asks from when, in English too', async () => {
  const opened = await openWay({ status: 'approved', may: ['publish', 'withdraw'] }, 'en');
  const { panel, user } = opened;
  await user.click(panel.getByRole('button', { name: 'Publish…' }));
  fireEvent.change(panel.getByLabelText('Said from (empty: at once)'), {
    target: { value: '2026-12-01T08:00' },
  });
  await user.click(panel.getByRole('button', { name: 'Publish…' }));
  const from = new Date('2026-12-01T08:00').toISOString();
  expect(opened.sent('speeches.publish')).toEqual([{ ...of(opened), from }]);
});

it('[GOV-21] remarks open their step, are answered and settled; the history names who did what', async () => {
  const opened = await openWay({ status: 'in-review', may: ['recall'] });
  const { panel, user } = opened;
  expect(await panel.findByText('Trop long au téléphone')).toBeDefined();
  expect(panel.getByText(/Camille Roussel a demandé la relecture/)).toBeDefined();
  expect(panel.getByText(/Vous y avez écrit/)).toBeDefined();
  expect(panel.queryByRole('button', { name: 'Approuver' })).toBeNull();
  await user.click(panel.getByRole('button', { name: 'Solution' }));
  expect(panel.getByLabelText('Remarque sur « Solution »')).toBeDefined();
  await user.type(panel.getByLabelText('Remarque sur « Solution »'), 'Oui');
  await user.click(panel.getByRole('button', { name: 'Noter' }));
  await waitFor(() =>
    expect(opened.sent('speeches.comment')).toEqual([
      { ...of(opened), stepId: 'solution', parentId: null, text: 'Oui' },
    ]),
  );
  await user.click(panel.getByRole('button', { name: 'Réglé' }));
  await waitFor(() =>
    expect(opened.sent('speeches.resolve')).toEqual([
      { ...of(opened), commentId: remark.id, resolved: true },
    ]),
  );
});

it('[GOV-22] an approved version is tried on a share of the customers, beside the one that is said', async () => {
  const opened = await openWay({ status: 'approved', may: ['publish', 'withdraw'] });
  const { panel, user, version } = opened;
  const share = panel.getByLabelText('Part des clients, en pour cent');
  await user.clear(share);
  await user.type(share, '10');
  await user.click(panel.getByRole('button', { name: 'Essayer sur 10 %' }));
  const said = saidVersion.version;
  expect(opened.sent('speeches.try')).toMatchObject([
    {
      scriptId: version.id,
      plan: {
        arms: [
          { id: `v${said}`, version: said, share: 90 },
          { id: `v${version.version}`, version: version.version, share: 10 },
        ],
        outcome: 'reached',
        plannedPerArm: 400,
      },
    },
  ]);
});

it('[GOV-22] beside the draft stands what was measured of the version that is said', async () => {
  await openWay({ status: 'in-review', may: ['recall'] });
  const figures = await screen.findByRole('region', { name: 'Ce qui est mesuré' });
  const words = (figures.textContent ?? '').replaceAll(/\s+/g, ' ');
  expect(words).toBe('Sur 412 appels, v74,3satisfaction ±0,186 %résolus ±3');
});
