/** A lead in an advisor's call, on a real switch with real telephones, recorded at each end. */
import { randomUUID } from 'node:crypto';
import { RefusedBySwitch } from '@api/pbx/pbx-port.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { deskPhone, LabCentre } from '../support/centre/lab-centre';
import { Asterisk } from '../support/pbx/asterisk';
import { BaresipPhone } from '../support/phones/baresip-phone';
import { untilHeard } from '../support/phones/listening';
import { longestGapS } from '../support/sound/tones';
import { until } from '../support/until';

const CUSTOMER_HZ = 440;
const ADVISOR_HZ = 700;
const LEAD_HZ = 1100;
const loud = (db: number): boolean => db > -20;
const silent = (db: number): boolean => db < -45;
/** A moment that nobody notices: three packets. */
const unnoticedS = 0.06;
const QUEUE = 'kerdoual-service';

let pbx: Asterisk;
let lab: LabCentre;
let customer: BaresipPhone;
let advisor: BaresipPhone;
let lead: BaresipPhone;
let helpId: string;

beforeAll(async () => {
  pbx = await Asterisk.start();
  [lab, advisor, lead, customer] = await Promise.all([
    LabCentre.of(pbx),
    deskPhone(pbx, '6201', ADVISOR_HZ),
    deskPhone(pbx, '6202', LEAD_HZ),
    BaresipPhone.start({ number: '+33639980123', speaks: CUSTOMER_HZ }),
  ]);
  await lab.centre.join(QUEUE, '6201', 0);
});
beforeEach(() => {
  helpId = randomUUID();
});
afterEach(async () => {
  customer.hangup();
  await until('no call is left', async () => (await pbx.activeCalls()) === 0);
  await until('nor is one seen', () => lab.centre.calls().length === 0);
});
afterAll(async () => {
  lab?.close();
  await Promise.all([customer, advisor, lead].map((phone) => phone?.stop()));
  await pbx?.stop();
});

const talk = async (): Promise<void> => {
  customer.dial(pbx.addressOf('+33199004110'));
  await until('they talk', () =>
    lab.centre.calls().some(({ peerChannel }) => peerChannel !== null),
  );
  await untilHeard(customer, ADVISOR_HZ, loud);
};
const helps = async (way: 'listen' | 'whisper' | 'barge'): Promise<void> => {
  await lab.centre.help(helpId, { lead: '6202', advisor: '6201', way });
  await until('the lead is in', () => lab.centre.helpLeg(helpId) === 'in');
};
/** Each end is heard for itself: who hears the customer, the advisor, and the lead. */
const everybodyHears = async (
  wanted: Readonly<Record<'customer' | 'advisor' | 'lead', readonly number[]>>,
): Promise<void> => {
  const ends = [
    [customer, CUSTOMER_HZ, wanted.customer],
    [advisor, ADVISOR_HZ, wanted.advisor],
    [lead, LEAD_HZ, wanted.lead],
  ] as const;
  await Promise.all(
    ends.flatMap(([phone, own, heard]) =>
      [CUSTOMER_HZ, ADVISOR_HZ, LEAD_HZ]
        .filter((hz) => hz !== own)
        .map((hz) => untilHeard(phone, hz, heard.includes(hz) ? loud : silent)),
    ),
  );
};
const recordingOf = (phone: BaresipPhone): string => phone.recordings.at(-1) ?? '';

