/** The tables as Kysely sees them: instants are ISO 8601 strings in UTC with milliseconds. */
import type {
  ArticleNotesTable,
  ArticleStampsTable,
  ArticlesTable,
  HelpEventsTable,
  MissingArticlesTable,
} from './tables/articles.ts';
import type { AssessmentTables } from './tables/assessments.ts';
import type {
  AppliedMutationsTable,
  AuditLogTable,
  ChangeLogTable,
  RefreshTokensTable,
  SessionFamiliesTable,
} from './tables/bookkeeping.ts';
import type {
  CampaignEventsTable,
  CampaignListsTable,
  ImportPeopleTable,
} from './tables/campaign-lists.ts';
import type {
  CampaignAttemptsTable,
  CampaignContactsTable,
  CampaignsTable,
} from './tables/campaigns.ts';
import type { ConnectorsTable, OutsideAnswersTable } from './tables/connectors.ts';
import type { CustomerContractsTable, KeptApartView } from './tables/contracts.ts';
import type {
  ConsentsTable,
  CustomerHistoryTable,
  CustomerPhonesTable,
  CustomerRelationsTable,
  CustomersTable,
} from './tables/customers.ts';
import type {
  DesktopRulesTable,
  DeviceMachinesTable,
  DevicesTable,
  DeviceWipesTable,
} from './tables/devices.ts';
import type {
  CampaignDiallersTable,
  CampaignSignInsTable,
  DialledCallsTable,
} from './tables/dialling.ts';
import type {
  AppointmentsTable,
  DiaryBusyTable,
  DiaryPushedTable,
  DiarySourcesTable,
  RepresentativesTable,
} from './tables/diaries.ts';
import type {
  AdvisorStatesTable,
  CallbacksTable,
  CasesTable,
  InteractionRevisionsTable,
  InteractionsTable,
  TeamCallsTable,
} from './tables/exchanges.ts';
import type { ExportLinesTable, ExportsTable } from './tables/exports.ts';
import type {
  CustomerContactsTable,
  CustomerMergesTable,
  CustomerOwnTable,
  DuplicateProposalsTable,
  IdentityKeysTable,
  IdentityQueueTable,
  RowOriginsTable,
} from './tables/identity.ts';
import type { ImportTables } from './tables/imports.ts';
import type { DialDecisionsTable, LawSwitchesTable } from './tables/law.ts';
import type { LeadTables } from './tables/lead.ts';
import type {
  BrandNumbersTable,
  BrandsTable,
  DispositionsTable,
  FavouritesTable,
  ReasonsTable,
  TeamsTable,
  UsersTable,
} from './tables/organisation.ts';
import type {
  ErasureConfirmationsTable,
  ErasuresTable,
  PurgesTable,
  RetentionRulesTable,
} from './tables/privacy.ts';
import type {
  BrandRulesTable,
  DeadlinesEndedTable,
  DeadlinesTable,
  GrantsTable,
  InsightQueueTable,
  PurchasesView,
} from './tables/promises.ts';
import type { RecordingTables } from './tables/recordings.ts';
import type {
  RolePlayRunsTable,
  RolePlaySeriesTable,
  RolePlaySoundsTable,
  RolePlaysTable,
} from './tables/role-plays.ts';
import type { ScheduleTables } from './tables/schedules.ts';
import type {
  LettersTable,
  MailingsTable,
  MessageTemplatesTable,
  SequenceProgressTable,
  SequenceStepsTable,
} from './tables/sequences.ts';
import type {
  CartsTable,
  ExternalFactsTable,
  ExternalReferencesTable,
  HookEventsTable,
  InteractionLinksTable,
  IvrInputsTable,
  MentionsTable,
  OrdersTable,
  SourcesTable,
} from './tables/sources.ts';
import type {
  ScriptAsidesTable,
  ScriptCommentsTable,
  ScriptEventsTable,
  ScriptExperimentsTable,
  ScriptVersionsTable,
} from './tables/speech.ts';
import type { SwitchTables } from './tables/switch.ts';
import type { WebhookDeliveriesTable, WebhookSubscriptionsTable } from './tables/webhooks.ts';

