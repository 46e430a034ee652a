/** Put aside: what happened, in plain words, and what can be done about it. */
import { formatSecond } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { ChoiceList } from '@renderer/ui/parts/choice-list.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { OutboxItem } from '@shared/contracts/engine/commands.ts';
import styles from './outbox.module.css';
import { kindKey } from './outbox-words.ts';

const css = styleNames(styles);

export const ParkedPanel = ({ item }: { readonly item: OutboxItem }) => {
  const { t, language } = useText();
  const request = useRequest();
  const acts = [
    {
      id: 'retry',
      label: t('outbox.retry'),
      hint: t('outbox.retryHint'),
      act: () => void request('outbox.retry', { id: item.id }),
    },
    {
      id: 'discard',
      label: t('outbox.discard'),
      hint: t('outbox.discardHint'),
      act: () => void request('outbox.discard', { id: item.id }),
    },
  ];
  useKeys(acts.map(({ act }, at) => ({ key: `Digit${at + 1}`, whileTyping: 'rests', act })));
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
      <h2>{item.code === null ? t('outbox.refused') : t(`error.${item.code}`)}</h2>
      <p>{[t(kindKey(item.kind)), item.customerName].filter(Boolean).join(' · ')}</p>
      <ChoiceList
        label={t('outbox.whatToDo')}
        selectedId={null}
        rows={acts.map(({ id, label, hint }, at) => ({ id, key: String(at + 1), label, hint }))}
        onChoose={(id) => acts.find((one) => one.id === id)?.act()}
      />
    </article>
  );
};
