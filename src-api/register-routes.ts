/** Every route of the hub: one line for each module. */

import type { HubApp, HubDependencies } from './hub-app.ts';
import { assessmentRoutes } from './modules/assessments/routes.ts';
import { auditRoutes } from './modules/audit/routes.ts';
import type { AccessTokens } from './modules/auth/access-tokens.ts';
import { authRoutes } from './modules/auth/routes.ts';
import { brandRuleRoutes } from './modules/brand-rules/routes.ts';
import { brandRoutes } from './modules/brands/routes.ts';
import { wordingRoutes } from './modules/brands/wording-routes.ts';
import { callbackRoutes } from './modules/callbacks/routes.ts';
import { campaignContactRoutes } from './modules/campaigns/contact-routes.ts';
import { campaignRoutes } from './modules/campaigns/routes.ts';
import { cartRoutes } from './modules/carts/routes.ts';
import { channelMapRoutes } from './modules/channel-map/routes.ts';
import { communeRoutes } from './modules/communes/routes.ts';
import { connectorRoutes } from './modules/connectors/routes.ts';
import { contactRoutes } from './modules/contacts/routes.ts';
import { customerRoutes } from './modules/customers/routes.ts';
import { deadlineRoutes } from './modules/deadlines/routes.ts';
import { deskOrderRoutes } from './modules/desk-orders/routes.ts';
import { deviceRoutes } from './modules/devices/routes.ts';
import { diallerRoutes } from './modules/dialler/routes.ts';
import { diaryRoutes } from './modules/diaries/routes.ts';
import { directoryRoutes } from './modules/directory/routes.ts';
import { distributionRoutes } from './modules/distribution/routes.ts';
import { duplicateRoutes } from './modules/duplicates/routes.ts';
import { exportRoutes } from './modules/exports/routes.ts';
import { favouriteRoutes } from './modules/favourites/routes.ts';
import { grantRoutes } from './modules/grants/routes.ts';
import { healthRoutes } from './modules/health/routes.ts';
import { helpRoutes } from './modules/help/routes.ts';
import { quarantineRoutes } from './modules/hooks/quarantine-routes.ts';
import { hookRoutes } from './modules/hooks/routes.ts';
import { importRoutes } from './modules/imports/routes.ts';
import { intakeRoutes } from './modules/intake/routes.ts';
import { interactionRoutes } from './modules/interactions/routes.ts';
import { ivrRoutes } from './modules/ivr/routes.ts';
import { articleCountsRoutes } from './modules/knowledge/counts-routes.ts';
import { articleRoutes } from './modules/knowledge/routes.ts';
import { makeShelf } from './modules/knowledge/shelf.ts';
import { articleWritingRoutes } from './modules/knowledge/writing-routes.ts';
import { lawRoutes } from './modules/law/routes.ts';
import { leadAlertRoutes } from './modules/lead-alerts/routes.ts';
import { makeBoard } from './modules/lead-board/make-board.ts';
import { boardRoutes } from './modules/lead-board/routes.ts';
import { letterRoutes } from './modules/letters/routes.ts';
import { liveRoutes } from './modules/live/routes.ts';
import { mergeRoutes } from './modules/merges/routes.ts';
import { presenceRoutes } from './modules/presence/routes.ts';
import { retentionRoutes } from './modules/privacy/retention-routes.ts';
import { privacyRoutes } from './modules/privacy/routes.ts';
import { queueFigureRoutes } from './modules/queue-figures/routes.ts';
import { recordingRoutes } from './modules/recordings/routes.ts';
import { rolePlayRoutes } from './modules/role-plays/routes.ts';
import { runRoutes } from './modules/role-plays/run-routes.ts';
import { scheduleRoutes } from './modules/schedules/routes.ts';
import { scriptRoutes } from './modules/scripts/routes.ts';
import { sequenceRoutes } from './modules/sequences/routes.ts';
import { sourceRoutes } from './modules/sources/routes.ts';
import { speechMeasureRoutes } from './modules/speech-measures/routes.ts';
import { staffingRoutes } from './modules/staffing/routes.ts';
import { syncRoutes } from './modules/sync/routes.ts';
import { teamCallRoutes } from './modules/team-calls/routes.ts';
import { helpPolicyRoutes } from './modules/team-help/policy-routes.ts';
import { teamHelpRoutes } from './modules/team-help/routes.ts';
import { teamThresholdRoutes } from './modules/team-thresholds/routes.ts';
import { viewerRoutes } from './modules/viewers/routes.ts';
import { webhookRoutes } from './modules/webhooks/routes.ts';
import type { TokenReader } from './plugins/access.ts';
import { trainingRoutes } from './training/routes.ts';

