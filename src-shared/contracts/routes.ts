/** Paths of the central API that more than one side names. */
export const routes = {
  signIn: '/v1/auth/sign-in',
  refresh: '/v1/auth/refresh',
  signOut: '/v1/auth/sign-out',
  me: '/v1/auth/me',
  bootstrap: '/v1/sync/bootstrap',
  pull: '/v1/sync/pull',
  push: '/v1/sync/push',
  /** Customers whole, of those a desktop is to hold, by ids. */
  held: '/v1/sync/customers',
  live: '/v1/live',
  /** WebSocket: the live board of a team lead. */
  board: '/v1/board',
  teamThresholds: '/v1/team-thresholds',
  /** What leads are told of outside the board, and what their teams decided of it. */
  leadAlerts: '/v1/lead-alerts',
  /** Each queue two hours back and two ahead. */
  queueForecasts: '/v1/queue-forecasts',
  teamAlertRules: '/v1/team-alert-rules',
  /** The call and the day of an advisor, for her lead. */
  seats: '/v1/seats',
  /** What a lead has an advisor's desktop do. */
  deskOrders: '/v1/desk-orders',
  /** Who could take a call now. */
  colleagues: '/v1/colleagues',
  /** Interactions of other systems, many at once. */
  intake: '/v1/intake/interactions',
  /** Customers by number or id, whole, for a desktop that does not have them: `?number=` or `?id=`. */
  lookUp: '/v1/sync/look-up',
  /** The line of the simulated customer, where the training switch runs. */
  customerLine: '/v1/training/customer-line',
  /** Role-plays and series, recorded sentences, and reports of who played them. */
  rolePlays: '/v1/role-plays',
  rolePlaySeries: '/v1/role-play-series',
  rolePlaySounds: '/v1/role-play-sounds',
  rolePlayRuns: '/v1/role-play-runs',
  customers: '/v1/customers',
  /** What the caller of a call said to the voice server. */
  ivr: '/v1/ivr',
  /** The last calls of a number: one of them may go on in another. */
  handedCalls: '/v1/interactions/handed',
  /** What other systems tell, signed, one event a request: `/v1/hooks/:sourceId`. */
  hooks: '/v1/hooks',
  sources: '/v1/sources',
  quarantine: '/v1/quarantine',
  webhooks: '/v1/webhooks',
  /** Tables of customers, consents and exchanges that go out. */
  exports: '/v1/exports',
  /** Other systems that are asked about a customer. */
  connectors: '/v1/connectors',
  callbacks: '/v1/callbacks',
  /** Outbound campaigns, and the people that are kept for me. */
  campaigns: '/v1/campaigns',
  /** What calls of all campaigns brought and cost; with `.csv` as a table. */
  campaignFigures: '/v1/campaign-figures',
  staffingDay: '/v1/staffing/day',
  /** Who works when; what people wish, exchange and are asked. */
  schedules: '/v1/schedules',
  /** The experiments of all campaigns, each with what it found so far. */
  campaignExperiments: '/v1/campaign-experiments',
  /** Communes with where they lie. */
  communes: '/v1/communes',
  ownContacts: '/v1/campaign-contacts/mine',
  /** The campaign whose calls the dialler puts through to me; a campaign's own `/dialling` says how it goes. */
  campaignSignIn: '/v1/campaign-sign-in',
  /** What brands write, and the letters for the mail house. */
  templates: '/v1/templates',
  mailings: '/v1/mailings',
  /** Representatives, when they are free for whom, and their appointments. */
  representatives: '/v1/representatives',
  appointmentSlots: '/v1/appointment-slots',
  appointments: '/v1/appointments',
  /** What was decided before calls, and the rules of law that are in force. */
  dialDecisions: '/v1/dial-decisions',
  lawRules: '/v1/law-rules',
  /** Desktops, what they hold, and orders to destroy it; and the rules by which they hold it. */
  devices: '/v1/devices',
  checkIn: '/v1/devices/check-in',
  desktopRules: '/v1/desktop-rules',
  /** By when whom is to be reached. */
  deadlines: '/v1/deadlines',
  /** Where exchanges break and go on, over all customers. */
  channelMap: '/v1/channel-map',
  /** Who was erased, with the proof; and how long what is kept. */
  erasures: '/v1/erasures',
  retention: '/v1/retention',
  /** What advisors ask for beyond what they may grant. */
  askedGrants: '/v1/asked-grants',
  /** Cards that may be one customer, and those that were merged. */
  duplicates: '/v1/duplicates',
  merges: '/v1/customer-merges',
  /** Files of customers, consents and interactions. */
  imports: '/v1/imports',
  /** Speeches and their versions. */
  scripts: '/v1/scripts',
  /** What a brand knows; versions that desktops hold; what was searched in vain. */
  articles: '/v1/articles',
  heldArticles: '/v1/sync/articles',
  missingArticles: '/v1/missing-articles',
  /** The open page of a brand's articles, for customers. */
  help: '/help',
  scriptExperiments: '/v1/script-experiments',
  /** One advisor's own figures. */
  speechCoaching: '/v1/speech-coaching',
  /** Recordings of calls; what may be recorded; the sample of a month; the proof of what is gone. */
  recordings: '/v1/recordings',
  recordingCalls: '/v1/recording-calls',
  recordingRules: '/v1/recording-rules',
  recordingDraws: '/v1/recording-draws',
  /** How calls are assessed, and what follows. */
  grids: '/v1/grids',
  assessments: '/v1/assessments',
  calibrations: '/v1/calibrations',
  qualityFigures: '/v1/quality-figures',
  recordingPurges: '/v1/recording-purges',
  favourites: '/v1/favourites',
  teamCalls: '/v1/team-calls',
  /** A team lead in the calls of her advisors. */
  teamHelp: '/v1/help',
  /** What advisors and their leads write to one another. */
  helpMessages: '/v1/help/messages',
  /** What an advisor's desktop tells of her call while a lead has it in view. */
  myCall: '/v1/help/my-call',
  queueFigures: '/v1/queue-figures',
  centreFigures: '/v1/centre-figures',
  queueTargets: '/v1/queue-targets',
  distribution: '/v1/distribution',
  health: '/health',
  ready: '/ready',
  trainingLine: '/sip',
} as const;
