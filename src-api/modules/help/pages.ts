/** The pages of a brand's open help: no script, no picture, nothing from elsewhere. */
import { routes } from '@shared/contracts/routes.ts';
import type { Article, ArticleLanguage } from '@shared/domain/article/article.ts';
import type { Brand } from '@shared/domain/brand/brand.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import { type Markup, markup } from './markup.ts';
import { helpWords } from './words.ts';

export type Visit = {
  readonly brand: Pick<Brand, 'id' | 'name'>;
  readonly language: ArticleLanguage;
  readonly visit: string;
};

const pathOf = ({ brand }: Visit, rest = ''): string => `${routes.help}/${brand.id}${rest}`;
const queryOf = ({ language, visit }: Visit): string => `?lang=${language}&v=${visit}`;

const carried = ({ language, visit }: Visit): Markup =>
  markup`<input type="hidden" name="lang" value="${language}"><input type="hidden" name="v" value="${visit}">`;

const page = (at: Visit, title: string, body: Markup): string => {
  const words = helpWords[at.language];
  const other = { ...at, language: at.language === 'fr' ? ('en' as const) : ('fr' as const) };
  return markup`<!doctype html>
<html lang="${at.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${at.brand.name}</title><link rel="stylesheet" href="${pathOf(at, '/style.css')}"></head>
<body>
<header><a href="${pathOf(at)}${queryOf(at)}"><strong>${at.brand.name}</strong> ${words.title}</a>
<a href="${pathOf(other)}${queryOf(other)}" lang="${other.language}" hreflang="${other.language}">${words.other}</a></header>
<main>${body}</main>
<footer>${words.privacy}</footer>
</body></html>
`.text;
};

const searchForm = (at: Visit, text: string): Markup => {
  const words = helpWords[at.language];
  return markup`<form class="search" role="search" action="${pathOf(at)}" method="get">
<label for="q">${words.search}</label>
<input id="q" type="search" name="q" value="${text}" maxlength="200" autocomplete="off">${carried(at)}
<button class="main">${words.find}</button></form>`;
};

const answers = (at: Visit, articles: readonly Article[]): Markup =>
  markup`<ul class="answers">${articles.map(
    ({ id, customer, title }) =>
      markup`<li><a href="${pathOf(at, `/${id}`)}${queryOf(at)}">${customer?.title ?? title}</a></li>`,
  )}</ul>`;

const contactForm = (at: Visit): Markup =>
  markup`<form class="contact" action="${pathOf(at, '/contact')}" method="post">${carried(at)}<button>${helpWords[at.language].contact}</button></form>`;

export const searchPage = (
  at: Visit,
  { text, articles }: { readonly text: string; readonly articles: readonly Article[] },
): string => {
  const words = helpWords[at.language];
  const asked = text.trim() !== '';
  const empty = markup`<p role="status">${asked ? words.none : words.empty}</p>`;
  const body = markup`<h1>${words.title}</h1>${searchForm(at, text)}
<h2 role="status">${asked ? words.found(articles.length) : words.often}</h2>
${articles.length === 0 ? empty : answers(at, articles)}${asked ? contactForm(at) : null}`;
  return page(at, asked ? text : words.title, body);
};

export const articlePage = (at: Visit, article: Article, said: 'yes' | 'no' | null): string => {
  const words = helpWords[at.language];
  const { customer, reviewedAt, language } = article;
  const ask = markup`<form class="verdict" action="${pathOf(at, `/${article.id}/answer`)}" method="post">
<p>${words.didItHelp}</p>${carried(at)}
<button name="verdict" value="yes">${words.yes}</button><button name="verdict" value="no">${words.no}</button></form>`;
  const thanks = markup`<p class="verdict" role="status">${said === 'yes' ? words.thanks : words.sorry}</p>`;
  const body = markup`<p><a href="${pathOf(at)}${queryOf(at)}">${words.back}</a></p>
<article lang="${language}"><h1>${customer?.title ?? ''}</h1>
<div class="text">${customer?.text ?? ''}</div></article>
${reviewedAt === null ? null : markup`<p class="soft">${words.checked} <time datetime="${reviewedAt}">${reviewedAt.slice(8, 10)}/${reviewedAt.slice(5, 7)}/${reviewedAt.slice(0, 4)}</time></p>`}
${said === null ? ask : thanks}${contactForm(at)}`;
  return page(at, customer?.title ?? '', body);
};

export const contactPage = (
  at: Visit,
  numbers: readonly { readonly e164: string; readonly label: string }[],
): string => {
  const words = helpWords[at.language];
  const list = markup`<ul class="answers">${numbers.map(
    ({ e164, label }) =>
      markup`<li><a href="tel:${e164}">${displayNumber(e164)}</a> <span class="soft">${label}</span></li>`,
  )}</ul>`;
  const body = markup`<h1>${words.contactTitle}</h1>
${numbers.length === 0 ? markup`<p>${words.noNumber}</p>` : list}
<p><a href="${pathOf(at)}${queryOf(at)}">${words.back}</a></p>`;
  return page(at, words.contactTitle, body);
};

/** Of a brand that is not known either: it says nothing of any. */
export const failurePage = (status: number, language: ArticleLanguage): string => {
  const words = helpWords[language];
  const said = status === 429 ? words.tooMany : status >= 500 ? words.failed : words.missing;
  return markup`<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title></head>
<body><main><h1>${words.title}</h1><p>${said}</p></main></body></html>
`.text;
};