type Hub = HubDependencies & { readonly tokens: AccessTokens };

const outboundRoutes = (app: HubApp, hub: Hub): void => {
  campaignRoutes(app, hub);
  campaignContactRoutes(app, hub);
  communeRoutes(app);
  diallerRoutes(app, hub);
  diaryRoutes(app, hub);
  letterRoutes(app, hub);
  sequenceRoutes(app, hub);
};

const teamRoutes = (app: HubApp, hub: Hub): void => {
  presenceRoutes(app, hub);
  teamCallRoutes(app, hub);
  deskOrderRoutes(app, hub);
  teamThresholdRoutes(app, hub);
  leadAlertRoutes(app, hub);
  teamHelpRoutes(app, hub);
  helpPolicyRoutes(app, hub);
  queueFigureRoutes(app, hub);
  distributionRoutes(app, hub);
  staffingRoutes(app, hub);
  scheduleRoutes(app, hub);
};

const boardAndLive = async (app: HubApp, hub: Hub, read: TokenReader): Promise<void> => {
  const { board, desks } = makeBoard(app, hub);
  boardRoutes(app, { hub, board, read });
  await liveRoutes(app, hub, { read, desks });
};

export const registerRoutes = async (
  app: HubApp,
  hub: Hub,
  readToken: TokenReader,
): Promise<void> => {
  healthRoutes(app, hub);
  await authRoutes(app, hub);
  syncRoutes(app, hub);
  await intakeRoutes(app, hub);
  await hookRoutes(app, hub);
  await importRoutes(app, hub);
  sourceRoutes(app, hub);
  quarantineRoutes(app, hub);
  await boardAndLive(app, hub, readToken);
  customerRoutes(app, hub);
  interactionRoutes(app, hub);
  contactRoutes(app, hub);
  connectorRoutes(app, hub);
  duplicateRoutes(app, hub);
  mergeRoutes(app, hub);
  callbackRoutes(app, hub);
  ivrRoutes(app, hub);
  lawRoutes(app, hub);
  cartRoutes(app, hub);
  outboundRoutes(app, hub);
  webhookRoutes(app, hub);
  exportRoutes(app, hub);
  brandRoutes(app, hub);
  brandRuleRoutes(app, hub);
  channelMapRoutes(app, hub);
  deadlineRoutes(app, hub);
  grantRoutes(app, hub);
  viewerRoutes(app, hub);
  privacyRoutes(app, hub);
  retentionRoutes(app, hub);
  wordingRoutes(app, hub);
  scriptRoutes(app, hub);
  speechMeasureRoutes(app, hub);
  const shelf = makeShelf();
  articleRoutes(app, hub, shelf);
  articleWritingRoutes(app, hub);
  articleCountsRoutes(app, hub);
  await helpRoutes(app, hub, shelf);
  deviceRoutes(app, hub);
  directoryRoutes(app, hub);
  favouriteRoutes(app, hub);
  teamRoutes(app, hub);
  auditRoutes(app, hub);
  recordingRoutes(app, hub);
  assessmentRoutes(app, hub);
  rolePlayRoutes(app, hub);
  runRoutes(app, hub);
  trainingRoutes(app, hub);
};
