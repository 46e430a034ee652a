/** How calls end: what reached the goal first, what the law remembers in red, who was not there in outline. */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignFigures } from '@shared/contracts/http/campaign-figures.ts';
import styles from './live.module.css';
import { useShares } from './use-shares.ts';

const css = styleNames(styles);
type Ending = CampaignFigures['endings'][number];

const lookOf = ({ kind, consequence }: Ending): 'wanted' | 'said' | 'no' | 'nobody' => {
  if (kind === 'result') return 'nobody';
  if (consequence === 'success' || consequence === 'documentation') return 'wanted';
  return consequence === 'refusal' || consequence === 'opposition' ? 'no' : 'said';
};
const places = ['wanted', 'said', 'no', 'nobody'] as const;

export const EndingsSheet = ({ figures }: { readonly figures: CampaignFigures }) => {
  const { t, language } = useText();
  const { share } = useShares();
  const { attempts, endings } = figures;
  const most = Math.max(1, ...endings.map(({ count }) => count));
  const rows = endings.toSorted(
    (a, b) => places.indexOf(lookOf(a)) - places.indexOf(lookOf(b)) || b.count - a.count,
  );
  const words = ({ kind, code, label, result }: Ending): string =>
    kind === 'result' ? t(`planning.result.${result}`) : (label?.[language] ?? code);
  return (
    <Sheet
      title={t('planning.endings.title')}
      beside={t('planning.endings.of', {
        count: attempts,
        attempts: formatNumber(attempts, language),
      })}
    >
      {rows.length === 0 ? (
        <EmptyState icon="phone" title={t('planning.endings.none')} />
      ) : (
        <ul className={css('endings')}>
          {rows.map((ending) => (
            <li key={`${ending.result} ${ending.code}`} className={css(lookOf(ending))}>
              <span>{words(ending)}</span>
              <i>
                <b style={{ inlineSize: `${(100 * ending.count) / most}%` }} />
              </i>
              <span>{formatNumber(ending.count, language)}</span>
              <span>{share(ending.count, attempts, 1)}</span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
};
