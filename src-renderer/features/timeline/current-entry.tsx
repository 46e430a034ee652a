/** The call in progress, on top of the thread. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import styles from './timeline.module.css';

const css = styleNames(styles);

export const CurrentEntry = ({ work }: { readonly work: WorkItem }) => {
  const { t, language } = useText();
  return (
    <article className={css('entry', 'current')}>
      <span className={css('node')}>
        <Icon name={work.phase === 'ringing' ? 'ringing' : 'phone'} size={17} />
      </span>
      <div className={css('body')}>
        <h3>
          {t(`entry.phone.${work.direction}`)}
          <time dateTime={work.startedAt}>{formatTime(work.startedAt, language)}</time>
        </h3>
        <p>{[t(`thread.now.${work.phase}`), work.calledLabel].filter(Boolean).join(' · ')}</p>
      </div>
    </article>
  );
};
