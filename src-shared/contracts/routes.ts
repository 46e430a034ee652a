/** Paths of the central API that the desktop calls. */
export const routes = {
  signIn: '/v1/auth/sign-in',
  refresh: '/v1/auth/refresh',
  signOut: '/v1/auth/sign-out',
  me: '/v1/auth/me',
  bootstrap: '/v1/sync/bootstrap',
  pull: '/v1/sync/pull',
  push: '/v1/sync/push',
  live: '/v1/live',
  customers: '/v1/customers',
  health: '/health',
  ready: '/ready',
  trainingLine: '/sip',
} as const;
