/** In a role-play, in place of the thread: what the simulated customer just said and did. */
import { formatSecond } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Deed } from '@shared/contracts/engine/training.ts';
import styles from './training.module.css';

const css = styleNames(styles);

const DeedWords = ({ deed }: { readonly deed: Deed }) => {
  const { t } = useText();
  if (deed.kind === 'said') return <q lang="fr">{deed.text}</q>;
  return (
    <span className={css('done')}>
      <Icon name={deed.kind === 'tones' ? 'keypad' : 'held'} size={16} />
      {deed.kind === 'tones' ? t('rolePlay.keyed', { tones: deed.text }) : t('rolePlay.putsOnHold')}
    </span>
  );
};

export const DeedsColumn = () => {
  const { t, language } = useText();
  const deeds = useSlice('training')?.deeds ?? [];
  const advisor = useSlice('advisor');
  return (
    <section
      className={css('column')}
      aria-label={t('rolePlay.deeds')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys
      tabIndex={0}
    >
      <h2 className={css('label')}>{t('rolePlay.deeds')}</h2>
      <ol className={css('deeds')} aria-live="polite">
        {deeds.map((deed) => (
          <li key={`${deed.at} ${deed.text}`}>
            <time dateTime={deed.at} className="figures">
              {formatSecond(deed.at, language)}
            </time>
            <DeedWords deed={deed} />
          </li>
        ))}
      </ol>
      {deeds.length === 0 ? <p className={css('quiet')}>{t('rolePlay.nothingYet')}</p> : null}
      {advisor?.pauseReason === 'training' ? (
        <p className={css('fact')}>
          <Icon name="hang-up" size={17} />
          <span>{t('rolePlay.noRealCall')}</span>
        </p>
      ) : null}
    </section>
  );
};
