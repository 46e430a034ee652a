/** A day's letters for the mail house: one PDF, and a table that says where in it each one is. */
import type { HubDependencies } from '@api/hub-app.ts';
import { findBrands } from '@api/modules/reference/repository.ts';
import type { SheetRow } from '@api/sheets/cell.ts';
import type { Mailing } from '@shared/contracts/http/letters.ts';
import { MOST_LINES } from '@shared/domain/letter/postal-lines.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findLetters, findMailings, type KeptLetter } from './mailings-repository.ts';
import { letterDate } from './merge-facts.ts';
import { type Rendered, renderLetters } from './render-letters.ts';
import { findTemplate } from './templates-repository.ts';

const PARIS = 'Europe/Paris';

const todayOf = ({ clock }: HubDependencies): string => toInstant(clock.now()).slice(0, 10);

export const listMailings = (
  hub: HubDependencies,
  user: User,
  campaignId: string | undefined,
): Promise<Mailing[]> => findMailings(hub.database.db, user.brandIds, { campaignId }, todayOf(hub));

type Made = Rendered & { readonly letters: readonly KeptLetter[] };

const made = async (hub: HubDependencies, user: User, id: string): Promise<Result<Made>> => {
  const { db } = hub.database;
  const [mailing] = await findMailings(db, user.brandIds, { id }, todayOf(hub));
  if (mailing === undefined) return fail('not-found');
  const kept = await findTemplate(db, mailing.templateId, user.brandIds);
  const [brand] = await findBrands(db, kept === null ? [] : [kept.template.brandId]);
  if (kept === null || brand === undefined) return fail('not-found');
  const letters = await findLetters(db, id);
  const rendered = await renderLetters(
    { ...kept.template, brand },
    letters.map(({ addressLines, subject, body, writtenAt }) => ({
      address: addressLines,
      subject,
      body,
      date: letterDate(Date.parse(writtenAt), PARIS),
    })),
  );
  return succeed({ ...rendered, letters });
};

export const mailingPdf = async (...given: Parameters<typeof made>): Promise<Result<Buffer>> => {
  const found = await made(...given);
  return found.ok ? succeed(found.value.pdf) : found;
};

const header: SheetRow = [
  'reference',
  ...Array.from({ length: MOST_LINES }, (_, at) => `ligne_${at + 1}`),
  'premiere_page',
  'pages',
  'adresse_raccourcie',
];

/** NF Z10-011: postcode and commune are in the sixth column whatever stands before them. */
export const mailingRows = async (
  ...given: Parameters<typeof made>
): Promise<Result<readonly SheetRow[]>> => {
  const found = await made(...given);
  if (!found.ok) return found;
  const { letters, pages } = found.value;
  let first = 1;
  const rows = letters.map(({ id, addressLines, shortened }, at): SheetRow => {
    const before = addressLines.slice(0, -1);
    const empty = Array.from({ length: MOST_LINES - addressLines.length }, () => '');
    const count = pages[at] ?? 0;
    const row = [id, ...before, ...empty, addressLines.at(-1) ?? '', first, count];
    first += count;
    return [...row, shortened ? 'oui' : 'non'];
  });
  return succeed([header, ...rows]);
};
