/** Systems that are asked about a customer, and how each last answered. */
import { formatShortDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Connector } from '@shared/contracts/http/connectors.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { useBrandNames } from './brand-names.ts';
import { ConnectorForm } from './connector-form.tsx';
import { ConnectorTrial } from './connector-trial.tsx';
import { Confirm } from './dialogs.tsx';
import { Loaded, Sheet } from './loaded.tsx';
import { useAdministration, useHub } from './use-administration.tsx';

const css = styleNames(styles);

const Health = ({ one }: { readonly one: Connector }) => {
  const { t, language } = useText();
  const moment = (at: string) => `${formatShortDay(at, language)} ${formatTime(at, language)}`;
  const failing = one.lastFailure !== null && (one.lastAnswerAt ?? '') < (one.lastFailureAt ?? '');
  return (
    <>
      {one.active ? <Tag tone="ok">{t('admin.on')}</Tag> : <Tag tone="line">{t('admin.off')}</Tag>}
      {failing && one.lastFailure !== null ? (
        <small className={css('bad')}>
          {t(`outside.failure.${one.lastFailure}`, {
            name: one.name,
            ms: one.timeLimitMs,
            status: '',
            time: '',
          })}
          {`, ${moment(one.lastFailureAt ?? '')}`}
        </small>
      ) : null}
      <small>
        {one.lastAnswerAt === null
          ? t('admin.connector.neverAnswered')
          : t('admin.connector.answered', { moment: moment(one.lastAnswerAt) })}
      </small>
    </>
  );
};

type Doing = 'change' | 'try' | 'remove';

const Row = ({
  one,
  onDo,
  onSwitch,
}: {
  readonly one: Connector;
  readonly onDo: (doing: Doing) => void;
  readonly onSwitch: () => void;
}) => {
  const { t } = useText();
  const brandNames = useBrandNames();
  const { name, active } = one;
  const button = (doing: Doing) => (
    <Button
      size="small"
      aria-label={t(`admin.connector.${doing}Of`, { name })}
      onClick={() => onDo(doing)}
    >
      {t(`admin.connector.${doing}`)}
    </Button>
  );
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{one.address}</small>
      </th>
      <td>
        {t(`admin.connector.cards.${one.card}`)}
        <small>{brandNames([one.brandId])}</small>
      </td>
      <td className={css('number')}>{`${one.timeLimitMs} ms`}</td>
      <td>
        <Health one={one} />
      </td>
      <td className={css('acts')}>
        {button('try')}
        {button('change')}
        <Button
          size="small"
          aria-label={t(active ? 'admin.switchOffOf' : 'admin.switchOnOf', { name })}
          onClick={onSwitch}
        >
          {t(active ? 'admin.switchOff' : 'admin.switchOn')}
        </Button>
        {button('remove')}
      </td>
    </tr>
  );
};

const Doings = ({
  one,
  doing,
  onClose,
}: {
  readonly one: Connector;
  readonly doing: Doing;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const { act } = useAdministration();
  if (doing === 'change') return <ConnectorForm of={one} onClose={onClose} />;
  if (doing === 'try') return <ConnectorTrial of={one} onClose={onClose} />;
  return (
    <Confirm
      title={t('admin.connector.askRemove', { name: one.name })}
      what={t('admin.connector.whatRemove')}
      yes={t('admin.connector.remove')}
      onYes={() => act('admin.remove-connector', { connectorId: one.id })}
      onClose={onClose}
    />
  );
};

export const ConnectorsSheet = () => {
  const { t } = useText();
  const { act } = useAdministration();
  const brands = useBrands();
  const { known, reload } = useHub('admin.connectors', {});
  const [making, setMaking] = useState(false);
  const [doing, setDoing] = useState<{ one: Connector; what: Doing } | null>(null);
  const change = async ({ id, active }: Connector) => {
    await act('admin.change-connector', { connectorId: id, change: { active: !active } });
    await reload();
  };
  const over = () => {
    setMaking(false);
    setDoing(null);
    void reload();
  };
  return (
    <Sheet
      wide
      title={t('admin.connector.title')}
      beside={
        <Button size="small" icon="plus" onClick={() => setMaking(true)}>
          {t('admin.connector.new')}
        </Button>
      }
    >
      <Loaded of={known}>
        {({ connectors }) =>
          connectors.length === 0 ? (
            <EmptyState icon="outbox" title={t('admin.connector.none')} />
          ) : (
            <table className={css('table')}>
              <tbody>
                {connectors.map((one) => (
                  <Row
                    key={one.id}
                    one={one}
                    onDo={(what) => setDoing({ one, what })}
                    onSwitch={() => void change(one)}
                  />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      {making ? <ConnectorForm of={null} brandId={brands[0]?.id ?? ''} onClose={over} /> : null}
      {doing === null ? null : <Doings one={doing.one} doing={doing.what} onClose={over} />}
    </Sheet>
  );
};
