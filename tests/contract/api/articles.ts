/** Articles for tests of the hub: written by Agathe, approved by whoever is given. */
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { type Article, articleSchema } from '@shared/domain/article/article.ts';
import { bearer, type HubUnderTest } from './hub-under-test.ts';

export const someArticle = (change: object = {}) => ({
  brandId: 'kerdoual',
  language: 'fr',
  audience: 'open',
  title: 'Recoudre une housse Groix',
  say: 'La housse se recoud chez vous, avec le fil fourni.',
  steps: ['Retirer la housse.', 'Recoudre le bord.'],
  customer: {
    title: 'Recoudre une housse',
    text: 'Votre housse se recoud avec le fil fourni.',
    short: 'Housse : recousez le bord avec le fil fourni.',
  },
  reasonCodes: ['sav'],
  keywords: ['couture'],
  validFrom: '2026-01-01',
  reviewBy: '2027-06-30',
  ...change,
});

export const ask = async (
  hub: HubUnderTest,
  who: Session,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  payload?: object,
) => {
  const url = path.startsWith('/v1') ? path : `${routes.articles}${path}`;
  const headers = bearer(who);
  return hub.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
};

export const versionPath = ({ id, version }: Pick<Article, 'id' | 'version'>): string =>
  `/${id}/versions/${version}`;

export const draft = async (
  hub: HubUnderTest,
  author: Session,
  change: object = {},
  id?: string,
): Promise<Article> => {
  const path = id === undefined ? '' : `/${id}/versions`;
  const answer = await ask(hub, author, 'POST', path, someArticle(change));
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return articleSchema.parse(answer.json());
};

export const publish = async (
  hub: HubUnderTest,
  [author, approver]: readonly [Session, Session],
  change: object = {},
  id?: string,
): Promise<Article> => {
  const one = await draft(hub, author, change, id);
  await ask(hub, author, 'POST', `${versionPath(one)}/submit`);
  const answer = await ask(hub, approver, 'POST', `${versionPath(one)}/approve`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return articleSchema.parse(answer.json());
};
