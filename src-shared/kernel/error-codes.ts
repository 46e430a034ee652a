/**
 * The one catalogue of error codes. `retry` says whether the same request may succeed later
 * unchanged; `http` is the status the central API answers with. The text a person reads is looked
 * up in the message catalogues under `error.<code>`.
 */
type Entry = { readonly category: Category; readonly retry: boolean; readonly http: number };
type Category = 'input' | 'auth' | 'state' | 'network' | 'device' | 'line' | 'storage' | 'internal';

const entry = (category: Category, http: number, retry: boolean): Entry => ({
  category,
  http,
  retry,
});
const lasting = (category: Category, http: number) => entry(category, http, false);
const passing = (category: Category, http: number) => entry(category, http, true);

export const errorCatalogue = {
  'input-malformed': lasting('input', 400),
  'not-found': lasting('input', 404),
  'payload-too-large': lasting('input', 413),
  'media-type-unsupported': lasting('input', 415),
  'number-malformed': lasting('input', 422),
  'number-unknown-country': lasting('input', 422),
  'sign-in-required': lasting('auth', 401),
  'sign-in-refused': lasting('auth', 401),
  'session-expired': lasting('auth', 401),
  'session-reused': lasting('auth', 401),
  'signature-refused': lasting('auth', 401),
  'role-not-allowed': lasting('auth', 403),
  'sender-foreign': lasting('auth', 403),
  'rate-limited': passing('auth', 429),
  'mutation-malformed': lasting('input', 422),
  'mutation-kind-unknown': lasting('input', 422),
  'interaction-unknown': lasting('state', 409),
  'customer-unknown': lasting('state', 409),
  'callback-unknown': lasting('state', 409),
  'callback-taken': lasting('state', 409),
  'team-call-unknown': lasting('state', 409),
  'team-call-taken': lasting('state', 409),
  'team-call-gone': lasting('state', 409),
  'parking-full': passing('state', 409),
  'case-unknown': lasting('state', 409),
  'version-superseded': lasting('state', 409),
  'cursor-too-old': lasting('state', 410),
  'desktop-too-old': lasting('state', 426),
  'disposition-missing': lasting('state', 422),
  'reason-missing': lasting('state', 422),
  'work-unknown': lasting('state', 409),
  'call-unknown': lasting('state', 409),
  'call-not-in-state': lasting('state', 409),
  'state-change-refused': lasting('state', 409),
  'hub-unreachable': passing('network', 503),
  'hub-failing': passing('network', 503),
  'engine-unavailable': passing('internal', 503),
  'line-not-registered': passing('line', 503),
  'line-settings-missing': lasting('line', 409),
  'line-credentials-refused': lasting('line', 401),
  'line-unreachable': passing('line', 503),
  'line-taken-elsewhere': lasting('line', 409),
  'call-busy': passing('line', 486),
  'call-no-answer': passing('line', 480),
  'call-declined': lasting('line', 603),
  'call-unreachable': passing('line', 480),
  'call-number-unknown': lasting('line', 404),
  'call-redirected': lasting('line', 409),
  'call-failed': passing('line', 500),
  'call-media-failed': passing('device', 488),
  'microphone-silent': lasting('device', 409),
  'device-unplugged': lasting('device', 409),
  'loudspeaker-failed': passing('device', 409),
  'media-path-closed': passing('network', 503),
  'media-path-poor': passing('network', 503),
  'clock-wrong': lasting('device', 409),
  'storage-full': passing('storage', 507),
  'microphone-missing': lasting('device', 409),
  'microphone-refused': lasting('device', 403),
  'microphone-busy': passing('device', 409),
  'journal-unwritable': passing('storage', 507),
  'journal-damaged': lasting('storage', 500),
  'vault-locked': lasting('storage', 423),
  'vault-passphrase-wrong': lasting('storage', 401),
  'vault-key-lost': lasting('storage', 423),
  'cache-unavailable': passing('storage', 507),
  'selection-no-number': lasting('input', 422),
  'hotkeys-held': passing('state', 409),
  'hotkey-taken': lasting('input', 409),
  'autostart-refused': passing('storage', 507),
  'call-links-refused': lasting('state', 409),
  internal: passing('internal', 500),
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof errorCatalogue;
export const errorCodes = Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]];
