/** The outbox of this desktop: what waits for her first, then what goes, then what went. */
import { formatSecond, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { OutboxItem } from '@shared/contracts/engine/outbox.ts';
import { useState } from 'react';
import { ConflictPanel } from './conflict-panel.tsx';
import styles from './outbox.module.css';
import { kindIcon, kindKey, refusalKey, statusIcons } from './outbox-words.ts';
import type { PanelKeys } from './panel-keys.ts';
import { ParkedPanel } from './parked-panel.tsx';
import { useOutbox } from './use-outbox.ts';
import { WaitingPanel } from './waiting-panel.tsx';

const css = styleNames(styles);

/** As many as are read without scrolling far. */
const othersAtMost = 3;

const StatusWord = ({ item, place }: { readonly item: OutboxItem; readonly place: number }) => {
  const { t, language } = useText();
  if (item.status === 'sent' && item.sentAt !== null)
    return <>{formatSecond(item.sentAt, language)}</>;
  if (item.conflict !== null) return <>{t('outbox.twoValues')}</>;
  if (item.after !== null && place > 0) return <>{t('outbox.follows', { place })}</>;
  return <>{t(`outbox.status.${item.status}`)}</>;
};

const Row = ({
  item,
  place,
  selected,
  onSelect,
}: {
  readonly item: OutboxItem;
  /** Position, from 1, of the item that this one waits for. */
  readonly place: number;
  readonly selected: boolean;
  readonly onSelect: (() => void) | null;
}) => {
  const { t, language } = useText();
  const brand = useBrand(item.brandId);
  const parts =
    item.code === null
      ? [item.customerName, item.reason === null ? null : t(`outbox.reasonShort.${item.reason}`)]
      : [t(refusalKey(item))];
  const second = parts.filter((part) => part !== null).join(' · ');
  const content = (
    <>
      <time dateTime={item.madeAt}>{formatTime(item.madeAt, language)}</time>
      {item.brandId === null ? <span /> : <BrandMark brand={brand} size="small" />}
      <Icon name={kindIcon(item.kind)} />
      <span className={css('what')}>
        <b>
          {t(kindKey(item.kind))}
          {item.code !== null && item.customerName !== null ? `, ${item.customerName}` : null}
        </b>
        <small>{second}</small>
      </span>
      <em className={css(item.conflict === null ? item.status : 'twoValues')}>
        <Icon name={item.conflict === null ? statusIcons[item.status] : 'two-values'} size={16} />
        <StatusWord item={item} place={place} />
      </em>
    </>
  );
  if (onSelect === null) return <li className={css('row')}>{content}</li>;
  return (
    <li>
      <button
        type="button"
        className={css('row', selected && 'selected')}
        aria-pressed={selected}
        onClick={onSelect}
      >
        {content}
      </button>
    </li>
  );
};

const Group = ({
  title,
  items,
  all,
  selectedId,
  onSelect,
}: {
  readonly title: string;
  readonly items: readonly OutboxItem[];
  readonly all: readonly OutboxItem[];
  readonly selectedId: string | null;
  readonly onSelect: ((id: string) => void) | null;
}) => {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={css('label')}>{title}</h2>
      <ul>
        {items.map((item) => (
          <Row
            key={item.id}
            item={item}
            place={all.findIndex((other) => other.id === item.after) + 1}
            selected={item.id === selectedId}
            onSelect={onSelect === null ? null : () => onSelect(item.id)}
          />
        ))}
      </ul>
    </section>
  );
};

const Summary = ({ items }: { readonly items: readonly OutboxItem[] }) => {
  const { t, language } = useText();
  const sentAt = items.flatMap((item) => item.sentAt ?? []).sort();
  const count = (...statuses: OutboxItem['status'][]) =>
    items.filter((item) => statuses.includes(item.status)).length;
  const parked = count('parked');
  return (
    <dl className={css('summary')}>
      <div>
        <dd className="figures">{count('sent')}</dd>
        <dt>
          {sentAt[0] === undefined
            ? t('outbox.sum.sent')
            : t('outbox.sum.sentSince', { time: formatTime(sentAt[0], language) })}
        </dt>
      </div>
      <div>
        <dd className="figures">{count('sending', 'waiting')}</dd>
        <dt>{t('outbox.sum.waiting')}</dt>
      </div>
      <div className={css(parked > 0 && 'attention')}>
        <dd className="figures">{parked}</dd>
        <dt>{t('outbox.sum.parked')}</dt>
      </div>
    </dl>
  );
};

/** The one that is chosen has the digits; the others that wait for her stand below, for the pointer. */
const Detail = ({ item, keys }: { readonly item: OutboxItem; readonly keys: PanelKeys }) => {
  if (item.conflict !== null)
    return <ConflictPanel item={item} conflict={item.conflict} keys={keys} />;
  if (item.status !== 'parked') return <WaitingPanel item={item} />;
  return <ParkedPanel item={item} keys={keys} />;
};

const Details = ({
  selected,
  parked,
}: {
  readonly selected: OutboxItem | undefined;
  readonly parked: readonly OutboxItem[];
}) => {
  if (selected === undefined) return null;
  const others = parked.filter(({ id }) => id !== selected.id).slice(0, othersAtMost);
  return (
    <>
      <Detail key={selected.id} item={selected} keys="own" />
      {selected.status === 'parked'
        ? others.map((item) => <Detail key={item.id} item={item} keys="none" />)
        : null}
    </>
  );
};

export const OutboxScreen = () => {
  const { t, language } = useText();
  const sync = useSlice('sync');
  const items = useOutbox();
  const [chosen, setChosen] = useState<string | null>(null);
  const parked = items?.filter((item) => item.status === 'parked') ?? [];
  const going =
    items?.filter((item) => item.status === 'sending' || item.status === 'waiting') ?? [];
  const sent = items?.filter((item) => item.status === 'sent').reverse() ?? [];
  const unsent = [...parked, ...going];
  const selected = unsent.find((item) => item.id === chosen) ?? unsent[0];
  const since = sync === undefined ? '' : formatTime(sync.since, language);
  return (
    <main className={css('screen')}>
      <section className={css('left')}>
        <header>
          <h1>{t('outbox.screenTitle')}</h1>
          <p>
            {t(sync?.hub === 'offline' ? 'outbox.leadOffline' : 'outbox.lead', { time: since })}
          </p>
        </header>
        {items === null ? <LoadingLines label={t('common.loading')} /> : <Summary items={items} />}
        <div className={css('list')}>
          {items?.length === 0 ? (
            <EmptyState
              icon="cloud-sent"
              title={t('outbox.empty')}
              detail={t('outbox.emptyDetail')}
            />
          ) : null}
          <Group
            title={t('outbox.group.parked')}
            items={parked}
            all={going}
            selectedId={selected?.id ?? null}
            onSelect={setChosen}
          />
          <Group
            title={t('outbox.group.going')}
            items={going}
            all={going}
            selectedId={selected?.id ?? null}
            onSelect={setChosen}
          />
          <Group
            title={t('outbox.group.sent')}
            items={sent}
            all={going}
            selectedId={null}
            onSelect={null}
          />
        </div>
      </section>
      <section className={css('rightSide')} aria-live="polite">
        <Details selected={selected} parked={parked} />
      </section>
    </main>
  );
};
