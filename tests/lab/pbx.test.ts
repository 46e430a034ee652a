import { demoAdvisors, demoNumbers } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Asterisk } from '../support/pbx/asterisk';
import { BareAdvisor } from '../support/phones/bare-advisor';
import { BaresipPhone } from '../support/phones/baresip-phone';
import { REFUSALS, RefusingFarEnd } from '../support/phones/refusing-far-end';
import { header } from '../support/phones/sip-message';
import { recentToneDb } from '../support/sound/tones';
import { until } from '../support/until';

const [camille] = demoAdvisors;
const cleanups: (() => unknown)[] = [];
let pbx: Asterisk;

beforeAll(async () => {
  pbx = await Asterisk.start();
});
afterAll(() => pbx?.stop());
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
  await until('no call is left', async () => (await pbx.activeCalls()) === 0);
});

async function registerCamille(): Promise<BareAdvisor> {
  const advisor = await BareAdvisor.register(pbx.wsUrl, camille.extension, camille.linePassword);
  cleanups.push(() => advisor.stop());
  return advisor;
}

async function startPhone(number: string, sipPort?: number): Promise<BaresipPhone> {
  const options = { number, speaks: 440, ...(sipPort === undefined ? {} : { sipPort }) };
  const phone = await BaresipPhone.start(options);
  cleanups.push(() => phone.stop());
  return phone;
}

describe('[TOOL-12] the lab', () => {
  it.each(demoNumbers)(
    '[TOOL-12] a call to $e164 rings with its brand $brandId',
    async (number) => {
      const advisor = await registerCamille();
      const caller = await startPhone('+33639980123');
      caller.dial(pbx.addressOf(number.e164));
      const invite = await advisor.invite();
      expect(header(invite, 'From')).toContain('sip:+33639980123@');
      expect(header(invite, 'P-Asserted-Identity')).toContain('+33639980123');
      expect(header(invite, 'X-DNIS')).toBe(number.e164);
      expect(header(invite, 'P-Called-Party-ID')).toBe(`<sip:${number.e164}@127.0.0.1>`);
      expect(header(invite, 'X-Brand')).toBe(number.brandId);
      expect(header(invite, 'X-Queue')).toBe(number.queue);
      expect(header(invite, 'X-Call-Uid')).toMatch(/^[\w.-]+$/);
      caller.hangup();
    },
  );

  it.each(['0639980123', '0033639980123', '+33639980123', 'anonymous'])(
    '[TOOL-12] the caller %s arrives as the carrier wrote it',
    async (number) => {
      const advisor = await registerCamille();
      const caller = await startPhone(number);
      caller.dial(pbx.addressOf('0199004110'));
      const invite = await advisor.invite();
      expect(header(invite, 'From')).toContain(`sip:${number}@`);
      expect(header(invite, 'X-DNIS')).toBe('+33199004110');
      caller.hangup();
    },
  );

  it('[TOOL-12] [TOOL-13] a phone hears through the PBX what was spoken', async () => {
    const far = await startPhone('+33199000001', pbx.settings.trunkPort);
    // The echo room says back what it hears: the phone records its own tone, through the PBX twice.
    await pbx.console('channel originate PJSIP/+33199000001@trunk extension 8999@advisors');
    await far.waitFor('CALL_INCOMING');
    far.accept();
    await far.waitFor('CALL_ESTABLISHED');
    await until('the far end hears itself', () =>
      far.recordings.some((file) => recentToneDb(file, 440) > -20),
    );
    far.hangup();
    await far.waitFor('CALL_CLOSED');
  });
});

describe('[TOOL-14] far ends that do not answer', () => {
  const call = 'channel originate PJSIP/+33199000001@trunk extension 8999@advisors';

  it.each(['busy', 'refused', 'unknown', 'unavailable'] as const)(
    '[TOOL-14] the PBX takes the answer of a far end that is %s',
    async (kind) => {
      const far = await RefusingFarEnd.start(pbx.settings.trunkPort, REFUSALS[kind]);
      cleanups.push(() => far.stop());
      await pbx.console(call);
      await until('the answer is acknowledged', () => far.acknowledged === 1);
      expect(far.invites).toHaveLength(1);
      expect(far.cancelled).toBe(0);
    },
  );

  it('[TOOL-14] a far end that rings on is given up by the caller', async () => {
    const far = await RefusingFarEnd.start(pbx.settings.trunkPort, REFUSALS.unanswered);
    cleanups.push(() => far.stop());
    await pbx.console(call);
    await until('it rings there', () => far.invites.length === 1);
    await pbx.console('channel request hangup all');
    await until('the caller gave up', () => far.cancelled === 1);
  });
});
