import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { tellSystem } from '../support/electron/system-events';
import type { Workstation } from '../support/electron/workstation';
import { Stage } from '../support/stage';
import { until } from '../support/until';

const [camille] = demoAdvisors;
const TAKEN = /^Ligne refusée : Votre ligne sert sur un autre poste/;
let stage: Stage;
let first: Workstation;
let second: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  first = await stage.readyWorkstation();
  second = await stage.readyWorkstation();
});
afterEach(() => stage.clear());
afterAll(async () => {
  await first?.close();
  await second?.close();
  await stage?.strike();
});

const saysTaken = (desk: Workstation) =>
  until('it says so', () => desk.status.getByText(TAKEN).isVisible(), 30_000);

it('[NET-17] of two desks of one advisor the newer has the line, and the older says so', async () => {
  await saysTaken(first);
  await second.lineReady();
  await stage.call('+33199004110', { number: '+33639984117' });
  await second.answer();
  expect(await first.answerButton.isVisible()).toBe(false);
  await second.hangUp();
  await second.clear();
});

it('[NET-17] the older one does not take it back by itself, but does when she asks for it there', async () => {
  await saysTaken(first);
  await first.page.getByRole('navigation').getByRole('button', { name: 'Poste' }).click();
  await first.page.getByText('Reconnecter la ligne').click();
  await first.lineReady();
  // It would look by itself before long, as the first one did; whoever wakes up looks at once.
  await tellSystem(second.parlance, 'resume');
  await saysTaken(second);
  expect(await stage.pbx.isRegistered(camille.extension)).toBe(true);
  await first.lineReady();
});
