/** Who may call what: written here once more by hand, so that a slip in a route is seen. */
import type { Role } from '@shared/domain/user/user.ts';

const advisor: Role = 'advisor';
const lead: Role = 'team-lead';
const brand: Role = 'brand-manager';
const admin: Role = 'administrator';
const all: readonly Role[] = [advisor, lead, brand, admin];

export const permissions: Readonly<Record<string, 'public' | readonly Role[]>> = {
  'GET /health': 'public',
  'GET /ready': 'public',
  'GET /v1/openapi.json': 'public',
  'POST /v1/auth/sign-in': 'public',
  'POST /v1/auth/refresh': 'public',
  'POST /v1/auth/sign-out': 'public',
  'GET /v1/live': 'public',
  'GET /sip': 'public',
  'GET /v1/auth/me': all,
  'GET /v1/training/customer-line': all,
  'GET /v1/sync/bootstrap': all,
  'GET /v1/sync/pull': all,
  'GET /v1/sync/look-up': all,
  'POST /v1/sync/push': [advisor, lead],
  'POST /v1/intake/interactions': [brand, admin],
  'GET /v1/customers': all,
  'GET /v1/customers/:customerId': all,
  'GET /v1/customers/:customerId/interactions': all,
  'GET /v1/customers/:customerId/history': [lead, admin],
  'GET /v1/callbacks': all,
  'GET /v1/brands': all,
  'POST /v1/brands': [admin],
  'PATCH /v1/brands/:brandId': [brand, admin],
  'GET /v1/brands/:brandId/numbers': all,
  'POST /v1/brands/:brandId/numbers': [admin],
  'DELETE /v1/brands/:brandId/numbers/:numberId': [admin],
  'GET /v1/brands/:brandId/reasons': all,
  'PUT /v1/brands/:brandId/reasons/:code': [brand, admin],
  'DELETE /v1/brands/:brandId/reasons/:code': [brand, admin],
  'GET /v1/brands/:brandId/dispositions': all,
  'PUT /v1/brands/:brandId/dispositions/:code': [brand, admin],
  'DELETE /v1/brands/:brandId/dispositions/:code': [brand, admin],
  'GET /v1/scripts': all,
  'GET /v1/scripts/:scriptId/versions/:version': all,
  'POST /v1/scripts/:scriptId/versions': [brand, admin],
  'POST /v1/scripts/:scriptId/versions/:version/publish': [brand, admin],
  'POST /v1/scripts/:scriptId/versions/:version/withdraw': [brand, admin],
  'GET /v1/users': [lead, brand, admin],
  'POST /v1/users': [admin],
  'PATCH /v1/users/:userId': [admin],
  'PUT /v1/users/:userId/line': [admin],
  'GET /v1/colleagues': all,
  'POST /v1/callbacks/:callbackId/take': [advisor, lead],
  'GET /v1/teams': all,
  'POST /v1/teams': [admin],
  'GET /v1/audit': [admin],
};

export const loginOf: Readonly<Record<Role, string>> = {
  advisor: 'camille.roussel',
  'team-lead': 'nadia.ferrand',
  'brand-manager': 'hugo.delmas',
  administrator: 'agathe.perrot',
};
