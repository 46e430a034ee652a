import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Workstation } from '../support/electron/workstation';
import { answerOf } from '../support/phones/dead-answer';
import type { ScriptedCaller } from '../support/phones/scripted-caller';
import type { ScriptedSwitch } from '../support/phones/scripted-switch';
import {
  header,
  methodOf,
  type SipMessage,
  statusOf,
  writeResponse,
  writeSip,
} from '../support/phones/sip-message';
import { ScriptedStage } from '../support/scripted-stage';
import { until } from '../support/until';

let stage: ScriptedStage;
let desk: Workstation;
let server: ScriptedSwitch;
let caller: ScriptedCaller;

beforeAll(async () => {
  stage = await ScriptedStage.set();
  ({ desk, server, caller } = stage);
});
afterEach(() => desk.clear());
afterAll(() => stage?.strike());

/** A request outside of any call; resolves with its final answer. */
const ask = (method: string, headers: readonly (readonly [string, string])[] = []) => {
  const callId = randomUUID();
  const { contact } = server.partsOf(callId);
  server.send(
    writeSip(`${method} ${contact} SIP/2.0`, [
      ['Via', `SIP/2.0/WS switch.invalid;branch=z9hG4bK${randomUUID()}`],
      ['Max-Forwards', '70'],
      ['From', '<sip:switch@switch.invalid>;tag=odd'],
      ['To', `<${contact}>`],
      ['Call-ID', callId],
      ['CSeq', `1 ${method}`],
      ['Contact', '<sip:switch@switch.invalid;transport=ws>'],
      ...headers,
    ]),
  );
  return until(`${method} is answered`, () => caller.statusFor(callId, 200));
};
const placed = async (): Promise<SipMessage> => {
  const before = new Set(server.received);
  await desk.dial('01 99 00 73 15');
  return until('an INVITE goes out', () =>
    server.received.find((one) => !before.has(one) && methodOf(one) === 'INVITE'),
  );
};
const sentTo = (invite: SipMessage, method: string) =>
  server.received.filter(
    (one) => methodOf(one) === method && header(one, 'call-id') === header(invite, 'call-id'),
  );
const contact = [['Contact', '<sip:far@switch.invalid;transport=ws>']] as const;
const sdp = (invite: SipMessage) => ({
  extra: [...contact, ['Content-Type', 'application/sdp']] as const,
  body: answerOf(invite.body),
});

it('[LINE-26] a server that asks whether the line lives hears that it does', async () => {
  expect(statusOf(await ask('OPTIONS'))).toBe(200);
});

it.each([
  ['MESSAGE', []],
  ['NOTIFY', [['Event', 'message-summary']]],
  ['SUBSCRIBE', [['Event', 'presence']]],
  ['PUBLISH', [['Event', 'presence']]],
  ['BOUNCE', []],
] as const)(
  '[LINE-26] %s outside of a call is answered, and the line goes on',
  async (method, headers) => {
    expect(statusOf(await ask(method, headers))).toBeGreaterThanOrEqual(200);
    const call = await caller.calls(desk);
    caller.hangsUp(call);
    await desk.finishButton.waitFor();
  },
);

it('[LINE-27] a REFER outside of a call makes the program call nobody', async () => {
  const before = server.received.length;
  const answer = await ask('REFER', [['Refer-To', '<sip:0899000000@switch.invalid>']]);
  expect(statusOf(answer)).toBeGreaterThanOrEqual(400);
  expect(server.received.slice(before).map(methodOf)).not.toContain('INVITE');
});

it('[LINE-28] within a call an UPDATE, an OPTIONS and a re-INVITE without an offer leave it as it is', async () => {
  const call = await caller.calls(desk);
  for (const [cseq, method] of [
    [2, 'OPTIONS'],
    [3, 'UPDATE'],
  ] as const) {
    caller.send(method, call.callId, cseq, { tag: call.tag });
    await server.expect(
      `${method} is answered`,
      (one) => statusOf(one) >= 200 && header(one, 'cseq') === `${cseq} ${method}`,
    );
  }
  caller.send('INVITE', call.callId, 4, { tag: call.tag });
  const offered = await server.expect(
    'the program offers',
    (one) => statusOf(one) === 200 && header(one, 'cseq') === '4 INVITE',
  );
  expect(offered.body).toContain('m=audio');
  caller.send('ACK', call.callId, 4, { tag: call.tag, body: answerOf(offered.body) });
  await desk.talks();
  caller.send('BYE', call.callId, 5, { tag: call.tag });
  await desk.finishButton.waitFor();
});

it('[LINE-29] a call that is answered twice, and by a second one as well, is one call', async () => {
  const invite = await placed();
  server.send(writeResponse(invite, 200, { tag: 'first', ...sdp(invite) }));
  server.send(writeResponse(invite, 200, { tag: 'first', ...sdp(invite) }));
  await desk.talks();
  server.send(writeResponse(invite, 200, { tag: 'second', ...sdp(invite) }));
  const bye = await until('the second is sent away', () => sentTo(invite, 'BYE')[0]);
  expect(header(bye, 'to')).toContain('tag=second');
  server.send(writeResponse(bye, 200));
  await desk.talks();
  expect(sentTo(invite, 'ACK').length).toBeGreaterThanOrEqual(2);
  await desk.hangUp();
  const last = await until('hers is ended', () => sentTo(invite, 'BYE')[1]);
  expect(header(last, 'to')).toContain('tag=first');
  server.send(writeResponse(last, 200));
});

it('[LINE-30] a call that is sent elsewhere (302) ends with its reason', async () => {
  const invite = await placed();
  server.send(
    writeResponse(invite, 302, {
      tag: 'moved',
      extra: [['Contact', '<sip:+33899000000@elsewhere.invalid>']],
    }),
  );
  await desk.finishButton.waitFor();
  await desk.reads(/renvoie vers un autre/);
  expect(sentTo(invite, 'INVITE')).toHaveLength(1);
});
