import { answerTo } from '@api/training/answer.ts';
import { DialogTraffic } from '@api/training/dialog-traffic.ts';
import type { Peer } from '@api/training/peer.ts';
import { makeRegistrar } from '@api/training/registrar.ts';
import { Relay } from '@api/training/relay.ts';
import { rehearsalNumbers } from '@api/training/routing.ts';
import { headerOf, type SipMessage, type SipRequest } from '@api/training/sip-message.ts';
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import { customerLineSchema } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { RegistererState, SessionState } from 'sip.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { makePhone, type Phone, reaches } from './sip-phone.ts';

let hub: HubUnderTest;
let advisorLine: LineSettings;
let customerLine: LineSettings;
let colleagueLine: LineSettings;
const phones: Phone[] = [];

beforeAll(async () => {
  hub = await startHubUnderTest();
  const address = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  const urls = [`${address.replace('http', 'ws')}${routes.trainingLine}`];
  const camille = await hub.signIn('camille.roussel');
  const yanis = await hub.signIn('yanis.morel', hub.newId());
  const answer = await hub.app.inject({ url: routes.customerLine, headers: bearer(camille) });
  const { trainingCustomer } = customerLineSchema.parse(answer.json());
  if (camille.line === null || yanis.line === null || trainingCustomer === null)
    throw new Error('no line');
  advisorLine = { ...camille.line, urls };
  colleagueLine = { ...yanis.line, urls };
  customerLine = { ...trainingCustomer, urls };
});
afterEach(async () => {
  await Promise.all(phones.splice(0).map((phone) => phone.stop()));
});
afterAll(() => hub.close());

const phone = async (line: LineSettings): Promise<Phone> => {
  const made = makePhone(line);
  phones.push(made);
  await made.register();
  return made;
};
const firstCall = (called: Phone) => until('it rings', () => called.invitations[0]);
const practice = { from: '+33639984117', headers: ['X-Practice-For: 6001'] };

const connected = async () => {
  const advisor = await phone(advisorLine);
  const customer = await phone(customerLine);
  const dialled = customer.call('+33199004110', practice);
  const invitation = await firstCall(advisor);
  await invitation.accept();
  await reaches(dialled.inviter, SessionState.Established);
  return { advisor, customer, dialled, invitation };
};

describe('registration', () => {
  it('[TRAIN-1] a softphone registers with digest, and again, and unregisters', async () => {
    const advisor = await phone(advisorLine);
    await advisor.register();
    await advisor.registerer.unregister();
    await until('unregistered', () => advisor.registerer.state === RegistererState.Unregistered);
  });

  it('[TRAIN-2] a wrong password never registers', async () => {
    const stranger = makePhone({ ...advisorLine, password: 'wrong' });
    phones.push(stranger);
    await stranger.agent.start();
    let status = 0;
    await stranger.registerer.register({
      requestDelegate: { onReject: (response) => (status = response.message.statusCode ?? 0) },
    });
    await until('refused', () => status === 403);
    expect(stranger.registerer.state).not.toBe(RegistererState.Registered);
  });

  it('[TRAIN-3] the customer’s secret is another for each advisor and each start', async () => {
    const lea = await hub.signIn('lea.fontaine', hub.newId());
    const answer = await hub.app.inject({ url: routes.customerLine, headers: bearer(lea) });
    const other = customerLineSchema.parse(answer.json()).trainingCustomer;
    expect(other?.user).toBe('customer-6003');
    expect(other?.password).not.toBe(customerLine.password);
    expect(customerLine.training).toBe(true);
  });
});

