import { articleStates } from '@shared/domain/article/article.ts';
import { articleDeeds, turnArticle } from '@shared/domain/article/article-life.ts';
import {
  dayAt,
  isOverdue,
  shownVersion,
  withdrawnWith,
} from '@shared/domain/article/shown-article.ts';
import { suggestArticles } from '@shared/domain/article/suggest-articles.ts';
import { withoutPersonal } from '@shared/domain/article/without-personal.ts';
import { describe, expect, it } from 'vitest';
import { anArticle } from './samples.ts';

const author = 'author';

describe('the life of an article', () => {
  it('[KNOW-1] an article is draft, in review, published or withdrawn; every other turn is refused and changes nothing', () => {
    const turns = articleStates.map((state) =>
      articleDeeds.map((deed) => {
        const turn = turnArticle({ state, authorId: author }, deed, 'other');
        return 'state' in turn ? turn.state : '-';
      }),
    );
    expect(turns).toEqual([
      ['in-review', '-', '-', 'withdrawn', '-'],
      ['-', 'published', 'draft', 'withdrawn', '-'],
      ['-', '-', '-', 'withdrawn', 'published'],
      ['-', '-', '-', '-', '-'],
    ]);
  });

  it('[KNOW-2] who wrote a version never approves it', () => {
    const inReview = { state: 'in-review', authorId: author } as const;
    expect(turnArticle(inReview, 'approved', author)).toEqual({ refused: 'own-article' });
    expect(turnArticle(inReview, 'approved', 'other')).toEqual({ state: 'published' });
    expect(turnArticle(inReview, 'sent-back', author)).toEqual({ state: 'draft' });
  });

  it('[KNOW-4] of the published versions the newest whose day has come is shown, and nothing once that one has expired', () => {
    const one = anArticle();
    const two = { ...one, version: 2, validFrom: '2026-06-01', validUntil: '2026-06-30' };
    const three = { ...one, version: 3, validFrom: '2026-12-01' };
    const draft = { ...one, version: 4, state: 'draft' as const };
    const versions = [draft, two, one, three];
    const shown = (day: string) => shownVersion(versions, day)?.version ?? null;
    expect(shown('2025-12-31')).toBeNull();
    expect(shown('2026-05-31')).toBe(1);
    expect(shown('2026-06-01')).toBe(2);
    expect(shown('2026-06-30')).toBe(2);
    expect(shown('2026-07-01')).toBeNull();
    expect(shown('2026-12-01')).toBe(3);
  });

  it('[KNOW-5] withdrawing a version that is shown withdraws the older ones with it: none of them comes back', () => {
    const one = anArticle();
    const two = { ...one, version: 2 };
    const future = { ...one, version: 3, validFrom: '2027-01-01' };
    const gone = (version: number) =>
      withdrawnWith([one, two, future], version, '2026-11-28').map((other) => other.version);
    expect(gone(2)).toEqual([1, 2]);
    expect(gone(3)).toEqual([3]);
    expect(gone(9)).toEqual([]);
  });

  it('[KNOW-6] an article whose review day has passed is overdue from the day after', () => {
    expect(isOverdue({ reviewBy: '2026-11-28' }, '2026-11-28')).toBe(false);
    expect(isOverdue({ reviewBy: '2026-11-28' }, '2026-11-29')).toBe(true);
    // A day begins where the brand is, not in Greenwich.
    expect(dayAt(Date.UTC(2026, 5, 30, 22, 30))).toBe('2026-07-01');
    expect(dayAt(Date.UTC(2026, 11, 31, 22, 30))).toBe('2026-12-31');
  });

  it('[KNOW-15] the articles of the call’s reason and of the speech’s step are suggested, those of both first, three at most', () => {
    const step = { scriptId: 'kerdoual-complaint', stepId: 'solution' };
    const ofReason = anArticle({ title: 'reason', reasonCodes: ['delivery'] });
    const ofStep = anArticle({ title: 'step', speechSteps: [step] });
    const ofBoth = anArticle({ title: 'both', reasonCodes: ['delivery'], speechSteps: [step] });
    const more = anArticle({ title: 'z', reasonCodes: ['delivery'] });
    const others = [
      anArticle({ title: 'none' }),
      anArticle({ title: 'brand', brandId: 'lorvane', speechSteps: [step] }),
      anArticle({ title: 'language', language: 'en', speechSteps: [step] }),
    ];
    const all = [...others, more, ofReason, ofStep, ofBoth];
    const moment = { brandId: 'kerdoual', language: 'fr', reasonCode: 'delivery', step } as const;
    const titles = (change: object) =>
      suggestArticles(all, { ...moment, ...change }).map(({ title }) => title);
    expect(titles({})).toEqual(['both', 'step', 'reason']);
    expect(titles({ step: null })).toEqual(['both', 'reason', 'z']);
    expect(titles({ step: null, reasonCode: null })).toEqual([]);
    // What the speech itself puts at hand goes first.
    expect(titles({ chosen: [more.id] })).toEqual(['z', 'both', 'step']);
    expect(titles({ step: null, reasonCode: null, chosen: [more.id] })).toEqual(['z']);
  });

  it('[KNOW-24] words that were searched are kept without what may be somebody’s: addresses, numbers and what follows a civility', () => {
    const kept: readonly (readonly [string, string])[] = [
      ['où est mon colis 4471 2086', 'où est mon colis'],
      ['helene.vasseur@exemple.fr remboursement', 'remboursement'],
      ['rappelez-moi au 06 39 98 41 17 svp', 'rappelez-moi au svp'],
      ['+33 6 39 98 41 17', ''],
      ['+33639984117', ''],
      ['carte 4970 1000 0000 0055 refusée', 'carte refusée'],
      ['FR76 3000 6000 0112 3456 7890 189', ''],
      ['plaque AB-123-CD', 'plaque'],
      ['Mme Vasseur', ''],
      ['colis de Madame Hélène Vasseur', 'colis de'],
      ['je m’appelle Karim Belkacem', ''],
      ['<script>alert(1)</script>', 'script alert 1 script'],
      ['garantie 5 ans', 'garantie 5 ans'],
      ['livraison le samedi', 'livraison le samedi'],
      ['https://exemple.fr/suivi?nom=vasseur suivi', 'suivi'],
    ];
    for (const [typed, words] of kept) expect(withoutPersonal(typed), typed).toBe(words);
    expect(withoutPersonal('mot '.repeat(200)).length).toBeLessThanOrEqual(120);
  });
});
