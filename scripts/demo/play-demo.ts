import { demoNumbers } from '@shared/domain/brand/demo-brands.ts';
import type { ElectronRuntime } from '../electron/runtime';
import type { Screen } from '../launch/display';
import type { Report } from '../progress/report';
import { DemoDesk, type Told } from './demo-desk';
import { type CallRow, callRows } from './hub-rows';

// One whole practice call in and one out, by the keys of an advisor, to the rows of the hub.

const talkMs = 4_000;
const inboundNote = 'Pied avant gauche cassé, deuxième contact. Reçoit du monde samedi.';
const outboundNote = 'Rappel fait : la livraison du pied est confirmée.';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const stopwatch = (report: Report): Told => {
  const startedAt = performance.now();
  return (what) =>
    report(`${((performance.now() - startedAt) / 1000).toFixed(2).padStart(6)} s  ${what}`);
};

async function wrapUp(desk: DemoDesk, tell: Told, note: string, word: string): Promise<void> {
  await desk.press('Alt+n');
  await desk.type(note);
  await desk.settle(word);
  await desk.picture('wrap-up');
  await desk.press('Control+Enter');
  await desk.bar('Disponible');
  tell('wrap-up finished');
  await desk.page.getByText('Tout est envoyé').first().waitFor();
  tell('everything is in the hub');
}

async function inbound(desk: DemoDesk, report: Report): Promise<void> {
  const [number] = demoNumbers;
  const tell = stopwatch(report);
  await desk.click('Appel d’entraînement');
  tell(`a simulated customer dials ${number?.e164 ?? ''}`);
  await desk.bar('Décrocher');
  await desk.page
    .getByRole('heading', { name: /Hélène Vasseur/ })
    .first()
    .waitFor();
  tell('it rings; the customer 360 is on screen');
  await desk.picture('inbound-ringing');
  await desk.press('F2');
  await desk.bar('Appel simulé');
  tell('answered with F2; they talk');
  await pause(talkMs);
  await desk.press('1');
  await desk.picture('inbound-talking');
  await desk.press('F9');
  await desk.bar('Terminer');
  tell('hung up with F9');
  await wrapUp(desk, tell, inboundNote, 'échange');
}

async function outbound(desk: DemoDesk, report: Report): Promise<void> {
  const tell = stopwatch(report);
  await desk.click('Appeler un client joué');
  tell('the advisor calls a simulated customer');
  await desk.bar('Appel simulé');
  tell('the customer answered; they talk');
  await pause(talkMs);
  await desk.picture('outbound-talking');
  await desk.press('F9');
  await desk.bar('Terminer');
  tell('hung up with F9');
  await wrapUp(desk, tell, outboundNote, 'r');
}

const line = (row: CallRow): string =>
  Object.entries(row)
    .map(
      ([name, value]) =>
        `        ${name.padEnd(14)} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join('\n');

/** Plays it, and prints what happened when, where the pictures lie, and the rows of the hub. */
export async function playDemo(
  runtime: ElectronRuntime,
  screen: Screen,
  env: NodeJS.ProcessEnv,
  databaseUrl: string | null,
  report: Report,
): Promise<void> {
  const since = new Date();
  const desk = await DemoDesk.start(runtime, screen, env);
  try {
    await desk.page.getByText('Ligne d’entraînement prête').first().waitFor();
    await desk.picture('idle');
    report('A call comes in');
    await inbound(desk, report);
    report('A call goes out');
    await outbound(desk, report);
    report(`The pictures:\n${desk.pictures.map((file) => `        ${file}`).join('\n')}`);
    if (databaseUrl === null) {
      report('the rows lie in the hub that PARLANCE_API_URL names; its database is not known here');
      return;
    }
    const rows = await callRows(databaseUrl, since);
    report(`The rows in PostgreSQL (${rows.length}):\n${rows.map(line).join('\n\n')}`);
    if (rows.length !== 2)
      throw new Error(`the hub holds ${rows.length} calls of this demo instead of 2`);
  } finally {
    await desk.close();
  }
}
