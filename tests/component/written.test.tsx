import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { articleAnswers, legArticle } from './support/articles.ts';
import { helene, heleneBundle } from './support/helene.ts';
import { askedByMail, messageAnswers, messageWith } from './support/messages.ts';
import { openApp } from './support/open-app.tsx';
import { quiet, talkingCall, talkingWork } from './support/slices.ts';

type Opening = Parameters<typeof openApp>[0];
const talking = { calls: [talkingCall()], work: [talkingWork()] };
const answers = { ...articleAnswers, ...messageAnswers };
const inCall = (slices: object = {}, rest: Opening = {}) =>
  openApp({ slices: { ...talking, ...slices }, answers, ...rest });
const pane = (name = /Écrire à Madame Vasseur|Répondre à Madame Vasseur/) =>
  screen.findByRole('region', { name });
const body = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const written = async (draft: Parameters<typeof messageWith>[0] = {}, rest: Opening = {}) => {
  const app = inCall({ messages: [messageWith(draft)] }, rest);
  app.services.screen.setState({ messageId: messageWith().id, caret: { start: 1e6, end: 1e6 } });
  await body();
  return app;
};

describe('writing', () => {
  it.each([
    ['fr', 'Écrire à Madame Vasseur', 'E-mail envoyé à'],
    ['en', 'Write to Madame Vasseur', 'E-mail sent at'],
  ] as const)(
    '[WRITE-14] she writes and sends by keyboard alone, in a call, and is told that it left (%s)',
    async (language, label, told) => {
      const { user, engine, deliver } = inCall({}, { language });
      await screen.findByText(label);
      await user.keyboard('{Control>}e{/Control}');
      await waitFor(() => expect(engine.inputs('messages.begin')).toHaveLength(1));
      expect(engine.inputs('messages.begin')).toMatchObject([
        { customerId: helene, brandId: 'kerdoual', inReplyTo: null },
      ]);
      deliver('messages', [messageWith({ subject: 'Votre canapé' })]);
      await waitFor(async () => expect(document.activeElement).toBe(await body()));
      await user.keyboard('Bonjour');
      const saved = engine
        .inputs('messages.save')
        .map(({ draft, revision }) => [revision, draft.body]);
      expect(saved.at(-1)).toEqual([7, 'Bonjour']);
      expect(saved).toHaveLength(7);
      await user.keyboard('{Control>}{Enter}{/Control}');
      await waitFor(() => expect(engine.inputs('messages.send')).toHaveLength(1));
      expect(engine.inputs('messages.send')[0]).toMatchObject({
        revision: 8,
        draft: { body: 'Bonjour', channel: 'email', to: 'h.vasseur@exemple.fr' },
      });
      expect((await screen.findByText(new RegExp(told))).getAttribute('role')).toBe('status');
      expect(engine.inputs('work.finish')).toEqual([]);
    },
  );

  it('[WRITE-14] what came in writing is answered from the thread, outside a call, too', async () => {
    const { user, engine, deliver, services } = openApp({ answers });
    services.screen.setState({ screen: 'customers', customerId: helene });
    const [first] = await screen.findAllByRole('button', { name: 'Répondre' });
    await user.click(first as HTMLElement);
    await user.click(screen.getAllByRole('button', { name: 'Répondre' })[1] as HTMLElement);
    expect(engine.inputs('messages.begin').at(-1)).toMatchObject({ inReplyTo: askedByMail?.id });
    deliver('messages', [messageWith({}, { inReplyTo: askedByMail?.id ?? null })]);
    const region = await pane();
    expect(within(region).getByText(/Le pied avant gauche est cassé net/)).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: /Répondre à/ })).toBeNull();
    expect(engine.inputs('messages.drop')).toEqual([]);
  });

  it('[WRITE-14] a draft that was kept is gone on with; offline it is said that the message waits', async () => {
    const sync = { ...quiet.sync, hub: 'offline' as const };
    const { user, services } = await written({ subject: 'Bon', body: 'Madame, voici' }, {});
    await user.keyboard('{Escape}');
    expect(await screen.findByText('Brouillon : Madame, voici')).toBeTruthy();
    services.engine.setState((state) => ({ slices: { ...state.slices, sync } }));
    await user.keyboard('{Control>}e{/Control}');
    expect(await screen.findByText(/le message est gardé ici et partira/)).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/gardé sur ce poste à .* : il part au retour/)).toBeTruthy();
  });
});

