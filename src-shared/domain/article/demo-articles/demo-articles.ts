/** What the brands of the demo know. */
import type { DemoArticle } from './demo-article.ts';
import { kerdoualArticles } from './kerdoual.ts';
import { lorvaneArticles } from './lorvane.ts';
import { solvenneArticles } from './solvenne.ts';

export const demoArticles: readonly DemoArticle[] = [
  ...kerdoualArticles,
  ...solvenneArticles,
  ...lorvaneArticles,
];
