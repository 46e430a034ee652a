/** What the brand knows: found and read in a talk, sent, read without one, empty, hub away. */
import { articleAnswers, legArticle, linenArticle } from '../component/support/articles.ts';
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
};