describe('a simulated customer calls', () => {
  it('[TRAIN-4] her advisor rings and hears which brand, queue and number, and who calls', async () => {
    const { invitation } = await connected();
    const header = (name: string) => invitation.request.getHeader(name);
    expect(header('X-DNIS')).toBe('+33199004110');
    expect(header('P-Called-Party-ID')).toContain('+33199004110');
    expect(header('X-Brand')).toBe('kerdoual');
    expect(header('X-Queue')).toBe('kerdoual-service');
    expect(header('X-Call-Uid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(header('P-Asserted-Identity')).toContain('+33639984117');
    expect(invitation.remoteIdentity.uri.user).toBe('+33639984117');
    expect(header('X-Practice-For')).toBeUndefined();
  });

  it('[TRAIN-5] the advisor hangs up and the customer hears it', async () => {
    const { invitation, dialled } = await connected();
    await invitation.bye();
    await reaches(dialled.inviter, SessionState.Terminated);
  });

  it('[TRAIN-5] the customer hangs up and the advisor hears it', async () => {
    const { invitation, dialled } = await connected();
    await dialled.inviter.bye();
    await reaches(invitation, SessionState.Terminated);
  });

  it('[TRAIN-6] hold, DTMF and transfer requests go both ways within the call', async () => {
    const { advisor, customer, invitation, dialled } = await connected();
    let accepted = 0;
    await invitation.invite({ requestDelegate: { onAccept: () => (accepted += 1) } });
    await until('the re-INVITE is accepted', () => accepted === 1);
    await until('the ACK has come', () => customer.heard.some(({ method }) => method === 'ACK'));
    await dialled.inviter.invite({ requestDelegate: { onAccept: () => (accepted += 1) } });
    await until('the other way too', () => accepted === 2);
    const body = {
      contentDisposition: 'render',
      contentType: 'application/dtmf-relay',
      content: 'Signal=5',
    };
    await invitation.info({ requestOptions: { body } });
    await until('the customer hears the digit', () =>
      customer.heard.some((one) => one.body === 'Signal=5'),
    );
    await dialled.inviter.info({ requestOptions: { body } });
    await until('the advisor hears one too', () =>
      advisor.heard.some(({ method }) => method === 'INFO'),
    );
    const target = advisor.agent.configuration.uri.clone();
    target.user = '6002';
    await invitation.refer(target);
    await until('the transfer arrives', () =>
      customer.heard.some((one) => one.body.includes('6002')),
    );
  });

  it('[TRAIN-7] a call taken back before the answer stops ringing', async () => {
    const advisor = await phone(advisorLine);
    const customer = await phone(customerLine);
    const dialled = customer.call('+33199004110', practice);
    const invitation = await firstCall(advisor);
    await until('she hears it ring', () => dialled.progress.includes(180));
    await dialled.inviter.cancel();
    await reaches(invitation, SessionState.Terminated);
    await reaches(dialled.inviter, SessionState.Terminated);
    expect(dialled.rejected).toEqual([487]);
  });

  it('[TRAIN-8] a declined call is declined, with the advisor’s own status', async () => {
    const advisor = await phone(advisorLine);
    const customer = await phone(customerLine);
    const dialled = customer.call('+33199006330', practice);
    await (await firstCall(advisor)).reject({ statusCode: 486 });
    await reaches(dialled.inviter, SessionState.Terminated);
    expect(dialled.rejected).toEqual([486]);
  });

  it('[TRAIN-9] nobody registered is 480, an unknown number 404, another’s advisor 403', async () => {
    const customer = await phone(customerLine);
    const results: number[] = [];
    for (const [number, headers] of [
      ['+33199004110', practice.headers],
      ['+33199009999', practice.headers],
      ['+33199004110', ['X-Practice-For: 6002']],
    ] as const) {
      const dialled = customer.call(number, { ...practice, headers });
      await reaches(dialled.inviter, SessionState.Terminated);
      results.push(...dialled.rejected);
    }
    expect(results).toEqual([480, 404, 403]);
  });
});

describe('an advisor calls', () => {
  it('[TRAIN-10] any outside number rings her own simulated customer', async () => {
    const advisor = await phone(advisorLine);
    const customer = await phone(customerLine);
    for (const number of ['+33639985502', '0639985502', '0033639985502']) {
      customer.invitations.length = 0;
      const dialled = advisor.call(number);
      await (await firstCall(customer)).accept();
      await reaches(dialled.inviter, SessionState.Established);
      await dialled.inviter.bye();
    }
  });

  it('[TRAIN-11] a colleague’s extension rings the colleague', async () => {
    const advisor = await phone(advisorLine);
    const colleague = await phone(colleagueLine);
    const dialled = advisor.call('6002');
    const invitation = await firstCall(colleague);
    expect(invitation.request.getHeader('X-Brand')).toBeUndefined();
    await invitation.accept();
    await reaches(dialled.inviter, SessionState.Established);
    await dialled.inviter.bye();
  });

  it('[TRAIN-12] rehearsal numbers end busy or refused, and 480 and 404 stay themselves', async () => {
    const advisor = await phone(advisorLine);
    const outcome = async (number: string) => {
      const dialled = advisor.call(number);
      await reaches(dialled.inviter, SessionState.Terminated);
      return dialled.rejected;
    };
    expect(Object.keys(rehearsalNumbers)).toHaveLength(4);
    expect(await outcome('+33199009986')).toEqual([486]);
    expect(await outcome('+33199009903')).toEqual([603]);
    expect(await outcome('+33199009904')).toEqual([404]);
    expect(await outcome('+33639985502')).toEqual([480]);
    expect(await outcome('nonsense')).toEqual([404]);
  });

  it('[TRAIN-12] a rehearsal number that only rings can be given up', async () => {
    const advisor = await phone(advisorLine);
    const dialled = advisor.call('+33199009980');
    await until('it rings', () => dialled.progress.includes(180));
    await dialled.inviter.cancel();
    await reaches(dialled.inviter, SessionState.Terminated);
    expect(dialled.rejected).toEqual([487]);
  });
});

describe('lost connections', () => {
  it('[TRAIN-13] a callee that vanishes while ringing is 480 to the caller', async () => {
    const advisor = await phone(advisorLine);
    const customer = await phone(customerLine);
    const dialled = customer.call('+33199004110', practice);
    await firstCall(advisor);
    await advisor.agent.transport.disconnect();
    await reaches(dialled.inviter, SessionState.Terminated);
    expect(dialled.rejected).toEqual([480]);
  });

  it('[TRAIN-14] a side that reconnects goes on with its call', async () => {
    const { advisor, invitation, dialled } = await connected();
    await advisor.agent.transport.disconnect();
    await advisor.agent.reconnect();
    await advisor.register();
    await dialled.inviter.bye();
    await reaches(invitation, SessionState.Terminated);
  });

  it('[TRAIN-20] a call that nobody answers is given up: the callee stops ringing, the caller hears 408', async () => {
    const heard: Record<'from' | 'to', SipMessage[]> = { from: [], to: [] };
    const peer = (who: 'from' | 'to'): Peer => ({
      user: who,
      isOpen: () => true,
      send: (message) => heard[who].push(message),
    });
    const relay = new Relay('host', hub.newId, { inviteMs: 5, otherMs: 5, lingerMs: 5 });
    const [from, to] = [peer('from'), peer('to')];
    const headers = [
      { name: 'Via', value: 'SIP/2.0/WS x;branch=z9hG4bKx' },
      { name: 'From', value: '<sip:a@x>;tag=a' },
      { name: 'To', value: '<sip:b@x>' },
      { name: 'Call-ID', value: 'silent' },
      { name: 'CSeq', value: '1 INVITE' },
    ];
    const invite: SipRequest = {
      kind: 'request',
      method: 'INVITE',
      uri: 'sip:b@x',
      headers,
      body: '',
    };
    relay.forward(invite, invite, from, to);
    const refused = await until('the caller hears it', () => heard.from[0]);
    expect(refused).toMatchObject({ kind: 'response', status: 408 });
    expect(heard.to.map((message) => (message.kind === 'request' ? message.method : ''))).toEqual([
      'INVITE',
      'CANCEL',
    ]);
    relay.stop();
  });

  it('[TRAIN-19] a side that stays away too long is ended for the other', async () => {
    const host = 'training.parlance.example';
    const sent: Record<'advisor' | 'customer', SipMessage[]> = { advisor: [], customer: [] };
    const open = { advisor: true, customer: true };
    const peer = (who: 'advisor' | 'customer'): Peer => ({
      user: who === 'advisor' ? '6001' : 'customer-6001',
      isOpen: () => open[who],
      send: (message) => sent[who].push(message),
    });
    const peers = { advisor: peer('advisor'), customer: peer('customer') };
    const relay = new Relay(host, hub.newId);
    const registrar = makeRegistrar(hub.clock);
    const traffic = new DialogTraffic(host, relay, registrar, hub.newId, 5);
    const headers = [
      { name: 'Via', value: 'SIP/2.0/WS x;branch=z9hG4bKx' },
      { name: 'From', value: '<sip:+33639984117@x>;tag=c' },
      { name: 'To', value: '<sip:+33199004110@x>' },
      { name: 'Call-ID', value: 'away' },
      { name: 'CSeq', value: '7 INVITE' },
      { name: 'Contact', value: '<sip:c@x>' },
    ];
    const invite: SipRequest = {
      kind: 'request',
      method: 'INVITE',
      uri: 'sip:a@x',
      headers,
      body: '',
    };
    const binding = { user: '6001', contact: 'sip:a@x', peer: peers.advisor, expiresAtMs: 0 };
    traffic.begin(peers.customer, 'customer-6001', invite, invite, binding);
    const [arrived] = sent.advisor;
    if (arrived?.kind !== 'request') throw new Error('no INVITE');
    relay.respond(answerTo(arrived, 200, 'a'), peers.advisor);
    open.customer = false;
    traffic.leave(peers.customer);
    const bye = await until('a BYE', () =>
      sent.advisor.find((message) => message.kind === 'request' && message.method === 'BYE'),
    );
    expect(headerOf(bye, 'CSeq')).toBe('8 BYE');
    expect(headerOf(bye, 'To')).toContain('tag=a');
    relay.stop();
  });
});
