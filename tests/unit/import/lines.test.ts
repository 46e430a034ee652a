import type { Customer } from '@shared/domain/customer/customer.ts';
import { identityOf } from '@shared/domain/identity/identity.ts';
import {
  type Constants,
  fieldsOf,
  type ImportKind,
  importKinds,
} from '@shared/domain/import/field.ts';
import { fillCard } from '@shared/domain/import/fill-card.ts';
import { importEvents, importStates, nextState } from '@shared/domain/import/import-state.ts';
import { identityOfLine, judgeMatch } from '@shared/domain/import/judge-match.ts';
import type { CardLine, ImportLine } from '@shared/domain/import/line.ts';
import { headerSignature, proposeMapping } from '@shared/domain/import/propose-mapping.ts';
import { columnsOf, readLine } from '@shared/domain/import/read-line.ts';
import { describe, expect, it } from 'vitest';

const nowMs = Date.parse('2026-11-28T10:00:00Z');

const read = (kind: ImportKind, cells: Record<string, string>, constants: Constants = {}) =>
  readLine(
    { kind, columns: columnsOf(proposeMapping(kind, Object.keys(cells))), constants, nowMs },
    cells,
  );
const lineOf = <K extends ImportKind>(
  kind: K,
  cells: Record<string, string>,
  constants: Constants = {},
) => {
  const { line, problems } = read(kind, cells, constants);
  expect(problems).toEqual([]);
  return line as Extract<ImportLine, { kind: K }>;
};
const codes = (...args: Parameters<typeof read>) => read(...args).problems.map(({ code }) => code);

const person = {
  NOM: 'ARMAND',
  PRENOM: 'Gilles',
  TEL_1: '0639982760',
  MAIL: 'g.armand@exemple.fr',
  CP: '1000',
  VILLE: 'BOURG',
};
const consent = {
  DATE_CONSENT: '30/10/2026',
  CANAL: 'téléphone',
  FINALITE: 'offres',
  SUPPORT: 'stand',
};

