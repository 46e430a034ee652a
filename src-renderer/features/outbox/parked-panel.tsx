/** Put aside: what happened, in plain words, and what can be done about it. */
import { formatSecond, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { ChoiceList } from '@renderer/ui/parts/choice-list.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { OutboxItem } from '@shared/contracts/engine/outbox.ts';
import { useState } from 'react';
import styles from './outbox.module.css';
import { kindKey, refusalKey } from './outbox-words.ts';
import type { PanelKeys } from './panel-keys.ts';

const css = styleNames(styles);

type Act = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly act: () => void;
};

/** Giving up is asked twice: what she gives up is nowhere else. */
const useActs = (item: OutboxItem): Act[] => {
  const { t } = useText();
  const request = useRequest();
  const { screen } = useServices();
  const [giving, setGiving] = useState(false);
  const acts = item.remedies.map((remedy): Act => {
    const sure = remedy === 'drop' && giving ? 'drop-sure' : remedy;
    const act = () => {
      if (remedy === 'drop' && !giving) setGiving(true);
      else void request('outbox.remedy', { id: item.id, remedy });
    };
    return {
      id: remedy,
      label: t(`outbox.remedy.${sure}`),
      hint: t(`outbox.remedyHint.${sure}`),
      act,
    };
  });
  const { customerId } = item;
  if (customerId === null) return acts;
  const open: Act = {
    id: 'open',
    label: t('outbox.openCustomer'),
    hint: t('outbox.openCustomerHint'),
    act: () => screen.setState({ screen: 'customers', customerId }),
  };
  return [
    ...acts.filter(({ id }) => id !== 'drop'),
    open,
    ...acts.filter(({ id }) => id === 'drop'),
  ];
};

/** Where each of the two saw a case that somebody else moved on. */
const Standing = ({ standing }: { readonly standing: NonNullable<OutboxItem['standing']> }) => {
  const { t, language } = useText();
  return (
    <p>
      {t('outbox.standing', {
        mine: t(`case.${standing.kind}.${standing.mine}`),
        hub: t(`case.${standing.kind}.${standing.hub}`),
        time: formatTime(standing.at, language),
      })}
    </p>
  );
};

export const ParkedPanel = ({
  item,
  keys,
}: {
  readonly item: OutboxItem;
  readonly keys: PanelKeys;
}) => {
  const { t, language } = useText();
  const acts = useActs(item);
  useKeys(
    keys === 'none'
      ? []
      : acts.map(({ act }, at) => ({ key: `Digit${at + 1}`, whileTyping: 'rests', act })),
  );
  return (
    <article className={css('panel')}>
      <header>
        <Tag tone="danger" icon="alert">
          {t('outbox.status.parked')}
        </Tag>
        <span className={css('when')}>
          {t('outbox.madeAt', { time: formatSecond(item.madeAt, language) })}
        </span>
      </header>
      <h2>{t(refusalKey(item))}</h2>
      <p>{[t(kindKey(item.kind)), item.customerName].filter(Boolean).join(' · ')}</p>
      {item.standing === null ? null : <Standing standing={item.standing} />}
      {item.code === 'mutation-malformed' && item.detail !== null ? (
        <p>{t('outbox.refusedDetail', { detail: item.detail })}</p>
      ) : null}
      <ChoiceList
        label={t('outbox.whatToDo')}
        selectedId={null}
        rows={acts.map(({ id, label, hint }, at) => ({
          id,
          key: keys === 'none' ? null : String(at + 1),
          label,
          hint,
        }))}
        onChoose={(id) => acts.find((one) => one.id === id)?.act()}
      />
    </article>
  );
};
