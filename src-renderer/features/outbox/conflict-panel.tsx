/** Two values for one field: shown side by side with the one before, one question, three keys. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { OutboxItem } from '@shared/contracts/engine/commands.ts';
import { type ConflictField, canKeepBoth, conflictFields } from './conflict-fields.ts';
import styles from './outbox.module.css';

const css = styleNames(styles);

const FieldRow = ({ field }: { readonly field: ConflictField }) => {
  const { t } = useText();
  return (
    <tr>
      <th scope="row">{t(`customerField.${field.name}`)}</th>
      <td>
        <span className={css('value', field.differs && 'differs', field.differs && 'newer')}>
          {field.differs ? <KeyCaps keys={['1']} /> : null}
          {field.mine === field.before
            ? t('outbox.unchanged')
            : field.mine || t('outbox.emptyValue')}
        </span>
      </td>
      <td>
        <span className={css('value', field.differs && 'differs')}>
          {field.differs ? <KeyCaps keys={['2']} /> : null}
          {field.hub === field.before ? t('outbox.unchanged') : field.hub || t('outbox.emptyValue')}
          {field.taken ? (
            <em className={css('taken')}>
              <Icon name="check" size={14} />
              {t('outbox.taken')}
            </em>
          ) : null}
        </span>
      </td>
    </tr>
  );
};

const FieldTable = ({
  fields,
  item,
  hubAt,
}: {
  readonly fields: readonly ConflictField[];
  readonly item: OutboxItem;
  readonly hubAt: string;
}) => {
  const { t, language } = useText();
  return (
    <table className={css('fields')}>
      <thead>
        <tr>
          <td />
          <th scope="col">
            {t('outbox.you')}
            <small>{formatTime(item.madeAt, language)}</small>
          </th>
          <th scope="col">
            {t('outbox.hub')}
            <small>{formatTime(hubAt, language)}</small>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRow key={field.name} field={field} />
        ))}
      </tbody>
    </table>
  );
};

export const ConflictPanel = ({
  item,
  conflict,
}: {
  readonly item: OutboxItem;
  readonly conflict: NonNullable<OutboxItem['conflict']>;
}) => {
  const { t } = useText();
  const request = useRequest();
  const fields = conflictFields(conflict);
  const before = fields.filter((field) => field.differs).map((field) => field.before || '–');
  const keeps = ['mine', 'hub', ...(canKeepBoth(fields) ? (['both'] as const) : [])] as const;
  const resolve = (keep: (typeof keeps)[number]) =>
    void request('outbox.resolve', { id: item.id, keep });
  useKeys(
    keeps.map((keep, at) => ({
      key: `Digit${at + 1}`,
      whileTyping: 'rests',
      act: () => resolve(keep),
    })),
  );
  return (
    <article className={css('panel')}>
      <header>
        <Tag tone="warn" icon="two-values">
          {t('outbox.twoValues')}
        </Tag>
        <b>{item.customerName}</b>
      </header>
      <FieldTable fields={fields} item={item} hubAt={conflict.hub.updatedAt} />
      <div className={css('question')}>
        <b>{t('outbox.whichIsRight')}</b>
        <p>{t('outbox.before', { value: before.join(' ; ') })}</p>
      </div>
      <div className={css('acts')}>
        {keeps.map((keep, at) => (
          <Button
            key={keep}
            look={keep === 'mine' ? 'primary' : 'plain'}
            keys={[String(at + 1)]}
            aria-keyshortcuts={String(at + 1)}
            onClick={() => resolve(keep)}
          >
            {t(`outbox.keep.${keep}`)}
          </Button>
        ))}
      </div>
    </article>
  );
};
