/** Beside a wrap-up: what of this customer is on its way, and what is kept here. */
import { formatSecond } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useOffline } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import styles from './outbox.module.css';
import { kindIcon, kindKey, statusIcons } from './outbox-words.ts';
import { useOutbox } from './use-outbox.ts';

const css = styleNames(styles);
const shownAtMost = 5;

export const WorkOutbox = ({ work }: { readonly work: WorkItem }) => {
  const { t, language } = useText();
  const offline = useOffline();
  const items = (useOutbox() ?? []).filter(
    (item) =>
      item.madeAt >= work.startedAt &&
      (work.customerId === null || item.customerId === work.customerId),
  );
  const left = items.filter((item) => item.status !== 'sent').length;
  if (items.length === 0 && !offline) return null;
  return (
    <section className={css('beside')} aria-label={t('outbox.title')}>
      <header>
        <h2>{t('outbox.title')}</h2>
        {left > 0 ? (
          <Tag tone={offline ? 'warn' : 'plain'} icon="cloud-up">
            {t(offline ? 'outbox.leftOffline' : 'outbox.leftOnline', { count: left })}
          </Tag>
        ) : null}
      </header>
      <div className={css('box')}>
        <ul>
          {items.slice(-shownAtMost).map((item) => (
            <li key={item.id} className={css('item')}>
              <Icon name={kindIcon(item.kind)} size={17} />
              <span>
                {t(kindKey(item.kind))}
                <small className="figures">{formatSecond(item.madeAt, language)}</small>
              </span>
              <em className={css(item.status)}>
                <Icon name={statusIcons[item.status]} size={15} />
                {t(`outbox.status.${item.status}`)}
              </em>
            </li>
          ))}
        </ul>
        {offline ? (
          <p className={css('reassure')}>
            <b>{t('outbox.goOn')}</b> {t('outbox.goOnDetail')}
          </p>
        ) : null}
      </div>
    </section>
  );
};