type CoreTables = {
  campaigns: CampaignsTable;
  campaign_contacts: CampaignContactsTable;
  campaign_attempts: CampaignAttemptsTable;
  message_templates: MessageTemplatesTable;
  mailings: MailingsTable;
  letters: LettersTable;
  sequence_progress: SequenceProgressTable;
  sequence_steps: SequenceStepsTable;
  representatives: RepresentativesTable;
  appointments: AppointmentsTable;
  diary_sources: DiarySourcesTable;
  diary_busy: DiaryBusyTable;
  diary_pushed: DiaryPushedTable;
  campaign_diallers: CampaignDiallersTable;
  campaign_sign_ins: CampaignSignInsTable;
  dialled_calls: DialledCallsTable;
  hub_settings: { key: string; value: string };
  brands: BrandsTable;
  brand_numbers: BrandNumbersTable;
  reasons: ReasonsTable;
  dispositions: DispositionsTable;
  teams: TeamsTable;
  users: UsersTable;
  user_brands: { user_id: string; brand_id: string };
  lines: { user_id: string; extension: string; password: string };
  customers: CustomersTable;
  customer_phones: CustomerPhonesTable;
  customer_relations: CustomerRelationsTable;
  customer_history: CustomerHistoryTable;
  customer_contacts: CustomerContactsTable;
  identity_queue: IdentityQueueTable;
  identity_keys: IdentityKeysTable;
  duplicate_proposals: DuplicateProposalsTable;
  customer_merges: CustomerMergesTable;
  customer_own: CustomerOwnTable;
  merged_customers: { customer_id: string; root_id: string };
  row_origins: RowOriginsTable;
  consents: ConsentsTable;
  cases: CasesTable;
  interactions: InteractionsTable;
  practice_calls: InteractionsTable;
  interaction_revisions: InteractionRevisionsTable;
  callbacks: CallbacksTable;
  script_versions: ScriptVersionsTable;
  script_events: ScriptEventsTable;
  script_asides: ScriptAsidesTable;
  script_comments: ScriptCommentsTable;
  articles: ArticlesTable;
  article_stamps: ArticleStampsTable;
  article_notes: ArticleNotesTable;
  missing_articles: MissingArticlesTable;
  help_events: HelpEventsTable;
  script_experiments: ScriptExperimentsTable;
  advisor_states: AdvisorStatesTable;
  favourites: FavouritesTable;
  team_calls: TeamCallsTable;
  change_log: ChangeLogTable;
  applied_mutations: AppliedMutationsTable;
  session_families: SessionFamiliesTable;
  refresh_tokens: RefreshTokensTable;
  sign_in_failures: { key: Buffer; failures: number; window_ends_at: string };
  devices: DevicesTable;
  device_machines: DeviceMachinesTable;
  device_wipes: DeviceWipesTable;
  desktop_rules: DesktopRulesTable;
  audit_log: AuditLogTable;
  role_plays: RolePlaysTable;
  role_play_series: RolePlaySeriesTable;
  role_play_sounds: RolePlaySoundsTable;
  role_play_runs: RolePlayRunsTable;
  sources: SourcesTable;
  hook_events: HookEventsTable;
  external_facts: ExternalFactsTable;
  external_references: ExternalReferencesTable;
  mentions: MentionsTable;
  orders: OrdersTable;
  brand_rules: BrandRulesTable;
  brand_rules_history: BrandRulesTable;
  grants: GrantsTable;
  dial_decisions: DialDecisionsTable;
  law_switches: LawSwitchesTable;
  customer_contracts: CustomerContractsTable;
  kept_apart: KeptApartView;
  deadlines: DeadlinesTable;
  deadlines_ended: DeadlinesEndedTable;
  insight_queue: InsightQueueTable;
  purchases: PurchasesView;
  customer_viewers: { customer_id: string; user_id: string; since: string; until: string };
  erasures: ErasuresTable;
  erased_ids: { id: string; erasure_id: string };
  erasure_confirmations: ErasureConfirmationsTable;
  retention_rules: RetentionRulesTable;
  purges: PurgesTable;
  carts: CartsTable;
  connectors: ConnectorsTable;
  outside_answers: OutsideAnswersTable;
  exports: ExportsTable;
  export_lines: ExportLinesTable;
  webhook_subscriptions: WebhookSubscriptionsTable;
  webhook_deliveries: WebhookDeliveriesTable;
  interaction_links: InteractionLinksTable;
  ivr_inputs: IvrInputsTable;
  import_people: ImportPeopleTable;
  campaign_lists: CampaignListsTable;
  campaign_events: CampaignEventsTable;
};

/** Every table, one part for each area. */
export type HubTables = CoreTables &
  ImportTables &
  LeadTables &
  RecordingTables &
  ScheduleTables &
  SwitchTables &
  AssessmentTables;