describe('lines of an import', () => {
  it('[IMPORT-2] columns are known by their headers, in French and English', () => {
    const french = [
      'NOM',
      'PRENOM',
      'TEL_1',
      'TEL_2',
      'MAIL',
      'CP',
      'DATE_CONSENT',
      'SUPPORT',
      'SCORE_X',
    ];
    expect(Object.values(proposeMapping('customers', french))).toEqual([
      'lastName',
      'firstName',
      'phone1',
      'phone2',
      'email1',
      'postcode',
      'consentDate',
      'consentProof',
      null,
    ]);
    const english = [
      'customerId',
      'Last name',
      'first_name',
      'Mobile',
      'Home Phone',
      'E-Mail',
      'ZIP code',
      'City',
    ];
    expect(Object.values(proposeMapping('customers', english))).toEqual([
      'reference',
      'lastName',
      'firstName',
      'phone1',
      'phone2',
      'email1',
      'postcode',
      'commune',
    ]);
    expect(
      Object.values(proposeMapping('customers', ['Téléphone', 'Portable', 'Mobile', 'GSM'])),
    ).toEqual(['phone1', 'phone2', 'phone3', null]);
    expect(proposeMapping('customers', ['Parlance : pourquoi', 'Nom'])).toEqual({
      Nom: 'lastName',
    });
    expect(headerSignature(['Prénom', 'NOM'])).toBe(
      headerSignature(['nom', 'PRENOM_', 'Parlance : ligne']),
    );
    for (const kind of importKinds) {
      // Each field is found by its own name.
      const mapping = proposeMapping(kind, fieldsOf[kind]);
      for (const field of fieldsOf[kind]) expect(mapping[field]).toBe(field);
    }
  });

  it('[IMPORT-8] a refused line names its column, what was read, why and the remedy', () => {
    const { line, problems } = read('customers', {
      ...person,
      ...consent,
      DATE_CONSENT: '31/09/2026',
      MAIL: 'riou@',
    });
    expect(line).toBeNull();
    expect(problems).toEqual([
      {
        column: 'MAIL',
        field: 'email1',
        read: 'riou@',
        code: 'email-no-domain',
        remedy: { kind: 'clear' },
      },
      {
        column: 'DATE_CONSENT',
        field: 'consentDate',
        read: '31/09/2026',
        code: 'date-impossible',
        remedy: { kind: 'replace', value: '30/09/2026' },
      },
    ]);
    expect(codes('customers', { ...person, NOM: '' })).toEqual(['name-missing']);
  });

  it('[IMPORT-10] a consent has date, channel, purpose and proof, and ends within a year', () => {
    const given = lineOf('customers', { ...person, ...consent }).consent;
    expect(given).toEqual({
      channel: 'phone',
      status: 'given',
      purpose: 'offres',
      proof: 'stand',
      givenAt: '2026-10-29T23:00:00.000Z',
      until: '2027-10-29T23:00:00.000Z',
    });
    expect(codes('customers', { ...person, ...consent, DATE_CONSENT: '12/08/2025' })).toEqual([
      'consent-expired',
    ]);
    expect(codes('customers', { ...person, ...consent, DATE_CONSENT: '' })).toEqual([
      'consent-without-date',
    ]);
    expect(codes('customers', { ...person, ...consent, FINALITE: '' })).toEqual([
      'consent-without-purpose',
    ]);
    expect(codes('customers', { ...person, ...consent, SUPPORT: '' })).toEqual([
      'consent-without-proof',
    ]);
    expect(codes('customers', { ...person, ...consent, DATE_CONSENT: '30/12/2026' })).toEqual([
      'date-future',
    ]);
    const refusal = { REF: 'C1', DATE: '12/08/2020', CANAL: 'tel', STATUT: 'opposition' };
    expect(lineOf('consents', refusal).consent).toMatchObject({ status: 'opposed', until: null });
    expect(
      codes('consents', { REF: 'C1', DATE: '12/10/2026', CANAL: 'tel', STATUT: 'oui' }),
    ).toEqual(['consent-without-purpose', 'consent-without-proof']);
    expect(codes('consents', { NOM: 'ARMAND', REF: '', ...consent })).toEqual(['customer-unnamed']);
    const mail = { ...consent, CANAL: 'mail', DATE_CONSENT: '12/08/2020' };
    expect(lineOf('customers', { ...person, ...mail }).consent).toMatchObject({ until: null });
  });

  it('[IMPORT-11] a consent that nothing in the file proves is left out, the card comes in', () => {
    const { SUPPORT: _none, ...unproved } = { ...person, ...consent };
    const found = lineOf('customers', unproved);
    expect([found.consent, found.unproved]).toEqual([null, true]);
    const text = { consentText: 'J’accepte d’être appelé' };
    expect(lineOf('customers', unproved, text).consent).toMatchObject({
      proof: 'J’accepte d’être appelé',
    });
    expect(lineOf('customers', { ...person, ...consent }, text).consent).toMatchObject({
      proof: 'stand : J’accepte d’être appelé',
    });
    expect(lineOf('customers', person)).toMatchObject({ consent: null, unproved: false });
  });

  it('[IMPORT-12] an exchange has its time in its zone, its own name and its channel', () => {
    const cells = {
      'ID TICKET': 'T-1',
      'Date heure': '30/09/2026 14:05',
      Canal: 'tel',
      Tel: '0639982760',
      Objet: 'Devis',
    };
    expect(lineOf('interactions', cells).interaction).toMatchObject({
      reference: 'T-1',
      startedAt: '2026-09-30T12:05:00.000Z',
      zone: 'Europe/Paris',
      channel: 'phone',
      direction: 'inbound',
      outcome: 'answered',
      title: 'Devis',
    });
    const overseas = { ...cells, Fuseau: 'Indian/Reunion' };
    expect(lineOf('interactions', overseas).interaction.startedAt).toBe('2026-09-30T10:05:00.000Z');
    expect(codes('interactions', { ...cells, 'ID TICKET': '', Canal: '' })).toEqual([
      'value-missing',
      'value-missing',
    ]);
    expect(codes('interactions', { ...cells, Fin: '30/09/2026 13:00' })).toEqual([
      'ends-before-it-begins',
    ]);
    expect(codes('interactions', { ...cells, Fuseau: 'Mars' })).toEqual(['zone-unknown']);
  });

  const cardOf = (line: CardLine): Customer => ({
    id: '0191c0de-0000-7000-8000-000000000001',
    kind: line.kind,
    civility: line.civility ?? 'none',
    firstName: line.firstName,
    lastName: line.lastName,
    companyName: line.companyName || null,
    language: 'fr',
    phones: line.phones.map((e164) => ({ e164, label: 'mobile' as const })),
    emails: [...line.emails],
    address: line.address,
    relations: [],
    version: 1,
    updatedAt: '2026-11-01T10:00:00.000Z',
  });
  const card = (cells: Record<string, string>) => lineOf('customers', cells).card;

  it('[IMPORT-13] a line fills only what it says', () => {
    const known = { ...cardOf(card(person)), lastName: 'Ärmand', language: 'en' as const };
    const { next, changes } = fillCard(
      known,
      card({ NOM: 'ARMAND', PRENOM: '', TEL_1: '02 99 00 00 01', CP: '', VILLE: '' }),
    );
    expect(changes.map(({ field }) => field)).toEqual(['phones']);
    expect(next.phones.map(({ e164 }) => e164)).toEqual(['+33639982760', '+33299000001']);
    expect(next).toMatchObject({
      lastName: 'Ärmand',
      firstName: 'Gilles',
      emails: known.emails,
      address: known.address,
      language: 'en',
    });
    expect(fillCard(known, card(person)).changes).toEqual([]);
    const moved = fillCard(known, card({ ...person, CP: '35200', VILLE: 'Rennes' }));
    expect(moved.changes.map(({ field }) => field)).toEqual(['address']);
  });

  it('[IMPORT-14] certain, doubtful, other', () => {
    const match = (line: Record<string, string>, known: Record<string, string>) =>
      judgeMatch(identityOfLine(card(line)), identityOf(cardOf(card(known)))).match;
    expect(match(person, person)).toBe('same');
    expect(match({ ...person, NOM: 'Riou', PRENOM: 'Anne' }, person)).toBe('doubtful');
    expect(
      match(
        { NOM: 'Famille Ottmann', TEL: '0639987130' },
        { NOM: 'Ottmann', PRENOM: 'Lise', TEL: '0639987130' },
      ),
    ).toBe('doubtful');
    const home = { ADRESSE: '3 rue des Lilas', CP: '35200', VILLE: 'Rennes', TEL: '0299000001' };
    expect(
      match(
        { NOM: 'Armand', PRENOM: 'Lise', ...home },
        { NOM: 'Armand', PRENOM: 'Gilles', ...home },
      ),
    ).toBe('other');
    const mail = {
      NOM: 'Armand',
      PRENOM: 'Gilles',
      ADRESSE: '3 rue des Lilas',
      CP: '35200',
      VILLE: 'Rennes',
    };
    expect(match(mail, mail)).toBe('same');
    expect(
      match(
        { NOM: 'Martin', PRENOM: 'Jean', CP: '75012', VILLE: 'Paris' },
        { NOM: 'Martin', PRENOM: 'Jean', CP: '75012', VILLE: 'Paris', ADRESSE: '3 rue X' },
      ),
    ).toBe('other');
  });

  it('[IMPORT-15] every state knows what may happen, and only a run writes', () => {
    for (const state of importStates) {
      for (const event of importEvents) {
        const next = nextState(state, event);
        if (next === 'running')
          expect([state, event]).toEqual([state === 'done' ? 'done' : 'tried', 'run']);
        if (next === 'undoing') expect(event).toBe('undo');
        if (next !== null && event === 'cancel') expect(next).toBe('cancelled');
      }
    }
    expect(nextState('ready', 'run')).toBeNull();
    expect(nextState('undoing', 'cancel')).toBeNull();
    expect(nextState('undone', 'undo')).toBeNull();
  });
});
