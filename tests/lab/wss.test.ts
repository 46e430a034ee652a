import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Authority } from '../support/network/certificates';
import { untilHeard } from '../support/phones/listening';
import { runFolder } from '../support/run-folder';
import { MICROPHONE_HZ, Stage } from '../support/stage';

const [camille] = demoAdvisors;
let stage: Stage;
let authority: Authority;
let other: Authority;

beforeAll(async () => {
  const folder = runFolder('certificates');
  authority = await Authority.make(folder, 'autorite-interne');
  other = await Authority.make(folder, 'une-autre');
  stage = await Stage.set({ tls: await authority.issue('central', 'IP:127.0.0.1') });
});
afterAll(() => stage?.strike());

const line = () => ({
  url: stage.pbx.wssUrl,
  user: camille.extension,
  password: camille.linePassword,
});

it('[NET-15] over WSS with the authority of the company the line registers, and a call is heard', async () => {
  const desk = await stage.readyWorkstation({
    line: line(),
    env: { PARLANCE_LINE_CA: authority.file },
  });
  try {
    const phone = await stage.call('+33199004110', { number: '+33639984117' });
    await desk.answer();
    await untilHeard(phone, MICROPHONE_HZ, (db) => db > -30);
    await stage.clear(desk);
  } finally {
    await desk.close();
  }
});

it.each([
  ['without its authority', () => ({})],
  ['with the authority of somebody else', () => ({ PARLANCE_LINE_CA: other.file })],
])('[NET-15] over WSS %s nothing is sent to the PBX', async (_, env) => {
  const desk = await stage.workstation({ line: line(), env: env() });
  try {
    await desk.reads(/^Ligne perdue/, desk.status);
    expect(await stage.pbx.isRegistered(camille.extension)).toBe(false);
  } finally {
    await desk.close();
  }
});
