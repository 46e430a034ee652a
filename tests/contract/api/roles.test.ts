import type { Session } from '@shared/contracts/http/auth.ts';
import { type Role, roles } from '@shared/domain/user/user.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { loginOf, permissions } from './permissions.ts';

let hub: HubUnderTest;
const sessions = new Map<Role, Session>();
beforeAll(async () => {
  hub = await startHubUnderTest();
  for (const role of roles) sessions.set(role, await hub.signIn(loginOf[role], hub.newId()));
});
afterAll(() => hub.close());

const documented = (route: string) => !route.includes(' /docs') && !route.startsWith('HEAD ');
const somewhere = (url: string) =>
  url
    .replace(':brandId', 'nowhere')
    .replace(':version', '99')
    .replace(/:(code|scriptId)/, 'nothing')
    .replace(/:\w+/g, '0191c0de-0000-7000-8000-000000000000');

const call = (route: string, headers: Record<string, string>) => {
  const [method = 'GET', url = ''] = route.split(' ');
  const payload = method === 'GET' || method === 'DELETE' ? {} : { payload: {} };
  return hub.app.inject({ method: method as 'GET', url: somewhere(url), headers, ...payload });
};

describe('every route and every role', () => {
  it('[API-1] each registered route is in the permission table, with the same roles', () => {
    const declared = [...hub.app.declaredAccess].filter(([route]) => documented(route));
    expect(Object.fromEntries(declared)).toEqual(permissions);
  });

  it.each(Object.entries(permissions))(
    '[API-2] %s serves whom it should, and nobody else',
    async (route, access) => {
      const anonymous = await call(route, {});
      const code = anonymous.statusCode === 401 ? anonymous.json().code : 'none';
      expect(code === 'sign-in-required').toBe(access !== 'public');
      for (const [role, session] of sessions) {
        const { statusCode, body } = await call(route, bearer(session));
        const allowed = access === 'public' || access.includes(role);
        expect(statusCode === 403, `${role}: ${body}`).toBe(!allowed);
        expect(statusCode, body).toBeLessThan(500);
      }
    },
  );

  it('[API-3] a brand of others looks as if it did not exist', async () => {
    const hugo = sessions.get('brand-manager');
    if (hugo === undefined) throw new Error('nobody');
    const own = await call('GET /v1/brands/kerdoual/numbers', bearer(hugo));
    expect(own.json().numbers).toHaveLength(2);
    for (const route of ['GET /v1/brands/solvenne/numbers', 'GET /v1/brands/solvenne/reasons']) {
      expect((await call(route, bearer(hugo))).json().code).toBe('not-found');
    }
    const payload = { wrapUpSeconds: 1 };
    const headers = bearer(hugo);
    const foreign = await hub.app.inject({
      method: 'PATCH',
      url: '/v1/brands/solvenne',
      headers,
      payload,
    });
    expect(foreign.json().code).toBe('not-found');
  });
});