describe('its ways and words', () => {
  it('[WRITE-3] channels stand with her consent; one that she opposed is not chosen, one without an address not offered', async () => {
    const opposed = heleneBundle.consents.map((one) =>
      one.channel === 'sms' ? { ...one, status: 'opposed' as const } : one,
    );
    const { user, engine } = await written(
      {},
      { bundles: [{ ...heleneBundle, consents: opposed }] },
    );
    const group = within(await pane()).getByRole('group', { name: 'Par quel canal' });
    const ways = within(group).getAllByRole<HTMLButtonElement>('button');
    expect(ways.map((way) => [way.textContent, way.disabled])).toEqual([
      ['E-mailaccord', false],
      ['SMSopposition', true],
    ]);
    await user.click(ways[1] as HTMLElement);
    expect(engine.inputs('messages.save')).toEqual([]);
  });

  it('[WRITE-6] what is wrong is named at its field and nothing typed is lost', async () => {
    const { user, engine } = await written({ body: 'Bonjour' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    const subject = screen.getByRole('textbox', { name: 'Objet' });
    expect(subject.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Il manque l’objet.').getAttribute('role')).toBe('alert');
    expect((await body()).value).toBe('Bonjour');
    expect(engine.inputs('messages.send')).toEqual([]);
    await user.type(subject, 'Canapé');
    expect(screen.queryByText('Il manque l’objet.')).toBeNull();
  });

  it('[WRITE-9] an SMS says how many it takes and which signs make it longer; too long is said, never cut', async () => {
    const long = 'a'.repeat(4010);
    const { deliver } = await written({
      channel: 'sms',
      to: '+33639984117',
      body: 'a'.repeat(161),
    });
    expect(await screen.findByText('161 signes · 2 SMS')).toBeTruthy();
    const of = (text: string, revision: number) =>
      messageWith({ channel: 'sms', to: '+33639984117', body: text }, { revision });
    deliver('messages', [of('Être là', 1)]);
    expect(await screen.findByText(/^7 signes · 1 SMS/)).toBeTruthy();
    expect(screen.getByText(/Ê : des signes longs, 70 par SMS/)).toBeTruthy();
    deliver('messages', [of(long, 2)]);
    expect(await screen.findByText(/10 signes de trop/)).toBeTruthy();
    expect((await body()).value).toBe(long);
  });
});

describe('inserting', () => {
  it('[WRITE-7] an answer is found and goes in at the cursor, in the version for the channel', async () => {
    const { user, engine } = await written({
      channel: 'sms',
      to: '+33639984117',
      body: 'Bonjour, merci',
    });
    (await body()).setSelectionRange(8, 8);
    await user.keyboard('{ArrowLeft}{ArrowRight}{Alt>}i{/Alt}');
    await screen.findByRole('option', { name: new RegExp(legArticle.title) });
    await user.keyboard('{Enter}');
    const { draft } = engine.inputs('messages.save').at(-1) ?? {};
    expect(draft?.body).toMatch(/^Bonjour, \S.* merci$/);
    expect(draft?.body).toContain((legArticle.customer?.short ?? '').slice(0, 20));
    expect(draft?.articles).toMatchObject([{ id: legArticle.id, version: legArticle.version }]);
    await waitFor(async () => expect(document.activeElement).toBe(await body()));
    const caret = (await body()).selectionStart;
    expect((await body()).value.slice(caret)).toBe(' merci');
  });

  it('[WRITE-7] the article pane inserts into the message that is open beside it', async () => {
    const { user, engine, services } = await written({ subject: 'x', body: 'Bonjour,' });
    services.screen.setState({ overlay: 'article', articleId: legArticle.id });
    await screen.findByRole('button', { name: /Insérer dans le message/ });
    await user.keyboard('{Enter}');
    const inserted = engine.inputs('messages.save').at(-1)?.draft.body;
    expect(inserted).toContain(`Bonjour,\n\n${legArticle.customer?.text.slice(0, 30)}`);
    expect(services.screen.getState().overlay).toBeNull();
    expect(engine.inputs('articles.send')).toEqual([]);
  });

  it('[WRITE-7] in a call with somebody else nothing goes into the message that was left open', async () => {
    const other = messageWith({}, { customerId: '0191c0de-0000-7000-8000-000000000077' });
    const { services } = inCall({ messages: [other] });
    services.screen.setState({
      messageId: other.id,
      overlay: 'article',
      articleId: legArticle.id,
    });
    expect(await screen.findByText(/Envoyer au client/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Insérer dans le message/ })).toBeNull();
  });

  it('[WRITE-7] the speech’s sentence goes in as plain text, with merged fields filled', async () => {
    const words =
      'Bonjour {{customer.formalName}}, [[je vous écris]] de {{brand.name}} <b>vite</b>.';
    const variants = [{ channel: 'email' as const, text: words }];
    const { reference } = quiet;
    const scripts = reference.scripts.map((script) => ({
      ...script,
      steps: script.steps.map((step) => ({ ...step, text: { ...step.text, variants } })),
    }));
    const app = inCall({
      messages: [messageWith({ subject: 'x' })],
      reference: { ...reference, scripts },
    });
    app.services.screen.setState({ messageId: messageWith().id });
    await body();
    await app.user.keyboard('{Alt>}u{/Alt}');
    await waitFor(() => expect(app.engine.inputs('messages.save')).toHaveLength(1));
    expect(app.engine.inputs('messages.save')[0]?.draft.body).toBe(
      'Bonjour Madame Vasseur, je vous écris de Maison Kerdoual <b>vite</b>.',
    );
    expect((await pane()).querySelector('b b, textarea b')).toBeNull();
  });
});
