/** What the brand knows: found and read in a talk, sent, read without one, empty, hub away. */
import { succeed } from '@shared/kernel/result.ts';
import {
  articleAnswers,
  articles,
  legArticle,
  linenArticle,
} from '../component/support/articles.ts';
import { heleneBundle } from '../component/support/helene.ts';
import { quiet, talkingCall, talkingWork } from '../component/support/slices.ts';
import { type GalleryState, talkingDraft } from './parts.ts';

const answers: NonNullable<GalleryState['answers']> = articleAnswers as never;
const inCall: GalleryState = {
  now: '11:48:31',
  slices: { calls: [talkingCall()], work: [talkingWork({ draft: talkingDraft })] },
  bundles: [heleneBundle],
  answers,
};
const offline = { sync: { ...quiet.sync, hub: 'offline' as const } };
const long = {
  ...legArticle,
  title:
    'Changer un pied, une traverse ou un dossier de la gamme Belle-Île sans abîmer le vernis d’origine',
  say: legArticle.say.repeat(5),
  steps: Array.from({ length: 14 }, (_, at) => `${legArticle.steps[at % 4]} ${legArticle.say}`),
};

const { user } = quiet.session;
const draft = {
  ...legArticle,
  state: 'draft' as const,
  version: 6,
  remark: 'Dire aussi le temps.',
};
const inReview = { ...legArticle, state: 'in-review' as const, version: 6 };
const listed = [
  { ...draft, shownVersion: 5 },
  ...articles.slice(1).map((one) => ({ ...one, shownVersion: one.version })),
];
const missing = ['canapé convertible grinçant', 'reprise ancien matelas', 'monte-charge'].map(
  (words, at) => ({
    key: words,
    language: 'fr',
    words,
    times: 9 - at * 3,
    byAdvisors: at,
    bySearchers: 9 - at * 4,
    reasonCode: null,
    lastAt: '2026-11-04T10:00:00.000Z',
  }),
);
const counts = {
  from: '2026-10-07',
  until: '2026-11-05',
  articles: articles.map(({ id: articleId, title }, at) => ({
    articleId,
    title,
    read: 38 - at * 7,
    copied: 2,
    sent: 11 - at,
    helped: 9 - at,
    notHelped: at,
    shownOpenly: 120 - at * 30,
    helpedOpenly: 41 - at * 9,
    notHelpedOpenly: 6,
  })),
  openPage: {
    visits: 230,
    searches: 190,
    searchesWithoutResult: 12,
    shown: 160,
    helped: 64,
    notHelped: 15,
    wishedContact: 22,
    deflected: 57,
    deflectedMeans: '',
  },
};
const written: NonNullable<GalleryState['answers']> = {
  ...answers,
  'articles.list': () => succeed({ articles: listed, next: null }),
  'articles.versions': () => succeed({ versions: [draft] }),
  'articles.missing': () => succeed({ missing }),
  'articles.counts': () => succeed(counts),
};
const managing: GalleryState = {
  now: '11:48:31',
  slices: {
    session: { ...quiet.session, user: user === null ? null : { ...user, role: 'brand-manager' } },
  },
  screen: 'knowledge',
  answers: written,
};

export const knowledgeStates: { readonly [name: string]: GalleryState } = {
  'knowledge-found': { ...inCall, overlay: 'finder', search: { typed: 'pied bel' } },
  'knowledge-article': { ...inCall, overlay: 'article', articleId: legArticle.id },
  'knowledge-overdue': { ...inCall, overlay: 'article', articleId: linenArticle.id },
  'knowledge-long': {
    ...inCall,
    overlay: 'article',
    articleId: long.id,
    answers: { ...answers, 'articles.read': () => ({ ok: true, value: long }) },
  },
  'knowledge-gone': {
    ...inCall,
    overlay: 'article',
    articleId: legArticle.id,
    answers: { ...answers, 'articles.read': () => ({ ok: true, value: null }) },
  },
  knowledge: { now: '11:48:31', slices: {}, screen: 'knowledge', answers },
  'knowledge-empty': {
    now: '11:48:31',
    slices: offline,
    screen: 'knowledge',
    answers: { ...answers, 'articles.shown': () => ({ ok: true, value: [] }) },
  },
  'knowledge-write': { ...managing, tab: 'write' },
  'knowledge-review': {
    ...managing,
    tab: 'write',
    answers: { ...written, 'articles.versions': () => succeed({ versions: [inReview] }) },
  },
  'knowledge-missing': { ...managing, tab: 'missing' },
  'knowledge-counts': { ...managing, tab: 'counts' },
};
