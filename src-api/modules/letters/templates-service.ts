/** Templates of the user's brands: written, changed, and seen as somebody will get them. */
import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import { findCustomers } from '@api/modules/customers/repository.ts';
import { findBrands } from '@api/modules/reference/repository.ts';
import type { KeptTemplate, Preview } from '@shared/contracts/http/letters.ts';
import type { Brand } from '@shared/domain/brand/brand.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { postalLines } from '@shared/domain/letter/postal-lines.ts';
import { merged, type Template } from '@shared/domain/letter/template.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { imageFault } from './check-image.ts';
import { factsFor, letterDate } from './merge-facts.ts';
import { renderLetters } from './render-letters.ts';
import {
  findTemplate,
  findTemplates,
  insertTemplate,
  lockTemplate,
  updateTemplate,
} from './templates-repository.ts';

type Who = { readonly user: User; readonly actor: Actor };
const PARIS = 'Europe/Paris';

export const listTemplates = (
  hub: HubDependencies,
  user: User,
  brandId: string | undefined,
): Promise<KeptTemplate[]> =>
  findTemplates(
    hub.database.db,
    user.brandIds.filter((one) => brandId === undefined || one === brandId),
  );

const imagesFault = ({ logo, signatureImage }: Template): string | null => {
  for (const [field, image] of Object.entries({ logo, signatureImage })) {
    const fault = image === null ? null : imageFault(image);
    if (fault !== null) return `${field}: ${fault}`;
  }
  return null;
};

export const createTemplate = async (
  hub: HubDependencies,
  { user, actor }: Who,
  template: Template,
): Promise<Result<KeptTemplate>> => {
  if (!user.brandIds.includes(template.brandId))
    return fail('input-malformed', 'brandId: no such brand of yours');
  const fault = imagesFault(template);
  if (fault !== null) return fail('input-malformed', fault);
  const id = hub.newId();
  return audited(
    hub,
    actor,
    { action: 'created', entity: 'template', entityId: id },
    async (tx) => {
      await insertTemplate(tx, id, template, toInstant(hub.clock.now()));
      return succeed({ id, revision: 1, template });
    },
  );
};

export const changeTemplate = (
  hub: HubDependencies,
  { user, actor }: Who,
  id: string,
  { revision, template }: { readonly revision: number; readonly template: Template },
): Promise<Result<KeptTemplate>> => {
  const fault = imagesFault(template);
  if (fault !== null) return Promise.resolve(fail('input-malformed', fault));
  const deed = { action: 'changed', entity: 'template', entityId: id };
  return audited<Result<KeptTemplate>>(hub, actor, deed, async (tx) => {
    const known = await lockTemplate(tx, id, user.brandIds);
    if (known === null) return fail('not-found');
    if (known.revision !== revision) return fail('version-superseded');
    const { brandId, channel } = known.template;
    if (template.brandId !== brandId || template.channel !== channel)
      return fail('input-malformed', 'a template keeps its brand and its channel');
    await updateTemplate(tx, id, template);
    return succeed({ id, revision: revision + 1, template });
  });
};

/** Whom a template is shown for when nobody is named. */
const example: Customer = {
  id: '00000000-0000-7000-8000-000000000000',
  kind: 'person',
  civility: 'mme',
  firstName: 'Hélène',
  lastName: 'Exemple',
  companyName: null,
  language: 'fr',
  phones: [],
  emails: [],
  address: {
    lines: ['3 rue du Port'],
    postcode: '29200',
    commune: 'Brest',
    inseeCode: '29019',
    country: 'FR',
  },
  relations: [],
  version: 1,
  updatedAt: '2026-01-01T00:00:00.000Z',
};

type Seen = {
  readonly template: Template;
  readonly brand: Brand;
  readonly preview: Preview;
  readonly date: string;
};

const seenFor = async (
  hub: HubDependencies,
  template: Template,
  customer: Customer,
): Promise<Result<Seen>> => {
  const [brand] = await findBrands(hub.database.db, [template.brandId]);
  if (brand === undefined) return fail('not-found');
  const nowMs = hub.clock.now();
  const names = { brandName: brand.name, campaignName: template.name };
  const facts = factsFor({ customer, ...names, nowMs, zone: PARIS });
  const subject = merged(template.subject, facts);
  const body = merged(template.body, facts);
  const address = postalLines(customer);
  const preview = {
    subject: subject.text,
    body: body.text,
    missing: [...new Set([...subject.missing, ...body.missing])],
    addressLines: [...(address?.lines ?? [])],
    shortened: address?.shortened ?? false,
  };
  return succeed({ template, brand, preview, date: letterDate(nowMs, PARIS) });
};

const seenBy = async (
  hub: HubDependencies,
  user: User,
  id: string,
  customerId: string | undefined,
): Promise<Result<Seen>> => {
  const { db } = hub.database;
  const kept = await findTemplate(db, id, user.brandIds);
  if (kept === null) return fail('not-found');
  const { brandId } = kept.template;
  const customer =
    customerId === undefined
      ? example
      : (await findCustomers(db, [customerId], [brandId])).get(customerId);
  return customer === undefined ? fail('customer-unknown') : seenFor(hub, kept.template, customer);
};

export const previewTemplate = async (
  ...given: Parameters<typeof seenBy>
): Promise<Result<Preview>> => {
  const seen = await seenBy(...given);
  return seen.ok ? succeed(seen.value.preview) : seen;
};

const asPdf = async (seen: Result<Seen>): Promise<Result<Buffer>> => {
  if (!seen.ok) return seen;
  const { template, brand, preview, date } = seen.value;
  if (template.channel !== 'post')
    return fail('input-malformed', 'only a letter is a PDF; ask for the preview without .pdf');
  const { subject, body, addressLines: address } = preview;
  const { pdf } = await renderLetters({ ...template, brand }, [{ address, subject, body, date }]);
  return succeed(pdf);
};

export const previewLetter = async (...given: Parameters<typeof seenBy>): Promise<Result<Buffer>> =>
  asPdf(await seenBy(...given));

/** Of what is written just now and not kept: a campaign may be writing by the template that is. */
export const previewDraft = async (
  hub: HubDependencies,
  user: User,
  template: Template,
): Promise<Result<Buffer>> => {
  if (!user.brandIds.includes(template.brandId)) return fail('not-found');
  const fault = imagesFault(template);
  return fault === null
    ? asPdf(await seenFor(hub, template, example))
    : fail('input-malformed', fault);
};
