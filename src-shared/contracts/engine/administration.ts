/** What an administrator asks of the hub from the desktop; the hub decides who may. */
import { z } from 'zod';
import { brandNumberSchema, brandSchema, dispositionSchema } from '../../domain/brand/brand.ts';
import { brandRulesSchema } from '../../domain/brand-rules/brand-rules.ts';
import { sourceSchema } from '../../domain/source/source.ts';
import { teamSchema } from '../../domain/user/user.ts';
import { idSchema } from '../../kernel/ids.ts';
import { auditChainSchema, auditPageSchema, auditQuerySchema } from '../http/audit.ts';
import { keptRulesSchema } from '../http/brand-rules.ts';
import * as brands from '../http/brands.ts';
import * as connectors from '../http/connectors.ts';
import * as devices from '../http/devices.ts';
import * as directory from '../http/directory.ts';
import * as exporting from '../http/exports.ts';
import * as law from '../http/law.ts';
import * as privacy from '../http/privacy.ts';
import { retentionKindSchema } from '../http/privacy.ts';
import { changeRecordingRulesSchema, recordingRulesOfSchema } from '../http/recordings.ts';
import * as sources from '../http/sources.ts';
import * as webhooks from '../http/webhooks.ts';

const nothing = z.null();
const none = z.object({});
const ofBrand = z.object({ brandId: z.string().max(40) });
const ofUser = z.object({ userId: idSchema });
const ofCustomer = z.object({ customerId: idSchema });
const reason = privacy.reasonSchema.shape.reason;

const people = {
  'admin.users': { input: none, output: directory.accountsSchema },
  'admin.create-user': { input: directory.newAccountSchema, output: directory.accountSchema },
  'admin.change-user': {
    input: ofUser.extend({ change: directory.accountChangeSchema }),
    output: directory.accountSchema,
  },
  'admin.set-line': {
    input: ofUser.extend({ line: directory.lineChangeSchema }),
    output: directory.accountSchema,
  },
  'admin.teams': { input: none, output: directory.teamsSchema },
  'admin.create-team': { input: directory.newTeamSchema, output: teamSchema },
  'admin.change-team': {
    input: z.object({ teamId: idSchema, change: directory.teamChangeSchema }),
    output: teamSchema,
  },
  'admin.brands': { input: none, output: brands.brandsSchema },
  'admin.change-brand': {
    input: ofBrand.extend({ change: brands.brandChangeSchema }),
    output: brandSchema,
  },
  'admin.numbers': { input: ofBrand, output: brands.numbersSchema },
  'admin.add-number': {
    input: ofBrand.extend({ number: brands.newNumberSchema }),
    output: brandNumberSchema,
  },
  'admin.remove-number': { input: ofBrand.extend({ numberId: idSchema }), output: nothing },
  'admin.dispositions': { input: ofBrand, output: brands.dispositionsSchema },
  'admin.change-disposition': {
    input: brands.codePathSchema.extend({ words: brands.dispositionWordsSchema }),
    output: dispositionSchema,
  },
  'admin.remove-disposition': { input: brands.codePathSchema, output: nothing },
  'admin.rules': { input: ofBrand, output: keptRulesSchema },
  'admin.recording-rules': { input: ofBrand, output: recordingRulesOfSchema },
  'admin.change-recording-rules': {
    input: ofBrand.extend(changeRecordingRulesSchema.shape),
    output: recordingRulesOfSchema,
  },
  'admin.change-rules': {
    input: ofBrand.extend({ version: z.number().int().min(0), rules: brandRulesSchema }),
    output: keptRulesSchema,
  },
} as const;