it('[HELP-1] [HELP-2] [HELP-3] [HELP-4] [HELP-49] she hears both, then is heard by the advisor alone, then by all, in one call', async () => {
  await talk();
  await helps('listen');
  const both = [CUSTOMER_HZ, ADVISOR_HZ];
  await everybodyHears({ customer: [ADVISOR_HZ], advisor: [CUSTOMER_HZ], lead: both });
  expect(await lab.centre.helpNow(helpId)).toBe('listen');
  await lab.centre.changeWay(helpId, 'whisper', '6201');
  await everybodyHears({ customer: [ADVISOR_HZ], advisor: [CUSTOMER_HZ, LEAD_HZ], lead: both });
  expect(await lab.centre.helpNow(helpId)).toBe('whisper');
  await lab.centre.changeWay(helpId, 'barge', '6201');
  await everybodyHears({
    customer: [ADVISOR_HZ, LEAD_HZ],
    advisor: [CUSTOMER_HZ, LEAD_HZ],
    lead: both,
  });
  expect(await lab.centre.helpNow(helpId)).toBe('barge');
  await lab.centre.changeWay(helpId, 'listen', '6201');
  await everybodyHears({ customer: [ADVISOR_HZ], advisor: [CUSTOMER_HZ], lead: both });
  expect(lead.events.filter(({ type }) => type === 'CALL_ESTABLISHED')).toHaveLength(1);
  await lab.centre.endHelp(helpId);
  await until('the lead is out', () => lab.centre.helpLeg(helpId) === 'none');
  expect(await lab.centre.helpNow(helpId)).toBe('none');
  await untilHeard(customer, ADVISOR_HZ, loud);
  await untilHeard(advisor, CUSTOMER_HZ, loud);
  await untilHeard(advisor, LEAD_HZ, silent);
  expect(longestGapS(recordingOf(customer), ADVISOR_HZ)).toBeLessThanOrEqual(unnoticedS);
  expect(longestGapS(recordingOf(advisor), CUSTOMER_HZ)).toBeLessThanOrEqual(unnoticedS);
});

it('[HELP-5] she takes a call over that came in: the customer hears her, and the advisor is free', async () => {
  await talk();
  await helps('listen');
  await lab.centre.takeOver(helpId, '6201');
  await untilHeard(customer, LEAD_HZ, loud);
  await untilHeard(lead, CUSTOMER_HZ, loud);
  await untilHeard(customer, ADVISOR_HZ, silent);
  await until('the advisor is free', () => lab.centre.lineOf('6201') === 'free');
  const [call] = lab.centre.calls();
  expect(call).toMatchObject({ extension: '6202', isUp: true });
  expect(call?.callId).toBe(lab.events.findLast(({ type }) => type === 'joined')?.callId);
});

it('[HELP-5] she takes a call over that the advisor made', async () => {
  const far = await BaresipPhone.start({
    number: '+33639980140',
    speaks: CUSTOMER_HZ,
    sipPort: pbx.settings.trunkPort,
    answers: 'auto',
  });
  try {
    advisor.dial(pbx.addressOf('+33639980140'));
    await until('they talk', () =>
      lab.centre.calls().some(({ peerChannel }) => peerChannel !== null),
    );
    await helps('whisper');
    await lab.centre.takeOver(helpId, '6201');
    await untilHeard(far, LEAD_HZ, loud);
    await untilHeard(far, ADVISOR_HZ, silent);
    await until('the advisor is free', () => lab.centre.lineOf('6201') === 'free');
    lead.hangup();
  } finally {
    await far.stop();
  }
});

it('[HELP-6] a help ends with the call that it is in, and with the lead, who leaves it as it is', async () => {
  await talk();
  await helps('barge');
  lead.hangup();
  await until('she is out', () => lab.centre.helpLeg(helpId) === 'none');
  await untilHeard(customer, ADVISOR_HZ, loud);
  helpId = randomUUID();
  await helps('listen');
  customer.hangup();
  await until('the help is over', () => lab.centre.helpLeg(helpId) === 'none');
});

it('[HELP-7] nobody is helped who is in no call, or by a lead whose telephone is not there', async () => {
  const order = { lead: '6202', advisor: '6201', way: 'listen' } as const;
  await expect(lab.centre.help(helpId, order)).rejects.toThrow(RefusedBySwitch);
  await talk();
  const away = lab.centre.help(helpId, { ...order, lead: '6001' });
  await expect(away).rejects.toThrow(RefusedBySwitch);
  expect(lab.centre.helpLeg(helpId)).toBe('none');
  await untilHeard(customer, ADVISOR_HZ, loud);
});

it('[HELP-7] what a line still holds is ended', async () => {
  await talk();
  await lab.centre.clearLine('6201');
  await until('the line is free', () => lab.centre.lineOf('6201') === 'free');
});
