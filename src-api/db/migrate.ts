/** Brings the database to this program's version; several starting at once wait for one another. */
import { type Kysely, Migrator } from 'kysely';
import { followMerges } from './follow-merges.ts';
import { organisation } from './migrations/0001-organisation.ts';
import { customers } from './migrations/0002-customers.ts';
import { exchanges } from './migrations/0003-exchanges.ts';
import { changeLog } from './migrations/0004-change-log.ts';
import { sessions } from './migrations/0005-sessions.ts';
import { endedSessions } from './migrations/0006-ended-sessions.ts';
import { missedCalls } from './migrations/0007-missed-calls.ts';
import { rolePlays } from './migrations/0008-role-plays.ts';
import { doNotDisturb } from './migrations/0009-do-not-disturb.ts';
import { favourites } from './migrations/0010-favourites.ts';
import { teamCalls } from './migrations/0011-team-calls.ts';
import { practiceCalls } from './migrations/0012-practice-calls.ts';
import { sources } from './migrations/0013-sources.ts';
import { carts } from './migrations/0014-carts.ts';
import { ivr } from './migrations/0015-ivr.ts';
import { threads } from './migrations/0016-threads.ts';
import { webhooks } from './migrations/0017-webhooks.ts';
import { customerFacts } from './migrations/0020-customer-facts.ts';
import { identity } from './migrations/0021-identity.ts';
import { contacts } from './migrations/0022-contacts.ts';
import { promises } from './migrations/0040-promises.ts';
import { privacy } from './migrations/0041-privacy.ts';
import { purchases } from './migrations/0042-purchases.ts';
import { viewers } from './migrations/0043-viewers.ts';
import { channelMap } from './migrations/0044-channel-map.ts';
import { imports } from './migrations/0050-imports.ts';
import { devices } from './migrations/0055-devices.ts';
import { connectors } from './migrations/0060-connectors.ts';
import { auditSeals } from './migrations/0061-audit-seals.ts';
import { exportJobs } from './migrations/0062-exports.ts';
import { restrictedPeople } from './migrations/0070-restricted-people.ts';
import { restrictedStayQuiet } from './migrations/0071-restricted-stay-quiet.ts';
import { formerNames } from './migrations/0072-former-names.ts';
import { erasedPeople } from './migrations/0073-erased-people.ts';
import { speechRoutes } from './migrations/0075-speech-routes.ts';
import { articles } from './migrations/0080-articles.ts';
import { speechGovernance } from './migrations/0085-speech-governance.ts';
import { speechExperiments } from './migrations/0086-speech-experiments.ts';
import { writtenSpeech } from './migrations/0087-written-speech.ts';
import { speechMeasures } from './migrations/0088-speech-measures.ts';
import { writtenMessages } from './migrations/0090-written-messages.ts';
import { surveys } from './migrations/0091-surveys.ts';
import { knowledgeRetention } from './migrations/0092-knowledge-retention.ts';
import { dialDecisions } from './migrations/0095-dial-decisions.ts';
import { opposingDispositions } from './migrations/0096-opposing-dispositions.ts';
import { campaigns } from './migrations/0100-campaigns.ts';
import { dialler } from './migrations/0101-dialler.ts';
import { heldUntilHeard } from './migrations/0102-held-until-heard.ts';
import { diaries } from './migrations/0120-diaries.ts';
import { sequences } from './migrations/0121-sequences.ts';
import { contracts } from './migrations/0130-contracts.ts';
import { campaignLists } from './migrations/0131-campaign-lists.ts';
import { campaignEvents } from './migrations/0132-campaign-events.ts';
import { caldav } from './migrations/0133-caldav.ts';
import { diallerDecisions } from './migrations/0150-dialler-decisions.ts';
import { campaignAttempts } from './migrations/0160-campaign-attempts.ts';
import { movedAppointments } from './migrations/0165-moved-appointments.ts';
import { callsThatCame } from './migrations/0166-calls-that-came.ts';
import { earlierAttempts } from './migrations/0170-earlier-attempts.ts';
import { diallerEvidence } from './migrations/0175-dialler-evidence.ts';
import { movedCampaigns } from './migrations/0176-moved-campaigns.ts';
import { lawSwitchesEnd } from './migrations/0180-law-switches-end.ts';
import { calendarsLeave } from './migrations/0181-calendars-leave.ts';
import { teamHelp } from './migrations/0185-team-help.ts';
import { queueCallsTables } from './migrations/0190-queue-calls.ts';
import { distribution } from './migrations/0191-distribution.ts';
import { schedules } from './migrations/0195-schedules.ts';
import { scheduleMoves } from './migrations/0196-schedule-moves.ts';
import { recordings } from './migrations/0205-recordings.ts';
import { assessments } from './migrations/0206-assessments.ts';
import { liveDesks } from './migrations/0215-live-desks.ts';
import { deskOrders } from './migrations/0216-desk-orders.ts';
import { handledCalls } from './migrations/0220-handled-calls.ts';
import { stateDays } from './migrations/0221-state-days.ts';
import { helpMessages } from './migrations/0230-help-messages.ts';
import { callsInView } from './migrations/0231-calls-in-view.ts';
import { arrivals } from './migrations/0240-arrivals.ts';
import { queueTargets } from './migrations/0241-queue-targets.ts';
import { leadAlerts } from './migrations/0250-lead-alerts.ts';
import type { HubTables } from './tables.ts';