const systems = {
  'admin.sources': { input: none, output: sources.sourcesSchema },
  'admin.create-source': { input: sources.newSourceSchema, output: sources.sourceWithSecretSchema },
  'admin.change-source': {
    input: z.object({ sourceId: idSchema, change: sources.sourceChangeSchema }),
    output: sourceSchema,
  },
  'admin.rotate-source': {
    input: z.object({ sourceId: idSchema, oldValidMinutes: z.number().int() }),
    output: sources.sourceWithSecretSchema,
  },
  'admin.quarantine': {
    input: sources.quarantineQuerySchema.partial(),
    output: sources.quarantineSchema,
  },
  'admin.replay': { input: sources.replaySchema, output: sources.settledSchema },
  'admin.give-up': { input: sources.givingUpSchema, output: sources.settledSchema },
  'admin.webhooks': { input: none, output: webhooks.subscriptionsSchema },
  'admin.subscribe': {
    input: webhooks.newSubscriptionSchema,
    output: webhooks.subscriptionWithSecretSchema,
  },
  'admin.change-webhook': {
    input: webhooks.subscriptionPathSchema.extend({ change: webhooks.subscriptionChangeSchema }),
    output: webhooks.subscriptionSchema,
  },
  'admin.unsubscribe': { input: webhooks.subscriptionPathSchema, output: nothing },
  'admin.deliveries': {
    input: webhooks.subscriptionPathSchema.extend({
      status: webhooks.deliverySchema.shape.status,
    }),
    output: webhooks.deliveriesSchema,
  },
  'admin.redeliver': {
    input: webhooks.subscriptionPathSchema.extend({ ids: z.array(idSchema).min(1).max(200) }),
    output: webhooks.redeliveredSchema,
  },
  'admin.connectors': { input: none, output: connectors.connectorsSchema },
  'admin.create-connector': {
    input: connectors.newConnectorBodySchema,
    output: connectors.connectorSchema,
  },
  'admin.change-connector': {
    input: connectors.connectorPathSchema.extend({ change: connectors.connectorChangeSchema }),
    output: connectors.connectorSchema,
  },
  'admin.remove-connector': { input: connectors.connectorPathSchema, output: nothing },
  'admin.try-connector': {
    input: connectors.connectorPathSchema.extend(ofCustomer.shape),
    output: connectors.outsideViewSchema,
  },
} as const;

const laws = {
  'admin.law-rules': { input: none, output: law.lawRulesSchema },
  'admin.switch-law-rule': {
    input: law.rulePathSchema.extend({ given: law.lawSwitchSchema }),
    output: law.lawRulesSchema,
  },
} as const;

const privacies = {
  'admin.retention': { input: none, output: privacy.retentionSchema },
  'admin.change-retention': {
    input: z.object({ kind: retentionKindSchema, days: z.number().int(), reason }),
    output: privacy.retentionSchema,
  },
  'admin.purges': { input: none, output: privacy.purgesSchema },
  'admin.purge-now': { input: none, output: privacy.purgesSchema },
  'admin.journal': { input: auditQuerySchema.partial(), output: auditPageSchema },
  'admin.journal-chain': { input: none, output: auditChainSchema },
  /** Everything that is kept of a person, as a file for people or for machines. */
  'admin.personal-data': {
    input: ofCustomer.extend({ form: z.enum(['html', 'json']) }),
    output: z.object({ text: z.string() }),
  },
  'admin.restrict': {
    input: ofCustomer.extend({ reason: reason.nullable() }),
    output: privacy.restrictionSchema,
  },
  'admin.erase': { input: ofCustomer.extend({ reason }), output: privacy.erasureSchema },
  'admin.erasures': { input: none, output: privacy.erasuresSchema },
  'admin.devices': { input: none, output: devices.devicesSchema },
  'admin.wipe': {
    input: devices.devicePathSchema.extend({ reason }),
    output: devices.deviceSchema,
  },
  'admin.withdraw-wipe': { input: devices.devicePathSchema, output: devices.deviceSchema },
  'admin.desktop-rules': { input: none, output: devices.desktopRulesViewSchema },
  'admin.change-desktop-rules': {
    input: devices.desktopRulesChangeSchema,
    output: devices.desktopRulesViewSchema,
  },
} as const;

const tables = {
  'admin.exports': { input: none, output: exporting.exportsSchema },
  'admin.export': { input: exporting.newExportSchema, output: exporting.exportSchema },
  'admin.cancel-export': { input: exporting.exportPathSchema, output: exporting.exportSchema },
  'admin.export-file': {
    input: exporting.exportPathSchema,
    output: z.object({ bytes: z.instanceof(ArrayBuffer) }),
  },
} as const;

export const administrationCommands = {
  ...people,
  ...systems,
  ...laws,
  ...privacies,
  ...tables,
} as const;
