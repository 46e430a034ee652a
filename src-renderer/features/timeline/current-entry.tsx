/** The call in progress, on top of the thread. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import styles from './timeline.module.css';

const css = styleNames(styles);

/** What the thread shows of the work item; the same object while none of it changes. */
export type CurrentCall = Pick<
  WorkItem,
  'phase' | 'direction' | 'startedAt' | 'calledLabel' | 'brandId'
>;

export const CurrentEntry = ({ current }: { readonly current: CurrentCall }) => {
  const { t, language } = useText();
  return (
    <article className={css('entry', 'current')}>
      <span className={css('node')}>
        <Icon name={current.phase === 'ringing' ? 'ringing' : 'phone'} size={17} />
      </span>
      <div className={css('body')}>
        <h3>
          {t(`entry.phone.${current.direction}`)}
          <time dateTime={current.startedAt}>{formatTime(current.startedAt, language)}</time>
        </h3>
        <p>{[t(`thread.now.${current.phase}`), current.calledLabel].filter(Boolean).join(' · ')}</p>
      </div>
    </article>
  );
};
