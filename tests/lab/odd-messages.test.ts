import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Workstation } from '../support/electron/workstation';
import type { ScriptedSwitch } from '../support/phones/scripted-switch';
import { header, statusOf } from '../support/phones/sip-message';
import { ScriptedStage } from '../support/scripted-stage';

const MARKUP = '<img src=x onerror="window.hacked=1">';
let stage: ScriptedStage;
let desk: Workstation;
let server: ScriptedSwitch;

beforeAll(async () => {
  stage = await ScriptedStage.set();
  ({ desk, server } = stage);
});
afterAll(() => stage?.strike());

/** A call rings and is refused: the program is there and works. */
const goesOn = async (): Promise<void> => {
  const callId = server.invite({ from: '<sip:+33639984117@switch.invalid>;tag=caller' });
  await desk.rings();
  await desk.reads('Hélène Vasseur', desk.person);
  await desk.press('Escape');
  const refusal = await server.expect(
    'it is refused',
    (one) => statusOf(one) === 603 && header(one, 'call-id') === callId,
  );
  expect(header(refusal, 'cseq')).toBe('1 INVITE');
  await desk.answerButton.waitFor({ state: 'detached' });
};

const ODD: Readonly<Record<string, string | Buffer>> = {
  'an empty message': '',
  'text that is no SIP': 'bonjour\r\n\r\n',
  'half a request': 'INVITE sip:6001@switch.inva',
  'a request without headers': 'INVITE sip:6001@switch.invalid SIP/2.0\r\n\r\n',
  'a request without Call-ID and CSeq':
    'INVITE sip:6001@switch.invalid SIP/2.0\r\nVia: SIP/2.0/WS a;branch=z9hG4bKa\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:c@d>\r\n\r\n',
  'an unknown version': 'INVITE sip:6001@switch.invalid SIP/9.9\r\nCall-ID: x\r\n\r\n',
  'an answer to nothing':
    'SIP/2.0 200 OK\r\nVia: SIP/2.0/WS a;branch=z9hG4bKzz\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:c@d>;tag=2\r\nCall-ID: nobody\r\nCSeq: 9 INVITE\r\nContent-Length: 0\r\n\r\n',
  'a BYE of no call':
    'BYE sip:6001@switch.invalid SIP/2.0\r\nVia: SIP/2.0/WS a;branch=z9hG4bKzy\r\nMax-Forwards: 70\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:c@d>;tag=2\r\nCall-ID: nobody\r\nCSeq: 2 BYE\r\nContent-Length: 0\r\n\r\n',
  'a negative length': 'OPTIONS sip:6001@x SIP/2.0\r\nContent-Length: -5\r\nCSeq: a b c\r\n\r\n',
  'bytes that are no text': Buffer.from([0, 255, 254, 13, 10, 13, 10, 1, 2, 3]),
  'one very long header': `INVITE sip:6001@x SIP/2.0\r\nFrom: ${'<'.repeat(100_000)}\r\n\r\n`,
};

it.each(Object.entries(ODD))(
  '[LINE-13] %s breaks nothing: the next call rings, pops and is refused',
  async (_, message) => {
    server.send(message);
    await goesOn();
    expect(desk.parlance.isRunning).toBe(true);
  },
);

it('[LINE-13] markup in every header is shown as text, and nothing of it runs', async () => {
  const callId = server.invite({
    from: `"${MARKUP.replaceAll('"', '\\"')}" <sip:${encodeURIComponent(MARKUP)}@switch.invalid>;tag=m`,
    headers: [
      ['P-Asserted-Identity', `"${MARKUP.replaceAll('"', "'")}" <sip:x@switch.invalid>`],
      ['X-DNIS', MARKUP],
      ['X-Brand', MARKUP],
      ['X-Queue', MARKUP],
      ['X-Call-Uid', MARKUP],
      ['Subject', MARKUP],
    ],
  });
  await desk.rings();
  for (const kind of ['app', 'card', 'engine'] as const) {
    const page = await desk.parlance.window(kind);
    expect(await page.evaluate(() => 'hacked' in window), kind).toBe(false);
    expect(await page.locator('img[src="x"]').count(), kind).toBe(0);
  }
  await desk.press('Escape');
  await server.expect(
    'it is refused',
    (one) => statusOf(one) === 603 && header(one, 'call-id') === callId,
  );
  await goesOn();
});

it('[LINE-13] an INVITE whose SDP is no SDP fails as a call and leaves the line working', async () => {
  server.invite({
    from: '<sip:+33639984117@switch.invalid>;tag=sdp',
    body: 'v=0\r\nthis is no session description\r\n',
  });
  await desk.rings();
  await desk.press('F2');
  await desk.answerButton.waitFor({ state: 'detached' });
  await desk.clear();
  await goesOn();
});