/** A released step is never changed, only followed. Named here, because a bundle has no folder. */
const steps = {
  '0001-organisation': organisation,
  '0002-customers': customers,
  '0003-exchanges': exchanges,
  '0004-change-log': changeLog,
  '0005-sessions': sessions,
  '0006-ended-sessions': endedSessions,
  '0007-missed-calls': missedCalls,
  '0008-role-plays': rolePlays,
  '0009-do-not-disturb': doNotDisturb,
  '0010-favourites': favourites,
  '0011-team-calls': teamCalls,
  '0012-practice-calls': practiceCalls,
  '0013-sources': sources,
  '0014-carts': carts,
  '0015-ivr': ivr,
  '0016-threads': threads,
  '0017-webhooks': webhooks,
  '0020-customer-facts': customerFacts,
  '0021-identity': identity,
  '0022-contacts': contacts,
  '0040-promises': promises,
  '0041-privacy': privacy,
  '0042-purchases': purchases,
  '0043-viewers': viewers,
  '0044-channel-map': channelMap,
  '0050-imports': imports,
  '0055-devices': devices,
  '0060-connectors': connectors,
  '0061-audit-seals': auditSeals,
  '0062-exports': exportJobs,
  '0070-restricted-people': restrictedPeople,
  '0071-restricted-stay-quiet': restrictedStayQuiet,
  '0072-former-names': formerNames,
  '0073-erased-people': erasedPeople,
  '0075-speech-routes': speechRoutes,
  '0080-articles': articles,
  '0085-speech-governance': speechGovernance,
  '0086-speech-experiments': speechExperiments,
  '0087-written-speech': writtenSpeech,
  '0088-speech-measures': speechMeasures,
  '0090-written-messages': writtenMessages,
  '0091-surveys': surveys,
  '0092-knowledge-retention': knowledgeRetention,
  '0095-dial-decisions': dialDecisions,
  '0096-opposing-dispositions': opposingDispositions,
  '0100-campaigns': campaigns,
  '0120-diaries': diaries,
  '0121-sequences': sequences,
  '0130-contracts': contracts,
  '0101-dialler': dialler,
  '0102-held-until-heard': heldUntilHeard,
  '0150-dialler-decisions': diallerDecisions,
  '0131-campaign-lists': campaignLists,
  '0132-campaign-events': campaignEvents,
  '0133-caldav': caldav,
  '0160-campaign-attempts': campaignAttempts,
  '0165-moved-appointments': movedAppointments,
  '0166-calls-that-came': callsThatCame,
  '0170-earlier-attempts': earlierAttempts,
  '0175-dialler-evidence': diallerEvidence,
  '0180-law-switches-end': lawSwitchesEnd,
  '0181-calendars-leave': calendarsLeave,
  '0215-live-desks': liveDesks,
  '0216-desk-orders': deskOrders,
  '0250-lead-alerts': leadAlerts,
  '0230-help-messages': helpMessages,
  '0231-calls-in-view': callsInView,
  '0185-team-help': teamHelp,
  '0190-queue-calls': queueCallsTables,
  '0191-distribution': distribution,
  '0176-moved-campaigns': movedCampaigns,
  '0195-schedules': schedules,
  '0205-recordings': recordings,
  '0196-schedule-moves': scheduleMoves,
  '0206-assessments': assessments,
  '0220-handled-calls': handledCalls,
  '0221-state-days': stateDays,
  '0240-arrivals': arrivals,
  '0241-queue-targets': queueTargets,
};

/**
 * Runs what is missing in one transaction under PostgreSQL's advisory lock.
 * @throws the failing step's error; nothing of the run is kept then.
 */
export const migrate = async (db: Kysely<HubTables>): Promise<void> => {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => steps },
    migrationTableName: 'hub_migrations',
    migrationLockTableName: 'hub_migrations_lock',
    // Steps of two pieces of work may come in another order than their numbers: none builds on the other.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  await followMerges(db);
};
